"""HTML of two programs, made comparable: what a reader sees, not how it is wrapped.

Hugo and Sphinx print the same post with different tags around it. :func:`canonical`
maps both to one small tree; two trees that are equal read the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urljoin

from lxml import html as lxml_html
from normalise_code import read_code
from normalise_tree import Node, in_blocks, merge, without_last_blank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement


_UNWRAPPED: Final = frozenset(
    re.findall(
        r"\w+",
        "article aside body colgroup div footer header html main nav section span "
        "tbody",
    )
)
_DROPPED: Final = frozenset({"col", "head", "link", "meta", "style", "template"})
_RENAMED: Final = {"s": "del", "strike": "del"}
_LENGTH: Final = re.compile(r"(width|height):\s*([\d.]+)(px|%|\w*)")
_ALIGN: Final = re.compile(r"text-align:\s*(left|center|right)")
_KEPT: Final = frozenset(
    re.findall(
        r"\w+",
        "allowfullscreen alt checked class datetime disabled height href lang loading "
        "name open rel src start target title type value width align",
    )
)
_OUR_CLASSES: Final = re.compile(
    r"align-default|arabic|body|brackets|caption-(text|number)|code(-inline)?|compound|"
    r"docutils|download|external|footnote(-\w+)?|full-width|head|highlight(-.*)?|"
    r"image-reference|internal|language-.*|literal|(no|math)highlight|"
    r"no-scaled-link|notranslate|pre|reference|rubric|row-(odd|even)|simple|"
    r"figure-(title|text)|std(-\w+)?|text-(left|center|right)|video-embed|xref|myst|"
    r"task-list-item(-checkbox)?|contains-task-list|updates-.*|colwidths-\w+"
)


def canonical(
    html: str | HtmlElement, *, base: str = "", site: str = "", ids: bool = False
) -> list[Node]:
    """Return *html* as a list of nodes that two programs agree on.

    A node is text or ``[tag, attributes, children]``. Blanks are collapsed outside of
    code; wrappers (``div``, ``span``, ``section``) are gone; text between blocks is a
    ``p``, and the only or first ``p`` of a list item or a cell is not; blocks in a
    ``p`` split it, as in a browser. Code is ``["pre", {"lang", "numbers", "marked"},
    [text]]``, math ``["math", {"display"}, [tex]]``, footnotes are ``["fnref", {},
    ["1"]]`` and ``["footnotes", {}, [["footnote", {}, [...]], ...]]``. Attributes are
    those that a reader notices; classes only those that an author may have written.

    :param base: URL of the page, such as ``/blog/a/``: addresses become absolute
        paths on the site without ``index.html``; without it they stay as written.
    :param site: The site's own origin, such as ``https://example.org``, which is cut.
    :param ids: Whether ids of headings count (Sphinx has them on their section).
    """
    reader = _Reader(base=base, site=site, ids=ids)
    if isinstance(html, str):
        root = lxml_html.fragment_fromstring(html, create_parent="div")
    else:
        root = html
    return in_blocks(merge(list(reader.children(root))), "div")


class _Reader:
    """Reads elements; what is around them is put right by :func:`in_blocks`."""

    def __init__(self, *, base: str, site: str, ids: bool) -> None:
        self.base = base
        self.site = site
        self.ids = ids

    def children(self, element: HtmlElement) -> Iterator[Node]:
        if element.text:
            yield element.text
        for child in element:
            if isinstance(child.tag, str):
                yield from self.element(child)
            if child.tail:
                yield child.tail

    def element(self, element: HtmlElement) -> Iterator[Node]:
        tag = _RENAMED.get(element.tag, element.tag)
        classes = set(element.get("class", "").split())
        if tag in _DROPPED or "headerlink" in classes or "viewcode-link" in classes:
            return
        special = read_code(element, classes) or _math(element, tag, classes)
        special = special or self._footnote(element, tag, classes)
        if special is not None:
            yield special
        elif tag in _UNWRAPPED or _is_own_link(element, classes):
            yield from self._unwrapped(element, tag)
        else:
            tag = "h4" if tag == "p" and "figure-title" in classes else tag
            tag = f"h{_level(element)}" if tag == "p" and "rubric" in classes else tag
            children = merge(list(self.children(element)))
            yield [tag, self._attributes(element, tag), in_blocks(children, tag)]

    def _unwrapped(self, element: HtmlElement, tag: str) -> Iterator[Node]:
        if tag == "span":
            yield from self.children(element)
            return
        # A box of its own: what stands before it is not on the same line.
        yield [None, {}, []]
        yield from self.children(element)
        yield [None, {}, []]

    def _footnote(
        self, element: HtmlElement, tag: str, classes: set[str]
    ) -> Node | None:
        role = element.get("role", "")
        if tag == "sup" and len(element) == 1:
            element = element[0]
            role = element.get("role", "")
            tag = element.tag
        if tag == "a" and role == "doc-noteref":
            return ["fnref", {}, [element.text_content().strip("[]")]]
        if tag == "hr" and "footnotes" in classes:
            return [None, {}, []]
        if "footnotes" in classes or "footnote-list" in classes:
            notes = element.xpath("./ol/li | ./li | ./aside")
            return ["footnotes", {}, [self._note(note) for note in notes]]
        return None

    def _note(self, note: HtmlElement) -> Node:
        for mark in note.xpath(
            ".//a[contains(@class, 'footnote-backref')] | ./span[@class='label']"
            " | ./span[@class='backrefs']"
        ):
            mark.drop_tree()
        children = in_blocks(merge(list(self.children(note))), "li")
        return ["footnote", {}, without_last_blank(children)]

    def _attributes(self, element: HtmlElement, tag: str) -> dict[str, str]:
        found = {k: v for k, v in element.attrib.items() if k in _KEPT}
        if classes := _classes(element, tag):
            found["class"] = classes
        else:
            found.pop("class", None)
        for name in ("href", "src"):
            if name in found:
                found[name] = self._url(found[name])
        for name in ("open", "checked", "disabled", "allowfullscreen"):
            if name in found:
                found[name] = ""
        style = element.get("style", "")
        for side, number, unit in _LENGTH.findall(style) if tag == "img" else ():
            found.setdefault(side, number + unit.replace("px", ""))
        if tag == "img":
            found.setdefault("alt", "")
        if found.get("loading") == "eager":
            del found["loading"]  # as without it
        if tag == "iframe" and "fullscreen" in element.get("allow", ""):
            found["allowfullscreen"] = ""
        if tag in ("td", "th") and (side := _ALIGN.search(_style(element))):
            found["align"] = side[1]
        if self.ids and re.fullmatch("h[1-6]", tag) and (name := _id(element)):
            found["id"] = name
        return found

    def _url(self, url: str) -> str:
        if self.site and (url == self.site or url.startswith(self.site + "/")):
            url = url.removeprefix(self.site) or "/"
        if self.base and url:
            url = urljoin(f"https://canonical.invalid{self.base}", url)
            url = url.removeprefix("https://canonical.invalid")
            url = re.sub(r"(^|/)index\.html(?=$|[?#])", r"\1", url)
            if url.startswith(self.base + "#"):
                url = url.removeprefix(self.base)
        return unquote(url)


def _classes(element: HtmlElement, tag: str) -> str:
    """Return the classes that an author may have written, sorted."""
    written = element.get("class", "")
    parent = element.getparent()
    if re.fullmatch("h[1-6]", tag) and parent is not None and parent.tag == "section":
        # Sphinx has the classes of a heading on its section.
        written += f" {parent.get('class', '')}"
    names = (name for name in written.split() if not _OUR_CLASSES.fullmatch(name))
    return " ".join(sorted(names))


def _style(element: HtmlElement) -> str:
    """Return the style; how a cell is aligned may be a class instead."""
    aligned = element.get("class", "").replace("text-", "text-align:")
    return f"{element.get('style', '')};{aligned}"


def _id(heading: HtmlElement) -> str:
    parent = heading.getparent()
    is_owner = parent is not None and parent.tag == "section"
    return str((parent if is_owner else heading).get("id", ""))


def _level(element: HtmlElement) -> str:
    return str(element.get("aria-level") or 6)


def _is_own_link(element: HtmlElement, classes: set[str]) -> bool:
    """Say whether a link is Sphinx's own, from a scaled image to itself."""
    return (
        element.tag == "a"
        and {"internal", "image-reference"} <= classes
        and [element.get("href")] == element.xpath("./img/@src")
    )


def _math(element: HtmlElement, tag: str, classes: set[str]) -> Node | None:
    if tag not in ("span", "div") or "math" not in classes:
        return None
    text = element.text_content().strip()
    match = re.fullmatch(r"\\([(\[])(.*)\\[)\]]", text, re.DOTALL)
    tex = match[2] if match else text
    # Sphinx wraps what has several lines.
    tex = re.sub(r"\\(begin|end)\{split\}", "", tex)
    display = tag == "div" or (match is not None and match[1] == "[")
    return ["math", {"display": ""} if display else {}, [" ".join(tex.split())]]
