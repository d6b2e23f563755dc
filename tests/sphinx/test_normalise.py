"""The normaliser itself: what it takes for the same, and what it does not."""

from __future__ import annotations

import pytest
from normalise import canonical

SAME = {
    "a paragraph of an item": (
        "<ul class='simple'><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>",
        "<ul>\n<li>a</li>\n<li>b\n<p>c</p></li></ul>",
    ),
    "boxes": ("<section><div><p>a</p></div></section>", "<p>a</p>"),
    "a block in a paragraph": (
        "<p>a</p><figure><img src='x'></figure><p>b</p>",
        "<p>a <figure><img src='x' alt=''></figure> b</p>",
    ),
    "inline code": (
        '<p><code class="docutils literal"><span class="pre">a</span></code></p>',
        "<code>a</code>",
    ),
    "highlighted code": (
        (
            '<div class="highlight-py x"><div class="highlight"><pre><span></span>'
            '<span class="linenos">1</span><span>def</span>\n<span class="linenos"'
            '>2</span><span class="hll">x\n</span></pre></div></div>'
        ),
        (
            '<div class="highlight"><pre tabindex="0" class="chroma"><code '
            'class="x" data-lang="python"><span class="line"><span class="ln">'
            '1</span>def\n</span><span class="line hl"><span class="ln">2</span>x\n'
            "</span></code></pre></div>"
        ),
    ),
    "a cell": (
        "<table><tr><td class='text-right'><p>a</p></td></tr></table>",
        "<table><tbody><tr><td style='text-align: right'>a</td></tr></tbody></table>",
    ),
    "an image's size": (
        "<img src='x' alt='' style='width: 5px; height: 80%;'>",
        "<img src='x' width='5' height='80%'>",
    ),
    "a footnote": (
        (
            '<p>a<a class="footnote-reference brackets" href="#f" id="id1" '
            'role="doc-noteref"><span class="fn-bracket">[</span>1<span>]</span></a>'
            '</p><aside class="footnote-list brackets"><aside class="footnote" id="f" '
            'role="doc-footnote"><span class="label"><a href="#id1">1</a></span>'
            "<p>note</p></aside></aside>"
        ),
        (
            '<p>a<sup id="fnref:1"><a href="#fn:1" role="doc-noteref">1'
            '</a></sup></p><div class="footnotes"><hr><ol><li id="fn:1">'
            '<p>note<a href="#fnref:1" class="footnote-backref">↩</a></p></li></ol>'
            "</div>"
        ),
    ),
    "math": (
        '<p><span class="math notranslate nohighlight">\\(a\\)</span></p>',
        '<span class="math">\\(a\\)</span>',
    ),
}


@pytest.mark.parametrize("case", SAME)
def test_the_same_for_a_reader(case: str) -> None:
    ours, theirs = SAME[case]
    assert canonical(ours) == canonical(theirs) != []


DIFFERENT = {
    "text": ("<p>a</p>", "<p>b</p>"),
    "blanks in code": ("<pre>a  b</pre>", "<pre>a b</pre>"),
    "paragraphs": ("<p>a</p><p>b</p>", "<p>a b</p>"),
    "emphasis": ("<p><em>a</em></p>", "<p><strong>a</strong></p>"),
    "addresses": ("<a href='x'>a</a>", "<a href='y'>a</a>"),
    "classes of the author": ("<p class='x'>a</p>", "<p>a</p>"),
    "marked lines": (
        "<pre><span class='hll'>a\n</span>b</pre>",
        "<pre>a\n<span class='hll'>b</span></pre>",
    ),
    "lists": ("<ul><li>a</li></ul>", "<ol><li>a</li></ol>"),
}


@pytest.mark.parametrize("case", DIFFERENT)
def test_not_the_same(case: str) -> None:
    ours, theirs = DIFFERENT[case]
    assert canonical(ours) != canonical(theirs)


def test_addresses_are_read_from_the_page_that_has_them() -> None:
    ours = '<a href="../b/index.html#x">b</a> <a href="#y">y</a>'
    theirs = '<a href="https://e.org/blog/b/#x">b</a> <a href="/blog/a/#y">y</a>'
    read = canonical(ours, base="/blog/a/", site="https://e.org")
    assert read == canonical(theirs, base="/blog/a/", site="https://e.org")
    assert read[0][2][0][1] == {"href": "/blog/b/#x"}


def test_ids_of_headings_count_when_asked_for() -> None:
    ours = '<section id="a"><h2>A<a class="headerlink" href="#a">¶</a></h2></section>'
    assert canonical(ours, ids=True) == [["h2", {"id": "a"}, ["A"]]]
    assert canonical(ours) == canonical("<h2 id='b'>A</h2>") == [["h2", {}, ["A"]]]
