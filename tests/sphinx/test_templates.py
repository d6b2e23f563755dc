"""Templates of a site and of authors without Hugo, run in a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from template_samples import CONFIG, body, page, shortcode, site_with

if TYPE_CHECKING:
    from conftest import MakeSite


def test_a_template_runs_in_both_notations(make_site: MakeSite) -> None:
    site = site_with(
        make_site,
        {
            "site/content/posts/a.md": page(
                "{{< hi you >}} and {{% hi you %}}\n", color="red"
            ),
            **shortcode(
                "hi.html", '<b class="{{ .Page.Params.color }}">{{ .Get 0 }}</b>'
            ),
        },
    )
    built = site.build()
    assert built.warnings == ""
    assert body(built) == '<p><b class="red">you</b> and <b class="red">you</b></p>'


def test_a_template_of_markdown_gives_markdown(make_site: MakeSite) -> None:
    site = site_with(
        make_site,
        {
            "site/content/posts/a.md": page("{{% note %}}in *it*{{% /note %}}\n"),
            **shortcode("note.md", "**{{ .Page.Title }}**: {{ .Inner }}"),
        },
    )
    built = site.build()
    assert built.warnings == ""
    assert body(built) == "<p><strong>A</strong>: in <em>it</em></p>"


def test_inner_calls_are_made_first_and_know_their_parent(make_site: MakeSite) -> None:
    site = site_with(
        make_site,
        {
            "site/content/posts/a.md": page(
                '{{< tabs name="T" >}}{{< tab >}}x{{< /tab >}}{{< tab >}}y{{< /tab >}}'
                "{{< /tabs >}}\n"
            ),
            **shortcode("tabs.html", "<div>{{ .Inner }}</div>"),
            **shortcode(
                "tab.html",
                '<i id="{{ .Parent.Get "name" }}{{ .Ordinal }}">{{ .Inner }}</i>',
            ),
        },
    )
    built = site.build()
    assert built.warnings == ""
    assert body(built) == '<div><i id="T0">x</i><i id="T1">y</i></div>'


def test_a_call_stands_in_code_links_and_tags(make_site: MakeSite) -> None:
    site = site_with(
        make_site,
        {
            "site/content/posts/a.md": page(
                "```\nversion {{< version >}}\n```\n\n[to b]({{< to b >}}) and "
                '<a href="{{< to b >}}">b</a>\n\n| a |\n|---|\n| {{< version >}} |\n'
            ),
            "site/content/posts/b.md": page("B.", title="B"),
            **shortcode("version.html", "1 &amp; {{ add 1 1 }}"),
            **shortcode("to.html", "{{ (site.GetPage (.Get 0)).RelPermalink }}"),
        },
    )
    built = site.build()
    assert built.warnings == ""
    text = body(built)
    assert "version 1 &amp; 2\n" in text
    assert '<a class="reference internal" href="../b/index.html">to b</a>' in text
    assert '<a href="../b/index.html">b</a>' in text
    assert "<p>1 &amp; 2</p></td>" in text


def test_embedded_shortcodes_stand_inside_a_template(make_site: MakeSite) -> None:
    site = site_with(
        make_site,
        {
            "site/content/posts/a/index.md": page(
                '{{< box >}}{{< figure src="p.png" alt="P" >}}{{< /box >}}\n'
            ),
            "site/content/posts/a/p.png": "x",
            **shortcode("box.html", "<div>{{ .Inner | markdownify }}</div>"),
        },
    )
    built = site.build()
    assert built.warnings == ""
    tree = built.body("posts/a/index.html")
    assert tree.xpath(".//div/figure/img/@src") == ["p.png"]


def test_what_a_template_says_is_a_warning_at_the_call(make_site: MakeSite) -> None:
    site = site_with(
        make_site,
        {
            "site/content/posts/a.md": page("x\n\n{{< say >}}\n"),
            "site/hugo.toml": f'ignoreLogs = ["known"]\n{CONFIG}',
            **shortcode(
                "say.html",
                '{{ warnf "soft %d" 1 }}{{ errorf "hard" }}{{ warnidf "known" "no" }}'
                "ok",
            ),
        },
    )
    built = site.build()
    at = "<site>/site/content/posts/a.md:7: WARNING: shortcode 'say': "
    assert built.warnings.splitlines() == [
        f"{at}soft 1 [sphinx_updates.template_message]",
        f"{at}hard [sphinx_updates.template_message]",
    ]
    assert "ok" in body(built)


def test_a_template_that_does_not_parse_is_a_warning(make_site: MakeSite) -> None:
    site = site_with(
        make_site,
        {
            "site/content/posts/a.md": page("{{< bad >}}\n"),
            **shortcode("bad.html", "x\n{{ if }}"),
        },
    )
    built = site.build()
    assert built.warnings.startswith(
        "<site>/site/content/posts/a.md:5: WARNING: shortcode 'bad': "
        "_shortcodes/bad.html:2: "
    )
    assert "updates-notice" in body(built)


def test_other_formats_keep_text_and_links(make_site: MakeSite) -> None:
    site = site_with(
        make_site,
        {
            "site/content/posts/a.md": page("{{< hi >}}\n"),
            **shortcode(
                "hi.html", '<p>Hi <a href="https://e.org/">{{ .Name }}</a></p>'
            ),
        },
    )
    built = site.build("text")
    assert "Hi hi" in built.text("posts/a/index.txt")


def test_templates_work_without_hugo_and_as_directives(make_site: MakeSite) -> None:
    site = make_site(
        {
            "docs/_shortcodes/since.md": "*since {{ .Get 0 }}* {{ .Inner }}",
            "docs/_shortcodes/badge.html": (
                '<b title="{{ .Get "for" }}">{{ .Inner | markdownify }}</b>'
            ),
            "docs/index.md": (
                "# Home\n\n```{hugo:since} 1.2\n```\n\n```{hugo:badge}\n:for: a & b\n\n"
                "In *it*.\n```\n"
            ),
            "posts/a.md": page("{{% since 1.3 %}}it{{% /since %}}\n"),
        }
    )
    built = site.build(updates_shortcodes=["_shortcodes"])
    assert built.warnings == ""
    home = built.body("index.html")
    assert home.xpath(".//p/em/text()") == ["since 1.2"]
    assert '<b title="a &amp; b">In <em>it</em>.</b>' in built.text("index.html")
    assert "<em>since 1.3</em> it" in built.text("blog/a/index.html")


def test_a_list_of_pages_is_made_again_when_one_changes(make_site: MakeSite) -> None:
    site = site_with(
        make_site,
        {
            "site/content/posts/a.md": page("{{< list >}}\n"),
            "site/content/posts/b.md": page("B.", title="B"),
            "site/layouts/_partials/item.html": "<li>{{ .Title }}</li>",
            **shortcode(
                "list.html",
                '{{ range site.RegularPages }}{{ partial "item.html" . }}{{ end }}',
            ),
        },
    )
    assert "<li>B</li>" in body(site.build())
    site.write({"site/content/posts/b.md": page("B.", title="Changed")})
    assert "<li>Changed</li>" in body(site.build())
    site.write({"site/content/posts/c.md": page("C.", title="New")})
    assert "<li>New</li>" in body(site.build())
    site.write({"site/layouts/_partials/item.html": "<li>- {{ .Title }}</li>"})
    assert "<li>- New</li>" in body(site.build())


@pytest.mark.parametrize("name", ["gist", "unheard"])
def test_a_new_template_answers_in_pages_that_show_the_page(
    make_site: MakeSite, name: str
) -> None:
    site = site_with(
        make_site,
        {
            "site/content/posts/a.md": page("{{< show >}}\n"),
            "site/content/posts/c.md": page("{{< show >}}\n"),
            "site/content/posts/b.md": page(f"B {{{{< {name} x y >}}}}\n", title="B"),
            **shortcode("show.html", '{{ (site.GetPage "/posts/b").Content }}'),
        },
    )
    site.build()
    site.write(shortcode(f"{name}.html", "<b>new</b>"))
    built = site.build()
    assert "<b>new</b>" in body(built)
    assert "<b>new</b>" in built.text("posts/c/index.html")


def test_a_file_that_a_template_calls_by_name_is_watched(make_site: MakeSite) -> None:
    site = site_with(
        make_site,
        {
            "site/content/posts/a.md": page("{{< outer >}}\n"),
            "site/content/posts/b.md": page("{{< outer >}}\n"),
            "site/layouts/_partials/inner.html": "<b>{{ . }}</b>",
            **shortcode(
                "outer.html", '<p>{{ template "_partials/inner.html" "x" }}</p>'
            ),
        },
    )
    assert "<b>x</b>" in body(site.build())
    site.write({"site/layouts/_partials/inner.html": "<i>{{ . }}</i>"})
    built = site.build()
    assert "<i>x</i>" in body(built)
    assert "<i>x</i>" in built.text("posts/b/index.html")


def test_data_and_words_of_a_site(make_site: MakeSite) -> None:
    site = site_with(
        make_site,
        {
            "site/content/posts/a.md": page("{{< facts >}}\n"),
            "site/data/tools.yaml": "spade: {price: 3}\n",
            "site/i18n/en.toml": (
                '[tools]\none = "{{ .Count }} tool"\nother = "{{ .Count }} tools"\n'
            ),
            **shortcode(
                "facts.html",
                '{{ hugo.Data.tools.spade.price }} {{ i18n "tools" 2 }}, '
                '{{ T "tools" 1 }} {{ T "none" }}',
            ),
        },
    )
    assert "3 2 tools, 1 tool" in body(site.build())
    site.write({"site/data/tools.yaml": "spade: {price: 4}\n"})
    assert "4 2 tools" in body(site.build())


def test_nothing_outside_the_site_is_read(make_site: MakeSite) -> None:
    site = site_with(
        make_site,
        {
            "secret.txt": "secret",
            "site/inside.txt": "inside",
            "site/content/posts/a.md": page("{{< read >}}\n"),
            **shortcode(
                "read.html",
                '{{ os.ReadFile "inside.txt" }}{{ with try (os.ReadFile '
                '"../secret.txt") }}{{ with .Err }}no{{ else }}{{ .Value }}{{ end }}'
                "{{ end }}",
            ),
        },
    )
    assert "secret" not in body(site.build())


def test_a_template_in_the_post_runs_if_the_site_allows_it(make_site: MakeSite) -> None:
    text = "{{< sum.inline >}}{{ add 1 2 }}{{< /sum.inline >}} {{< sum.inline />}}\n"
    site = site_with(make_site, {"site/content/posts/a.md": page(f"x{text}")})
    built = site.build()
    assert built.warnings == ""
    assert body(built) == "<p>x </p>"
    site.write(
        {"site/hugo.toml": f"{CONFIG}[security]\nenableInlineShortcodes = true\n"}
    )
    site.write({"site/content/posts/a.md": page(f"y{text}")})
    assert body(site.build()) == "<p>y3 3</p>"


def test_addresses_with_the_path_of_the_site_lead_to_pages_and_files(
    make_site: MakeSite,
) -> None:
    site = site_with(
        make_site,
        {
            "site/hugo.toml": CONFIG.replace("example.org/", "example.org/sub/"),
            "site/content/posts/a/index.md": page("{{< show >}}\n"),
            "site/content/posts/a/t.svg": "<svg/>",
            "site/assets/all.svg": "<svg/>",
            **shortcode(
                "show.html",
                '<img src="{{ (.Page.Resources.Get "t.svg").RelPermalink }}">'
                '<img src="{{ (resources.Get "all.svg").Permalink }}">'
                '<a href="{{ .Page.RelPermalink }}">a</a>'
                '<a href="{{ .Page.Permalink }}">a</a>',
            ),
        },
    )
    built = site.build()
    assert built.warnings == ""
    found = built.body("posts/a/index.html")
    assert found.xpath(".//img/@src") == ["t.svg", "../../all.svg"]
    assert found.xpath(".//section/a/@href") == ["#", "#"]
    assert built.has("all.svg")


def test_the_plain_text_of_a_page_is_as_plainify_makes_it(make_site: MakeSite) -> None:
    site = site_with(
        make_site,
        {
            "site/content/posts/a.md": page("{{< words >}}\n"),
            "site/content/posts/b.md": page(
                '<p>a<BR>b <script>c</script><!-- d > e --> <i title="f>g">h</i></p>\n',
                title="B",
            ),
            **shortcode(
                "words.html",
                '{{ with site.GetPage "/posts/b" }}'
                "[{{ .Plain }}] {{ eq .Plain (plainify .Content) }} {{ .WordCount }}"
                "{{ end }}",
            ),
        },
    )
    built = site.build()
    assert built.warnings == ""
    assert body(built) == "[ab h\n] true 2"


@pytest.mark.parametrize("parallel", [0, 2])
def test_words_that_cannot_be_read_are_one_warning(
    make_site: MakeSite, parallel: int
) -> None:
    # As many pages as it takes for more than one process.
    names = [f"p{number}" for number in range(12)]
    site = site_with(
        make_site,
        {
            "site/content/posts/a.md": page("{{< say >}}\n"),
            **{f"site/content/posts/{name}.md": page("{{< say >}}") for name in names},
            "site/i18n/en.json": '{"hello": "Hel',
            **shortcode("say.html", '[{{ i18n "hello" }}]'),
        },
    )
    built = site.build(parallel=parallel)
    assert body(built) == "[]"
    assert built.warnings.count("WARNING") == 1
    assert "site/i18n/en.json:1: WARNING: it is not readable as JSON" in built.warnings
