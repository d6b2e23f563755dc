"""The options of ``conf.py``, each declared once.

A field of :class:`UpdatesConfig` is an option: its default, what it means and how it
is checked. The registered config values and the reference page come from the fields.
A value that cannot be used is a warning, and the default is used.
"""

from __future__ import annotations

import os
from dataclasses import Field, dataclass, field, fields
from typing import TYPE_CHECKING, Any, cast

from sphinx_updates.blog.feeds import FORMATS, Format
from sphinx_updates.blog.support import SupportButton, read_support
from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.site.themes import PACKS
from sphinx_updates.sphinx_ext.listings.spec import PAGE_SIZE, Style
from sphinx_updates.sphinx_ext.option_checks import (
    POST_PARTS,
    Check,
    check_addresses,
    check_boolean,
    check_edit_pattern,
    check_formats,
    check_hooks,
    check_map_or_path,
    check_packs,
    check_page_size,
    check_path,
    check_post_parts,
    check_posts,
    check_style,
    check_text_map,
    check_texts,
    one_of,
)
from sphinx_updates.sphinx_ext.post_page.giscus import Giscus, check_giscus
from sphinx_updates.sphinx_ext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config

PREFIX = "updates_"
DRAFTS_VARIABLE = "SPHINX_UPDATES_DRAFTS"
"""Set to anything but ``0``, ``false`` or nothing, it turns ``updates_drafts`` on."""


