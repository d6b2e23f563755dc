"""From decoded values to :class:`FrontMatter`: which key fills which field.

Hugo's own fields are read from the top level; what themes read comes from ``.Params``,
that is, with the ``params`` map merged over it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, cast

from sphinx_updates.hugo.front_matter.casts import to_terms, to_words
from sphinx_updates.hugo.front_matter.dates import Dates, resolve_dates
from sphinx_updates.hugo.front_matter.model import (
    DateRules,
    FeaturedImage,
    FrontMatter,
    ResourceMeta,
)
from sphinx_updates.hugo.front_matter.reader import Reader, show
from sphinx_updates.hugo.problems import ProblemKind

if TYPE_CHECKING:
    from sphinx_updates.hugo.front_matter.yaml_build import Decoded
    from sphinx_updates.hugo.problems import Problem

_DATE_KEYS: Final = (
    "date", "publishdate", "pubdate", "published", "lastmod", "modified",
    "expirydate", "unpublishdate",
)  # fmt: skip
_CANONICAL: Final = ("canonicalurl", "canonical_url", "canonical_link")
# Keys that have become fields; all others are ``params``.
_FIELD_KEYS: Final = frozenset((
    *_DATE_KEYS, *_CANONICAL, "title", "linktitle", "subtitle", "summary",
    "description", "abstract", "authors", "author", "tags", "categories", "keywords",
    "draft", "featured", "headless", "build", "_build", "slug", "url", "aliases",
    "weight", "type", "layout", "markup", "external_link", "translationkey", "image",
    "resources", "reading_time", "math", "toc", "iscjklanguage", "blogpost", "params",
))  # fmt: skip
# Text fields of Hugo that keep their name, for ``page_params``.
_TEXT_KEYS: Final = (
    "title", "linktitle", "description", "summary", "slug", "url", "type", "layout",
    "markup", "translationkey",
)  # fmt: skip
_ABSOLUTE: Final = re.compile(r"https?:/", re.IGNORECASE)

_Render = Literal["always", "link", "never"]
_List = Literal["always", "local", "never"]


def read_fields(
    decoded: Decoded, name: str, rules: DateRules
) -> tuple[FrontMatter, list[Problem]]:
    """Return the fields of *decoded* and what could not be used; never raises.

    :param name: File name without suffix, or name of the bundle's directory.
    """
    values = decoded.values
    params = values.get("params")
    own = Reader(values, decoded.spans)
    if params is not None and not isinstance(params, dict):
        own.report("params", f"must be a map, got {show(params)}; it is ignored")
    inner = params if isinstance(params, dict) else {}
    spans = {key: decoded.spans["params"] for key in inner if "params" in decoded.spans}
    theme = Reader(_without_params(values) | inner, decoded.spans | spans)
    theme.problems = own.problems

    dates = resolve_dates(values, name, rules)
    _report_dates(own, dates)
    build = _read_build(own)
    hugo = _read_texts(own)
    keywords = own.texts("keywords", to_words)
    draft = own.boolean("draft")
    is_cjk = own.boolean("iscjklanguage") if "iscjklanguage" in values else None
    weight = own.integer("weight")
    aliases = _read_aliases(own)
    headless = own.boolean("headless")
    front_matter = FrontMatter(
        title=hugo["title"],
        link_title=hugo["linktitle"],
        subtitle=theme.text("subtitle"),
        summary=hugo["summary"],
        description=hugo["description"],
        abstract=theme.text("abstract"),
        authors=_read_authors(theme),
        tags=theme.texts("tags", to_terms),
        categories=theme.texts("categories", to_terms),
        keywords=keywords,
        date=dates.date,
        publish_date=dates.publishdate,
        lastmod=dates.lastmod,
        expiry_date=dates.expirydate,
        draft=draft,
        featured=theme.flag("featured", default=False),
        headless=headless,
        render=build.render,
        list_=build.list_,
        publish_resources=build.publish_resources,
        slug=hugo["slug"] if "slug" in values else dates.slug,
        url=_read_url(own, hugo["url"]),
        aliases=aliases,
        weight=weight,
        type=hugo["type"],
        layout=hugo["layout"],
        markup=hugo["markup"],
        external_link=theme.text("external_link"),
        canonical_url=theme.text(*_CANONICAL),
        translation_key=hugo["translationkey"],
        image=_read_image(theme),
        resources=_read_resources(own),
        reading_time=theme.flag("reading_time", default=True),
        math=theme.optional_flag("math"),
        toc=theme.flag("toc", default=True),
        is_cjk=is_cjk,
        is_blogpost=theme.optional_flag("blogpost"),
        params={k: v for k, v in values.items() if k not in _FIELD_KEYS} | inner,
        page_params=_without_params(dates.params)
        | {key: text for key, text in hugo.items() if key in values}
        | ({"weight": weight} if "weight" in values else {})
        | ({"keywords": list(keywords)} if "keywords" in values else {})
        | ({"aliases": list(aliases)} if "aliases" in values else {})
        | ({"headless": headless} if "headless" in values else {})
        | inner
        | {"draft": draft, "iscjklanguage": bool(is_cjk)},
    )
    return front_matter, own.problems


def _without_params(values: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if key != "params"}


def _read_texts(own: Reader) -> dict[str, str]:
    return {key: own.text(key) for key in _TEXT_KEYS}


def _report_dates(own: Reader, dates: Dates) -> None:
    for key in dates.bad_keys:
        value = own.values[key]
        hint = "; write it as 2020-01-31 or 2020-01-31T15:04:05+01:00"
        if isinstance(value, bool):
            hint = "; Hugo takes it for a date, write draft: true to hide a post"
        message = f"the {key!r} front matter field is not a parsable date"
        own.report(key, f"{message}: got {show(value)}{hint}", ProblemKind.POST_DATE)


class _Build(NamedTuple):
    render: _Render
    list_: _List
    publish_resources: bool


def _read_build(own: Reader) -> _Build:
    """Read ``build``, or ``_build`` as older posts have it."""
    key = "build" if "build" in own.values else "_build"
    value = own.values.get(key)
    if value is None:
        return _Build("always", "always", publish_resources=True)
    if not isinstance(value, dict):
        own.report(key, f"must be a map, got {show(value)}; it is ignored")
        return _Build("always", "always", publish_resources=True)
    reader = own.inner(key, value)
    return _Build(
        cast("_Render", _read_choice(reader, "render", "link")),
        cast("_List", _read_choice(reader, "list", "local")),
        reader.boolean("publishresources")
        if reader.values.get("publishresources") is not None
        else True,
    )


def _read_choice(reader: Reader, key: str, middle: str) -> str:
    """Return one of ``always``, *middle*, ``never``; booleans mean the outer two."""
    word = reader.text(key)
    choice = {"": "always", "true": "always", "false": "never"}.get(word, word)
    if choice in ("always", middle, "never"):
        return choice
    reader.report(
        key,
        f"must be 'always', {middle!r} or 'never', got {show(word)}; 'always' is used",
    )
    return "always"


def _read_authors(theme: Reader) -> tuple[str, ...]:
    """Return ``authors``, else ``author``; a map stands for its ``name``."""
    for key in ("authors", "author"):
        value = theme.values.get(key)
        if value in (None, "", []):
            continue
        items = value if isinstance(value, list) else [value]
        names = [item.get("name") if isinstance(item, dict) else item for item in items]
        authors = to_terms(names)
        if authors is None:
            theme.report(key, "must be a list of names; it is ignored")
        return authors or ()
    return ()


def _read_url(own: Reader, url: str) -> str:
    if _ABSOLUTE.match(url):
        message = f"URLs with protocol (http*) not supported: {show(url)}"
        own.report("url", f"{message}; write a path, or use external_link")
        return ""
    return url


def _read_aliases(own: Reader) -> tuple[str, ...]:
    aliases = own.texts("aliases", to_words)
    good = tuple(a for a in aliases if a.strip() and not _ABSOLUTE.match(a))
    if len(good) < len(aliases):
        bad = next(alias for alias in aliases if alias not in good)
        own.report("aliases", f"must be paths of this site, got {show(bad)}")
    return good


def _read_image(theme: Reader) -> FeaturedImage | None:
    """Return the featured image: ``image``, else ``cover``, else ``banner``."""
    value = theme.values.get("image")
    if isinstance(value, dict) and value:
        return _image(theme.inner("image", value), "filename")
    if value not in (None, "", {}):
        filename = theme.text("image")
        return FeaturedImage(filename=filename) if filename else None
    for key in ("cover", "banner"):
        value = theme.values.get(key)
        if isinstance(value, dict) and value.get("image") not in (None, ""):
            return _image(theme.inner(key, value), "image")
        if isinstance(value, str) and value:
            return FeaturedImage(filename=value)
    return None


def _image(reader: Reader, name: str) -> FeaturedImage:
    return FeaturedImage(
        filename=reader.text(name),
        caption=reader.text("caption"),
        alt_text=reader.text("alt_text", "alt"),
        focal_point=reader.text("focal_point"),
        placement=reader.integer("placement", 1),
        preview_only=reader.flag("preview_only", default=False),
    )


def _read_resources(own: Reader) -> tuple[ResourceMeta, ...]:
    value = own.values.get("resources")
    if value is None:
        return ()
    if not isinstance(value, list):
        own.report("resources", f"must be a list of maps, got {show(value)}")
        return ()
    resources = []
    for number, item in enumerate(value, start=1):
        if not isinstance(item, dict):
            own.report("resources", f"entry {number} must be a map, got {show(item)}")
            continue
        resources.append(_resource(own.inner("resources", item)))
    return tuple(resources)


def _resource(reader: Reader) -> ResourceMeta:
    params = reader.values.get("params")
    lowered = (
        {key.lower(): value for key, value in params.items()}
        if isinstance(params, dict)
        else {}
    )
    return ResourceMeta(
        src=reader.text("src"),
        name=reader.text("name"),
        title=reader.text("title"),
        params=lowered,
    )
