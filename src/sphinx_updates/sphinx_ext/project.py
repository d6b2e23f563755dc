"""The Sphinx project with mounted posts in it.

Sphinx asks its project which documents exist and where their files are. Ours answers
for the mounts as well: the docname of a mounted page is its Hugo URL, its file stays
where it is. Everything downstream (reading, images, warnings, incremental builds)
then works on the author's own files.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.project import Project
from sphinx.util._pathlib import _StrPath

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.site.config_file import root_of_config
from sphinx_updates.hugo.site.index import SiteIndex
from sphinx_updates.sphinx_ext.mount_scan import MountScan, patterns_inside
from sphinx_updates.sphinx_ext.mounted_site import mounted
from sphinx_updates.sphinx_ext.warnings import warn, warn_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.site.content import Mount, Page
    from sphinx_updates.hugo.site.mount_point import MountPoint
    from sphinx_updates.hugo.site.settings import HugoSettings
    from sphinx_updates.hugo.site.site_config import SiteConfig
    from sphinx_updates.sphinx_ext.config import UpdatesConfig
    from sphinx_updates.sphinx_ext.listings.resize import Thumbnail
    from sphinx_updates.sphinx_ext.mounted_site import MountedSite


class UpdatesProject(Project):
    """A :class:`~sphinx.project.Project` that also finds the mounted pages."""

    def __init__(  # noqa: PLR0913 - by keyword
        self,
        base: Project,
        *,
        confdir: Path,
        doctreedir: Path,
        config: UpdatesConfig,
        settings: HugoSettings,
        site_config: SiteConfig | None,
        root_doc: str,
        address: Callable[[str], str],
    ) -> None:
        super().__init__(base.srcdir, base.source_suffix)
        self.restore(base)
        self.confdir = confdir
        self.doctreedir = doctreedir
        self.address = address
        """The address of a document's page: two documents may have the same."""
        self._taken: dict[str, str] = {}
        self.options = config
        self.settings = settings
        self.site_config = site_config
        self.root_doc = root_doc
        self.site: MountedSite | None = None
        """The site of ``updates_site``, once it is scanned."""
        self.generated_root = ""
        """The root document, if nobody wrote one."""
        self.mounts: tuple[Mount, ...] = ()
        self.pages: dict[str, Page] = {}
        """The mounted pages by docname."""
        self.index = SiteIndex(())
        self.url_of_file: dict[str, str] = {}
        """Where Hugo publishes a file of a mount, by its absolute path."""
        self.old_pages: dict[str, tuple[str, str]] = {}
        """Where generated pages were once, where they are now, and their titles."""
        self.thumbnails: dict[str, Thumbnail] = {}
        """Pictures in the widths of cards, by the absolute path of the original."""
        self.avatars: dict[str, str] = {}
        """Where small pictures of people are published, by the absolute path of the
        original."""
        self.extra_files: dict[str, Path] = {}
        """Further files to publish, by their path in the output."""
        self.written: set[Path] = set()
        """The files that this build wrote for the blog; see ``ownership``."""
        self.outputs: set[Path] = set()
        """The files of all pages that this build rendered."""
        self._docname_of_file: dict[str, str] = {}

    def __getstate__(self) -> dict[str, Any]:
        """Pickle without what the next build finds again."""
        state = self.__dict__.copy()
        state.update(mounts=(), pages={}, index=SiteIndex(()))
        state.update(site=None, site_config=None, old_pages={})
        state.update(thumbnails={}, avatars={}, extra_files={})
        state.update(url_of_file={}, written=set(), outputs=set())
        state.update(_docname_of_file={}, _taken={}, address=str)
        return state

    @property
    def shortcode_folders(self) -> tuple[Path, ...]:
        """The template folders, absolute."""
        return tuple(self.resolve(folder) for folder in self.options.shortcodes)

    def is_post(self, page: Page) -> bool:
        """Say whether *page* is a post: of a folder of posts, or of a main section."""
        if self.site is not None and page.docname in self.site.docnames:
            return self.site.is_post(page)
        return page.kind == "page"

    @property
    def site_root(self) -> Path | None:
        """The folder of the Hugo site that is read, or whose configuration is."""
        if self.site_config is not None:
            return self.site_config.root
        if not isinstance(self.options.hugo, str):
            return None
        return root_of_config(self.resolve(self.options.hugo))

    @property
    def asset_folders(self) -> tuple[Path, ...]:
        """Where the site keeps its assets, the first one first."""
        return self._folders_of("assets")

    @property
    def static_folders(self) -> tuple[Path, ...]:
        """Where the site keeps its static files, the first one first."""
        return self._folders_of("static")

    def _folders_of(self, component: Literal["assets", "static"]) -> tuple[Path, ...]:
        if self.site_config is not None:
            points: tuple[MountPoint, ...] = getattr(self.site_config, component)
            language = self.site_config.language.key
            return tuple(p.source for p in points if p.is_for(language))
        return (self.site_root / component,) if self.site_root else ()

    def resolve(self, path: str) -> Path:
        """Return a path of ``conf.py`` as an absolute one."""
        return Path(os.path.normpath(self.confdir / path))

    def discover(
        self, exclude_paths: Iterable[str] = (), include_paths: Iterable[str] = ("**",)
    ) -> set[str]:
        """Find the documents of the docs, then the pages of every mount."""
        folders = [self.resolve(folder) for folder in self.options.posts.values()]
        if self.site_config is not None:
            folders.append(self.site_config.root)
        inside = [
            pattern
            for folder in (*folders, *self.shortcode_folders)
            for pattern in patterns_inside(folder, self.srcdir)
        ]
        super().discover([*exclude_paths, *inside], include_paths)
        self._scan()
        return self.docnames

    def _scan(self) -> None:
        self.pages.clear()
        self._docname_of_file.clear()
        self._taken = {self.address(name): name for name in self.docnames}
        scan = MountScan(self)
        mounts = [self._claimed(mount) for mount in scan.folders()]
        if self.site_config is not None:
            content = scan.site(self.site_config)
            mounts.append(self._claimed(content.mount))
            self.site = mounted(content, mounts[-1].pages)
            self._add_root()
        scan.keep()
        self.mounts = tuple(mounts)
        self.index = SiteIndex(self.mounts)
        self.url_of_file = {
            str(file.source): file.url for mount in mounts for file in mount.files
        }

    def _claimed(self, mount: Mount) -> Mount:
        """Enter the pages of *mount*; return it without those that have no place."""
        for file, problem in mount.problems:
            warn(problem.kind, problem.message, file)
        pages = tuple(page for page in mount.pages if self._claim(page))
        return replace(mount, pages=pages)

    def _add_root(self) -> None:
        """Make a root document, which Sphinx needs, if nobody wrote one."""
        self.generated_root = ""
        if self.root_doc in self.docnames or self.site_config is None:
            return
        self.generated_root = self.root_doc
        file = self.doctreedir / "updates-root.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# {self.site_config.title or 'Home'}\n", encoding="utf-8")
        relative = Path(os.path.relpath(file, self.srcdir))
        self.docnames.add(self.root_doc)
        self._path_to_docname[relative] = self.root_doc
        self._docname_to_path[self.root_doc] = relative
        self._docname_of_file[str(file)] = self.root_doc

    def _claim(self, page: Page) -> bool:
        """Enter *page* under its docname; say so if the docs have a document there."""
        docname = page.docname
        taken = self._taken.get(self.address(docname), docname)
        if taken in self.docnames:
            # A site has one front page; that of the docs is meant.
            if docname != "index":
                other = super().doc2path(taken, absolute=True)
                warn(
                    ProblemKind.PAGE_CLASH,
                    f"the address {page.url!r} belongs to the document {str(other)!r}; "
                    "this post is left out, give it another slug or url",
                    page.file,
                )
            return False
        relative = Path(os.path.relpath(page.file, self.srcdir))
        self.docnames.add(docname)
        self.pages[docname] = page
        self._path_to_docname[relative] = docname
        self._docname_to_path[docname] = relative
        self._docname_of_file[str(page.file)] = docname
        return True

    def path2doc(self, filename: str | os.PathLike[str]) -> str | None:
        """Return the docname of a file, for files of the mounts too."""
        path = os.path.normpath(self.srcdir / filename)
        return self._docname_of_file.get(path) or super().path2doc(filename)

    def doc2path(self, docname: str, absolute: bool) -> _StrPath:
        """Return the file of a document; absolute paths of the mounts are normal."""
        path = super().doc2path(docname, absolute=absolute)
        if absolute and docname in self.pages:
            return _LenientPath(os.path.normpath(path))
        return path


