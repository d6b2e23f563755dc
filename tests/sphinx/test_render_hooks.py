"""A site's own render hooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from template_samples import body, page, site_with

if TYPE_CHECKING:
    from conftest import MakeSite

TEXT = """\
```go {linenos=true class="x"}
a < b
```

> quote *it*

> [!NOTE]
> alert

| a | b |
|:--|---|
| 1 | **2** |

## Head

[b](b.md)
"""


def hook(name: str, text: str) -> dict[str, str]:
    return {f"site/layouts/_markup/render-{name}.html": text}


HOOKS = {
    **hook("codeblock", '<pre class="own">{{ .Inner }}</pre>'),
    **hook(
        "codeblock-go",
        '<pre class="go {{ .Attributes.class }}" data-n="{{ .Options.linenos }}">'
        "{{ .Type }}:{{ .Inner }}:{{ .Ordinal }}</pre>",
    ),
    **hook(
        "blockquote",
        '<aside class="{{ .Type }} {{ .AlertType }}">{{ .Text }}</aside>',
    ),
    **hook(
        "table",
        "<table>{{ range .THead }}{{ range . }}<th>{{ .Text }} {{ .Alignment }}</th>"
        "{{ end }}{{ end }}{{ range .TBody }}<tr>{{ range . }}<td>{{ .Text }}</td>"
        "{{ end }}</tr>{{ end }}</table>",
    ),
    **hook("heading", "<h{{ .Level }} id={{ .Anchor }}>#{{ .Text }}</h{{ .Level }}>"),
    **hook("link", '<a class="own" href="{{ .Destination }}">{{ .Text }}</a>'),
}


def files(text: str = TEXT) -> dict[str, str]:
    return {
        "site/content/posts/a.md": page(text),
        "site/content/posts/b.md": page("B.", title="B"),
    }


def test_hooks_for_blocks_run_and_those_for_links_do_not(make_site: MakeSite) -> None:
    site = site_with(make_site, files() | HOOKS)
    built = site.build()
    assert built.warnings == ""
    text = body(built)
    assert '<pre class="go x" data-n="true">go:a &lt; b:0</pre>' in text
    assert '<aside class="regular "><p>quote <em>it</em></p>\n</aside>' in text
    assert '<aside class="alert note"><p>alert</p>\n</aside>' in text
    assert "<th>a left</th><th>b </th><tr><td>1</td><td><strong>2</strong>" in text
    assert "<h2>Head<" in text
    assert 'class="own"' not in text
    replaced = "_markup/render-heading.html, _markup/render-link.html: replaced by"
    assert replaced in built.log


def test_hooks_for_links_and_headings_run_when_they_are_asked_for(
    make_site: MakeSite,
) -> None:
    site = site_with(make_site, files() | HOOKS)
    text = body(site.build(updates_render_hooks=["link", "heading"]))
    assert '<a class="own" href="../b/index.html">b</a>' in text
    assert "<h2 id=head>#Head</h2>" in text


def test_a_broken_hook_is_a_warning_and_not_used(make_site: MakeSite) -> None:
    site = site_with(make_site, files() | hook("codeblock", "{{ .Nope }}"))
    built = site.build()
    assert built.warnings.startswith(
        "<site>/site/content/posts/a.md:5: WARNING: render hook: template: "
        "_markup/render-codeblock.html:1:3: "
    )
    assert "highlight-go" in body(built)


def test_a_new_hook_is_used_at_the_next_build(make_site: MakeSite) -> None:
    site = site_with(make_site, files())
    assert "<aside" not in body(site.build())
    site.write(hook("blockquote", "<aside>{{ .Text }}</aside>"))
    assert "<aside>" in body(site.build())
