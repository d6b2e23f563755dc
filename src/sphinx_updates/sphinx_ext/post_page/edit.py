"""Where the file of a mounted page can be edited on the web.

Asked in this order: the option ``updates_edit_url``, the parameters of the Hugo site,
the settings of the theme for the repository of the docs.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from sphinx_updates.hugo.front_matter.casts import to_text
from sphinx_updates.hugo.links import is_malformed
from sphinx_updates.sphinx_ext.project import project_of

if TYPE_CHECKING:
    from pathlib import Path

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from sphinx_updates.hugo.site.page import Page
    from sphinx_updates.sphinx_ext.project import UpdatesProject

PLACE = "{path}"
"""What stands for the path of the file in ``updates_edit_url``."""
_HOSTS = ("github", "gitlab", "bitbucket")


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A folder of a repository on the web."""

    url: str
    branch: str
    folder: str = ""

    def edit_url(self, path: str) -> str:
        """Return where the file at *path* of the folder is edited.

        Empty for a path that leads out of the repository: it is in another one.
        """
        path = posixpath.normpath(posixpath.join(self.folder.strip("/"), path))
        if path.startswith("../") or is_malformed(self.url):
            return ""
        base, host = self.url.removesuffix(".git").rstrip("/"), self._host
        path = quote(path)
        if "gitlab" in host:
            return f"{base}/-/edit/{self.branch}/{path}"
        if "bitbucket" in host:
            return f"{base}/src/{self.branch}/{path}?mode=edit"
        if "codeberg" in host or "gitea" in host or "forgejo" in host:
            return f"{base}/_edit/{self.branch}/{path}"
        return f"{base}/edit/{self.branch}/{path}"

    @property
    def provider(self) -> str:
        """What themes call the host."""
        names = {"gitlab": "GitLab", "bitbucket": "Bitbucket", "github": "GitHub"}
        return next((names[key] for key in names if key in self._host), self._host)

    @property
    def _host(self) -> str:
        return (urlsplit(self.url).hostname or "").lower()


def edit_url(env: BuildEnvironment, config: Config, docname: str) -> str:
    """Return where the file of the document *docname* is edited; "" if unknown."""
    return _edit(env, config, docname)[0]


def _edit(env: BuildEnvironment, config: Config, docname: str) -> tuple[str, str]:
    """Return the address and what the host is called."""
    project = project_of(env)
    page = project.pages.get(docname)
    if page is not None:
        is_of_site = project.site is not None and docname in project.site.docnames
        if pattern := project.options.edit_url:
            root = project.site_root if is_of_site else _folder_of(page, project)
            url = pattern.replace(PLACE, quote(_relative(page.file, root or "")))
            return url, Repository(url=url, branch="").provider
        found = repository_of_site(project.settings.params) if is_of_site else None
        if found:
            return found.edit_url(page.path), found.provider
    repository = repository_of_docs(config)
    if repository is None:
        return "", ""
    file = env.doc2path(docname)
    return repository.edit_url(_relative(file, env.srcdir)), repository.provider


def _folder_of(page: Page, project: UpdatesProject) -> Path:
    """Return the folder of posts that *page* is in; of nested ones the inner one."""
    folders = (m.folder for m in project.mounts if page.file.is_relative_to(m.folder))
    return max(folders, key=lambda folder: len(folder.parts), default=page.file.parent)


def _relative(file: str | os.PathLike[str], root: str | os.PathLike[str]) -> str:
    return os.path.relpath(file, root).replace(os.sep, "/")


def repository_of_site(params: Mapping[str, object]) -> Repository | None:
    """Return where a Hugo site's content is, by the parameters of known themes.

    Docsy's ``github_repo``, Wowchemy's ``edit_page``, Hugo Blox's
    ``features.repository``.
    """
    features = params.get("features")
    newer = features.get("repository") if isinstance(features, Mapping) else None
    for table, url, branch, folder in (
        (params.get("edit_page"), "repo_url", "repo_branch", "content_dir"),
        (newer, "url", "branch", "content_dir"),
    ):
        if isinstance(table, Mapping) and (address := to_text(table.get(url))):
            return Repository(
                url=address,
                branch=to_text(table.get(branch)) or "main",
                folder=to_text(table.get(folder)) or "content",
            )
    if address := to_text(params.get("github_repo")):
        subdir = to_text(params.get("github_subdir")) or ""
        return Repository(
            url=address,
            branch=to_text(params.get("github_branch")) or "main",
            folder=posixpath.join(subdir, "content"),
        )
    return None


def repository_of_docs(config: Config) -> Repository | None:
    """Return where the docs are, if the theme is told to link to them.

    The options of sphinx-book-theme and furo, and the ``html_context`` of
    pydata-sphinx-theme and of Read the Docs' theme.
    """
    options: dict[str, Any] = getattr(config, "html_theme_options", {})
    context: dict[str, Any] = getattr(config, "html_context", {})
    is_wanted = str(options.get("use_edit_page_button", "")).lower() in ("true", "1")
    for url, branch, folder, is_on in (
        ("repository_url", "repository_branch", "path_to_docs", is_wanted),
        ("source_repository", "source_branch", "source_directory", True),
    ):
        if is_on and options.get(url):
            return Repository(
                url=str(options[url]),
                branch=str(options.get(branch) or "main"),
                folder=str(options.get(folder) or ""),
            )
    for host in _HOSTS:
        user, repo = context.get(f"{host}_user"), context.get(f"{host}_repo")
        if (is_wanted or context.get(f"display_{host}")) and user and repo:
            base = str(context.get(f"{host}_url") or _default_url(host))
            folder = context.get("doc_path") or context.get("conf_py_path") or ""
            return Repository(
                url=f"{base.rstrip('/')}/{user}/{repo}",
                branch=str(context.get(f"{host}_version") or "main"),
                folder=str(folder),
            )
    return None


def _default_url(host: str) -> str:
    return f"https://{host}.{'org' if host == 'bitbucket' else 'com'}"


def correct_edit_link(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Let the theme's own link to the source of a mounted page lead to its file.

    Themes make it of the docname, which is the address of such a page and not its file.
    """
    if pagename not in project_of(app.env).pages:
        return
    url, provider = _edit(app.env, app.config, pagename)
    if not url:
        if repository_of_docs(app.config) is not None:
            # Nothing is better than a link to a file that is not there.
            context["page_source_suffix"] = ""
        return
    if "get_edit_provider_and_url" in context:
        context["get_edit_provider_and_url"] = lambda: (provider, url)
    if context.get("theme_source_repository"):
        link = url.replace("{", "{{").replace("}", "}}")
        context["theme_source_edit_link"] = link
        context["theme_source_view_link"] = link.replace("/edit/", "/blob/", 1)