class _LenientPath(_StrPath):
    """The file of a mounted page: bytes that are not UTF-8 never stop the build.

    Sphinx 9 reads sources strictly. What could not be decoded has been reported with
    its line when the mount was scanned.
    """

    def read_text(
        self, encoding: str | None = None, errors: str | None = None, **kwargs: Any
    ) -> str:
        return super().read_text(encoding, errors or "replace", **kwargs)


def mounted_page(env: BuildEnvironment, docname: str | None = None) -> Page | None:
    """Return the mounted page of *docname*; by default, of the one being read."""
    project = env.project
    if not isinstance(project, UpdatesProject):
        return None
    return project.pages.get(docname or env.docname)


def project_of(env: BuildEnvironment) -> UpdatesProject:
    """Return the project of *env*; ours from ``builder-inited`` on."""
    project = env.project
    if not isinstance(project, UpdatesProject):  # pragma: no cover - wiring error
        msg = "sphinx_updates replaces the project at builder-inited"
        raise TypeError(msg)
    return project


def _address_of(builder: Builder) -> Callable[[str], str]:
    """Return what gives the address of a document; for books that is its name."""
    if isinstance(builder, StandaloneHTMLBuilder):
        return builder.get_target_uri
    return str


def replace_project(
    app: Sphinx,
    config: UpdatesConfig,
    settings: HugoSettings,
    site_config: SiteConfig | None,
) -> UpdatesProject:
    """Put our project in place of Sphinx's own, keeping what it knows."""
    project = UpdatesProject(
        app.project,
        confdir=Path(app.confdir),
        doctreedir=Path(app.doctreedir),
        config=config,
        settings=settings,
        site_config=site_config,
        root_doc=app.config.root_doc,
        address=_address_of(app.builder),
    )
    app.project = app.env.project = project
    return project


def report_page(page: Page, text: str) -> None:
    """Log what was found while the front matter of *page* was read."""
    for problem in page.problems:
        warn_at(problem, page.file, text)
