"""The templates of one build: read once, run for each call."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx_updates.hugo.encoding import decode
from sphinx_updates.hugo.front_matter import FrontMatter, Visibility
from sphinx_updates.hugo.site.page import Page
from sphinx_updates.hugo.templates.engine import Engine
from sphinx_updates.hugo.templates.errors import TemplateError
from sphinx_updates.hugo.templates.lookup import Layouts
from sphinx_updates.hugo.templates.objects.facts import facts_of_posts, facts_of_site
from sphinx_updates.hugo.templates.objects.page import PageObject
from sphinx_updates.hugo.templates.objects.world import World
from sphinx_updates.hugo.templates.phrases import Phrases
from sphinx_updates.hugo.templates.scratch import Scratch
from sphinx_updates.sphinx_ext.project import mounted_page, project_of
from sphinx_updates.sphinx_ext.templates.bodies import PageBodies
from sphinx_updates.sphinx_ext.templates.files import Files
from sphinx_updates.sphinx_ext.templates.host import BuildHost
from sphinx_updates.sphinx_ext.templates.published import publish_file
from sphinx_updates.sphinx_ext.templates.watch import (
    PageWatch,
    digest_of_files,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.shortcodes.templates import PlainTemplate
    from sphinx_updates.hugo.templates.lookup import TemplateFile
    from sphinx_updates.hugo.templates.objects.facts import Facts
    from sphinx_updates.hugo.templates.run import Run
    from sphinx_updates.sphinx_ext.calls import PageCalls

_READING = "sphinx_updates_templates"


class _WatchedEngine(Engine):
    """An engine that takes note of every template that it runs."""

    def __init__(self, templates: BuildTemplates) -> None:
        super().__init__(templates.host, templates.partial_text)
        self._templates = templates

    def run_named(self, run: Run, name: str, dot: object) -> tuple[str, object, bool]:
        """Run a template inside *run*."""
        self.note(name)
        return super().run_named(run, name, dot)

    def note(self, name: str) -> None:
        """Take note that the template *name* runs."""
        self._templates.note_template(name)


class BuildTemplates:
    """Everything that templates need in one build."""

    def __init__(self, env: BuildEnvironment) -> None:
        """Make it for the pages that the project of *env* has found."""
        self.env = env
        self._project = project_of(env)
        self.layouts = layouts_of(env)
        self.world = World(self._facts())
        self.watch = PageWatch(env)
        self.host = BuildHost(self)
        self.files = Files(
            self.host,
            lambda: self.watch,
            self._project.asset_folders,
            self._project.site_root,
        )
        self.world.make_store = Scratch
        self.world.make_resources = self.files.of_bundle
        self.bodies = PageBodies(self)
        self.world.bodies = self.bodies
        self.engine = _WatchedEngine(self)
        self._parsed: set[str] = set()
        self._documents: dict[str, PageObject] = {}

    def _facts(self) -> Facts:
        project = self._project
        if project.site is not None:
            return facts_of_site(project.site.content, project.site.main_sections)
        return facts_of_posts(
            project.settings,
            project.pages.values(),
            (file for mount in project.mounts for file in mount.files),
            project.options.posts,
            project.site_root,
        )

    @cached_property
    def phrases(self) -> Phrases:
        """The words of the site."""
        config = self._project.site_config
        if config is None:
            return Phrases(language=self._project.settings.language)
        return Phrases(config.i18n, config.language.key, config.languages.default)

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folders whose files templates may read, the first one first."""
        project = self._project
        if project.site_root is not None:
            return (project.site_root,)
        posts = (project.resolve(folder) for folder in project.options.posts.values())
        return (*posts, Path(self.env.srcdir))

    @cached_property
    def ignored_messages(self) -> frozenset[str]:
        """The ids of messages that the site does not want to hear."""
        listed = self.world.config.get("ignorelogs") or self.world.config.get(
            "ignoreerrors"
        )
        names = listed if isinstance(listed, list) else [listed]
        return frozenset(str(name).lower() for name in names if name)

    def begin(self) -> None:
        """Begin a document, unless it is the one that is being read already."""
        if _READING in self.env.temp_data:
            return
        self.env.temp_data[_READING] = True
        self.watch = PageWatch(self.env)
        self.world.begin_page(self.watch)
        self.host.begin_page()

    @contextmanager
    def answering(
        self, calls: PageCalls, say: Callable[[str, str], None]
    ) -> Iterator[PageObject]:
        """Let templates run for *calls*, and give the page that is being read.

        :param say: Reports a message of a level.
        """
        self.begin()
        host, page = self.host, self.page()
        outside = host.say, host.page
        host.say, host.page = say, page
        self.bodies.enter(calls)
        try:
            yield page
        finally:
            self.bodies.leave()
            host.say, host.page = outside

    def page(self) -> PageObject:
        """Return the object of the document that is being read."""
        mounted = mounted_page(self.env)
        if mounted is not None:
            return self.world.page_of(mounted)
        docname = self.env.docname
        if docname not in self._documents:
            self._documents[docname] = self._document(docname)
        return self._documents[docname]

    def _document(self, docname: str) -> PageObject:
        """Return the object of a document of the docs, of which little is known."""
        if docname == self._project.generated_root:
            return self.world.home
        page = Page(
            path=f"{docname}.md",
            file=Path(self.env.doc2path(docname)),
            front_matter=FrontMatter(title=""),
            url=f"/{docname.removesuffix('index')}".rstrip("/") + "/",
            kind="page",
            is_bundle=False,
            visibility=Visibility.PUBLISHED,
        )
        return PageObject(self.world, page, None)

    def run(self, template: PlainTemplate, dot: object) -> str:
        """Return what *template* writes; raises ``TemplateError``."""
        name = template.template_name
        if name not in self._parsed:
            self.engine.parse(name, template.text)
            self._parsed.add(name)
        return self.engine.render(name, dot)

    def run_file(self, file: TemplateFile, dot: object) -> str:
        """Return what the template in *file* writes; raises ``TemplateError``."""
        self.watch.file(file.file)
        if file.name not in self._parsed:
            self.engine.parse(file.name, _text_of(file))
            self._parsed.add(file.name)
        return self.engine.render(file.name, dot)

    def partial_text(self, name: str) -> str | None:
        """Return the text of a partial; None if there is none."""
        self.watch.partial(name)
        found = self.layouts.partial(name)
        return _text_of(found) if found else None

    def note_template(self, name: str) -> None:
        """Remember that the page depends on a partial."""
        if name.startswith(("partials/", "_partials/")):
            self.watch.partial(name)
            if found := self.layouts.partial(name):
                self.watch.file(found.file)

    def publish(self, path: str, content: bytes) -> str:
        """Publish *content* for the page that is being read; return its address."""
        return self.world.base_path + quote(publish_file(self.env, path, content))

    @cached_property
    def digest_of_pages(self) -> str:
        """Text that changes when any page comes, goes or says something else."""
        pages = sorted(page.digest for page in self.world.everything())
        return sha256("".join(pages).encode()).hexdigest()

    @cached_property
    def digest_of_data(self) -> str:
        """Text that changes when the site's data does."""
        site = self._project.site
        return digest_of_files(site.content.data.files) if site else ""

    @cached_property
    def digest_of_words(self) -> str:
        """Text that changes when the words of the language do."""
        return digest_of_files(self.phrases.files)


def _text_of(file: TemplateFile) -> str:
    """Return the text of a template.

    :raises TemplateError: If it cannot be read.
    """
    try:
        text, _problems = decode(file.file.read_bytes())
    except OSError as error:
        reason = error.strerror or str(error)
        raise TemplateError(f"template: {file.name}: {reason}") from error
    return text


def layouts_of(env: BuildEnvironment) -> Layouts:
    """Return the layouts of the site; none without one."""
    config = project_of(env).site_config
    if config is None:
        return Layouts()
    return Layouts(config.layouts, config.language.key)