def _option(default: Callable[[], Any], check: Check, example: str, text: str) -> Any:
    return field(
        default_factory=default,
        metadata={"check": check, "example": example, "help": text},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatesConfig:
    """The checked values; all paths are relative to ``conf.py``."""

    posts: dict[str, str] = _option(
        dict,
        check_posts,
        '{"blog": "../posts"}',
        "Folders of posts, by the address they appear under. A folder may lie "
        "outside the source directory. Sub-folders are kept, the last part of the "
        "address is the slug, else the name of the bundle or file.",
    )
    site: str = _option(
        str,
        check_path,
        '"../website"',
        "The root of a Hugo site: its configuration, content, data, static files and "
        "assets are read in place, and its pages appear under the addresses that they "
        "have in Hugo. If the site has several languages, the one of Sphinx's "
        "`language` is built, else its default language.",
    )
    permalinks: dict[str, str] = _option(
        dict,
        check_text_map,
        '{"blog": "/blog/:year/:slug/"}',
        "Hugo permalink patterns from the root of the site, by the same prefixes. "
        "They win over the permalinks of `updates_hugo`.",
    )
    hugo: Mapping[str, object] | str = _option(
        dict,
        check_map_or_path,
        '"../website/hugo.toml"',
        "Hugo's configuration for the posts. A dict adds to our defaults (Hugo's, "
        "with raw HTML and `$` math on); a path names a Hugo configuration file, "
        "or a folder of them such as `config/_default`, and is read as Hugo reads it. "
        "Parameters, themes and `assets` of that site are used too.",
    )
    myst: tuple[str, ...] = _option(
        list,
        check_texts,
        '["blog/notes/**"]',
        "Patterns of posts that are written in MyST instead of Hugo's Markdown, "
        "matched against the address of the folder and the path in it. One post "
        "says it with `markup: myst` in its front matter.",
    )
    shortcodes: tuple[str, ...] = _option(
        list,
        check_texts,
        '["_shortcodes"]',
        "Folders of shortcode templates. `about-us.md` there answers "
        "`{{% about-us %}}` and becomes the directive `{hugo:about-us}`.",
    )
    shortcode_packs: tuple[str, ...] = _option(
        list,
        check_packs,
        '["scientific-python", "hugo"]',
        "Which shortcodes answer a name that several themes use, the first pack first. "
        f"There are {', '.join(f'`{pack}`' for pack in PACKS)}. By default the themes "
        "that Hugo's configuration names decide, and Hugo's own come last.",
    )
    drafts: bool = _option(
        lambda: False,
        check_boolean,
        "True",
        "Build drafts, posts with a date in the future and expired posts too, "
        "marked as such. The environment variable `SPHINX_UPDATES_DRAFTS=1` does the "
        "same.",
    )
    list_style: Style = _option(
        lambda: Style.CARDS.value,
        check_style,
        '"list"',
        "How the blog's own lists of posts are laid out: "
        f"{', '.join(f'`{style}`' for style in Style)}.",
    )
    page_size: int = _option(
        lambda: PAGE_SIZE,
        check_page_size,
        "24",
        "How many posts a page of the blog's own lists has. The next ones stand on "
        "pages of their own, such as `/blog/page/2/`. With 0 all stand on one page.",
    )
    render_hooks: tuple[str, ...] = _option(
        list,
        check_hooks,
        '["link"]',
        "Which render hooks of a Hugo site run for links, images and headings: `link`, "
        "`image`, `heading`. By default none does: links and pictures are found, "
        "checked and published by this extension. The hooks of the site for code "
        "blocks, quotes and tables always run.",
    )
    feed_formats: tuple[Format, ...] = _option(
        lambda: list(FORMATS),
        check_formats,
        '["atom"]',
        "Which feeds the blog and each tag, category, author and series have: "
        "`index.xml` (RSS 2.0), `atom.xml` (Atom), `feed.json` (JSON Feed). They need "
        "an absolute address, such as `html_baseurl`.",
    )
    feed_content: str = _option(
        lambda: "excerpt",
        one_of("excerpt", "full", "titles"),
        '"full"',
        "What an entry of a feed has: the beginning of the post, the whole of it, or "
        "its title and summary alone.",
    )
    feed_terms: bool = _option(
        lambda: True,
        check_boolean,
        "False",
        "Whether each tag, category, author and series has feeds of its own.",
    )
    sitemap: bool = _option(
        lambda: True,
        check_boolean,
        "False",
        "Whether a build with posts or a site has a `sitemap.xml`, and at the root of "
        "a host a `robots.txt` that names it, unless the project has its own.",
    )
    not_found: bool = _option(
        lambda: True,
        check_boolean,
        "False",
        "Whether a build with posts or a site has a `404.html` for addresses that lead "
        "nowhere, unless the project has its own.",
    )
    social_cards: bool = _option(
        lambda: False,
        check_boolean,
        "True",
        "Draw a picture for pages without one, to be shown where they are shared. "
        "Needs `sphinx-updates[social-cards]`.",
    )
    support: SupportButton | None = _option(
        dict,
        read_support,
        '{"url": "mailto:help@example.org?subject={title}"}',
        "A button by which readers ask for help; see {doc}`/publish/support-button`.",
    )
    self_urls: tuple[str, ...] = _option(
        list,
        check_addresses,
        '["https://docs.example.org/en/latest/"]',
        "Absolute addresses that are this site or these docs, beside the `baseURL` of "
        "Hugo's configuration. In posts, links to them become links to the page, which "
        "are checked like any other.",
    )
    post_parts: tuple[str, ...] = _option(
        lambda: list(POST_PARTS),
        check_post_parts,
        '["tags", "authors", "neighbours"]',
        "What stands below a post, in this order: its tags, a box for each author, the "
        "other parts of its series, related posts, a link to edit it, the posts before "
        "and after it, comments. What has nothing to show is left out.",
    )
    edit_url: str = _option(
        str,
        check_edit_pattern,
        '"https://github.com/example/website/edit/main/{path}"',
        "Where the file of a post is edited. `{path}` is its path in the Hugo site, or "
        "in the folder of posts. By default the parameters of the Hugo site say it "
        "(`github_repo`, `edit_page`, `features.repository`), or the repository that "
        "the theme is told of.",
    )
    giscus: Giscus | None = _option(
        dict,
        check_giscus,
        '{"repo": "example/website", "repo_id": "R_1", "category_id": "DIC_1"}',
        "Comments below posts, kept in GitHub discussions by "
        "[giscus](https://giscus.app), which shows you the values. They are loaded "
        'when a reader asks for them, or with `"load": "scroll"` when they come into '
        "view; nothing is asked of GitHub before.",
    )

    @property
    def has_mounts(self) -> bool:
        """Whether there are posts or a site to publish beside the docs."""
        return bool(self.posts or self.site)


def options() -> tuple[Field[Any], ...]:
    """Return the declarations, in the order of the reference page."""
    return fields(UpdatesConfig)


def default_of(option: Field[Any]) -> object:
    """Return the default of *option* as it would be written in ``conf.py``."""
    return cast("Callable[[], object]", option.default_factory)()


def read_config(config: Config) -> UpdatesConfig:
    """Return the checked options of *config*; a bad value warns and is not used."""
    values: dict[str, Any] = {}
    for option in options():
        name = PREFIX + option.name
        check: Check = option.metadata["check"]
        try:
            values[option.name] = check(config[name])
        except ValueError as error:
            default = default_of(option)
            values[option.name] = check(default)
            warn(
                ProblemKind.CONFIG,
                f"{name}: {error}, got {config[name]!r}; using the default {default!r}",
            )
    if os.environ.get(DRAFTS_VARIABLE, "").lower() not in ("", "0", "false"):
        values["drafts"] = True
    return UpdatesConfig(**values)


def setup_config(app: Sphinx) -> None:
    """Register every option with Sphinx."""
    for option in options():
        # Any type: our own check says in one voice what is wrong, and goes on.
        app.add_config_value(PREFIX + option.name, default_of(option), "env", Any)
