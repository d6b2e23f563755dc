"""Ask real Hugo what it makes of Markdown, and write ``markdown.json``.

Run by hand: ``python tests/golden/regenerate_markdown.py``. There is one site for each
configuration, and every case is a page of one of them.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from pathlib import Path

GOLDEN = Path(__file__).with_name("markdown.json")
NAMED = {"disableKinds": ["home", "section", "taxonomy", "term", "rss", "sitemap", "404"]}
TITLE = "Page of a case"


def goldmark(**parts: object) -> dict[str, object]:
    return {"markup": {"goldmark": parts}}


def extensions(**parts: object) -> dict[str, object]:
    return goldmark(extensions=parts, renderer={"unsafe": True})


ON = {"enable": True}
EXTRAS = {name: ON for name in ("insert", "mark", "subscript", "superscript", "delete")}
OFF = dict.fromkeys(("table", "strikethrough", "linkify", "taskList", "definitionList"), False)
# Only how numbers and marks are printed: with classes, which can be read.
CLASSES: dict[str, object] = {"markup": {"highlight": {"noClasses": False}}}
CONFIGS: dict[str, dict[str, object]] = {
    "hugo": CLASSES,
    "unsafe": goldmark(renderer={"unsafe": True}),
    "off": extensions(**OFF, footnote={"enable": False}, typographer={"disable": True}),
    "typographer": extensions(
        typographer={"enDash": "", "leftDoubleQuote": "&laquo;&nbsp;", "rightDoubleQuote": "&nbsp;&raquo;",
                     "ellipsis": "(etc)", "apostrophe": "&#39;", "leftAngleQuote": "&lt;"},
    ),
    "typographer parts": extensions(
        typographer={"leftSingleQuote": "", "rightSingleQuote": "", "emDash": "", "ellipsis": "",
                     "apostrophe": "", "rightAngleQuote": ""},
    ),
    "extras": extensions(strikethrough=False, extras=EXTRAS),
    "extras and strikethrough": extensions(
        extras={name: ON for name in ("insert", "mark", "subscript", "superscript")}
    ),
    "http": extensions(linkifyProtocol="http"),
    "attributes": goldmark(
        parser={"attribute": {"block": True}, "wrapStandAloneImageWithinParagraph": False}
    ),
    "attributes and paragraphs": goldmark(parser={"attribute": {"block": True, "title": False}}),
    "emoji": {"enableEmoji": True},
    "blackfriday": goldmark(parser={"autoIDType": "blackfriday"}),
    "github-ascii": goldmark(parser={"autoIDType": "github-ascii"}),
    "no ids": goldmark(parser={"autoHeadingID": False}),
    "term ids": goldmark(parser={"autoDefinitionTermID": True}),
    "hard wraps": goldmark(renderer={"hardWraps": True}),
    "numbered lines": {"markup": {"highlight": {"noClasses": False, "lineNos": True, "lineNoStart": 5, "hl_Lines": "1", "guessSyntax": True}}},
    "no code fences": {"markup": {"highlight": {"codeFences": False}}},
    "cjk": extensions(cjk={"enable": True, "eastAsianLineBreaks": True, "escapedSpace": True}),
    "cjk css3": extensions(cjk={"enable": True, "eastAsianLineBreaks": True, "eastAsianLineBreaksStyle": "css3draft"}),
}

QUOTES = [
    '"x"', "'x'", "it's", "the '90s", "'90s pop", "in '99", "the 1990's", "5'10\"", "6' tall", '12" disk',
    '"a \'b\' c"', "'a \"b\" c'", "\"'a' b\"", "dogs' tails", "doin' it", "'twas", "'em", "'net", "'like'",
    "'tis the 'end'", "'s", "I'm you'd we've they'll you're", "O'Neil's", "a 'b c", 'a "b c', '"a" "b"',
    '("a")', "('a')", '"a."', '"a", "b".', 'say "a"!', '*"a"*', '**"a"** b', '"*a*"', '"`a`"', "`\"a\"`",
    '"[a](/b)"', '[a "b" c](/d)', '[it\'s](/d)', '\\"a\\"', "\\'a\\'", "&quot;a&quot;", '"a\nb"', "'a\nb'",
    '"Monitor 21""', 'a"b"c', "a'b'c", "x'", "'", '"', "''", '""', "'a'b", '"a"b', "é'é", "'é'", '"é"',
    "a - 'b' - c", "‘a’ 'b'", "rock 'n' roll", "the '60s, '70s and '80s.", "'60sx", "(\"a\"), ('b')",
    "'a' and 'b'", "\"a\" -- 'b' --- c", "\"it's\"", "'it's'", "'don't' \"don't\"", "> \"a\"\n> 'b'",
    "- \"a\"\n- 'b'", "# \"a\" 'b'", "|\"a\"|'b'|\n|--|--|\n|\"c\"|it's|", "\"a\n\nb\"", "1'2", "1\"2",
    "a's \"b's\" 'c's'", '“a” "b"', "\"a\"—b", "a—\"b\"", "\"a\"-b", "<https://a.org/'x'>", '![a "b"](/c "d \'e\'")',
    "'a', 'b'; 'c': 'd'", "\"'", "'\"", "'\"a\"'", "Hans' \"book\"", "'t Hooft", "the '07 vintage",
]
DASHES = [
    "a--b", "a---b", "a -- b", "a --- b", "a----b", "a-----b", "a------b", "a-------b", "-- a", "a --", "a\\--b",
    "a-\\-b", "`a--b`", "https://x.org/a--b", "a...b", "a...", "a....", "a.....", "a......", "...", "..", ". . .",
    "<<a>>", "<< a >>", "<a>>", "a<<b", "<<<a>>>", "a >> b", "a\\<<b", "(c) (r) (tm) +- 1/2", "a–b—c…",
    "a --\nb", "a ---\nb", "[a--b](/c--d)", "*a--b*", "x,,y", "&ndash; &mdash;", "a -b- c", "1--2", "-->", "<--",
    "--flag and -f", "a.. .b", "*a*--*b*", "!...", "?!...",
]
LINKIFY = [
    "https://x.org", "http://x.org.", "see https://x.org, or", "see https://x.org; or", "(https://x.org)",
    "https://x.org/a_(b)", "(https://x.org/a_(b))", "https://x.org/?a=b&c=d", "https://x.org/a&amp;", "ftp://x.org/a",
    "www.x.org", "www.x.org/a.", "WWW.x.org", "www.x", "x.org", "https://localhost", "https://localhost:8000/a",
    "https://x.org:8000/a", "https://192.168.0.1/a", "https://x.org/a--b...c", "https://x.org/'a'", "me@x.org", "me@x.org.",
    "(me@x.org)", "me@x", "me.you+z@x-y.co.uk", "mailto:me@x.org", "a https://x.org b www.y.org c me@z.org",
    "*https://x.org*", "**https://x.org**", "_https://x.org_", "~https://x.org~", "[https://x.org](/a)", "`https://x.org`",
    "[a https://x.org b](/c)", "![https://x.org](/c.png)", "\"https://x.org\"", "'https://x.org'", "<https://x.org>", "<me@x.org>",
    "<ftp://x.org/a>", "https://x.org!", "https://x.org?", "https://x.org/a?", "https://x.org:", "https://x.org/a:b",
    "https://x.org/*a*", "https://x.org/a_b_c", "https://x.org/~me", "https://x.org#a", "https://X.ORG/A", "HTTPS://x.org",
    "https://é.org", "https://x.org/é", "https://x.org/%20a", "https://x.org/a\nb", "xhttps://x.org", ":https://x.org", "/https://x.org",
    "-https://x.org", "[^https://x.org", "https://x.org/a]b", "https://x.org/a|b", "| https://x.org | www.y.org |\n|--|--|\n| me@x.org | b |",
    "https://x.org/a<b", "# https://x.org", "- https://x.org\n- www.y.org", "https://x.org/a\"b\"", "https://", "http://.", "me@x.org-", "me@x.org_",
    "a.b@c.d@e.f", "https://x.org/a,b", "https://x.org/$a", "https://x.org/a*", "https://x.org/a_", "tel:123", "irc://x.org", "news.x.org", "\\https://x.org",
    # How an address may end.
    *(f"{before}https://x.org/a{end} z" for before in ("", "(") for end in (").", ".)", "!)", ")).", ").)", ");", "),", "(x).", "(x)).", ").*", "):", "].")),
]
EMPHASIS = [
    "~~a~~", "~a~", "~~~a~~~ b", "H~2~O", "a ~~b~ c", "a ~b~~ c", "~~a b~~c", "~~ a ~~", "~~a\nb~~", "~~*a*~~", "*~~a~~*", "~~a", "\\~a~",
    "~a ~b~ c~", "~~a~~~~b~~", "*a*", "_a_", "a_b_c", "a*b*c", "**a**", "***a***", "*a **b** c*", "**a*", "* a *", "_a_b", "a\\*b\\*",
    "++a++", "==a==", "a^2^", "H~2~O and x^2^", "~~a~~ ~b~",
]
EXTRA_MARKS = [
    "++a++", "a ++b c++ d", "+a+", "+++a+++", "==a==", "a ==b c== d", "=a=", "===a===", "a^2^", "^a b^", "^a\\ b^", "a^b^c^d^", "^^a^^",
    "H~2~O", "~a b~", "~~a~~", "~~a b~~", "*++a++*", "++*a*++", "==~~a~~==", "++a", "==a", "a^b", "a~b", "++a\nb++", "==**a**==",
    "x^*a*^", "`++a++`", "\\++a++", "++a+ +b++", "==a=b==", "C++ and D++", "a == b == c", "^[a]^", "[++a++](/b)", "a~i~^2^", "++ a ++",
    "1 ++ 2 ++ 3", "|==a==|x^2^|\n|--|--|\n|++b++|H~2~O|", "# ==a== ++b++ x^2^", "~a~b~c~", "==a==b==c==", "~~~a~~~",
]
LISTS = [
    "Term\n: Def", "Term\n: Def\n: Def 2", "A\nB\n: Def", "Term\n\n: Def", "A\n: One\n\nB\n: Two", "A\n: One\n\n  more", "A\n: One\n    more",
    "A\n:   One\n\n    more\n\n    - x\n    - y", "A\n:Def", "A\n~ Def", "*A* `b`\n: *Def*", ": Def", "A\n: One\nlazy", "A\n: One\n\ntext", "- A\n  : One",
    "> A\n> : One", "A\n: One\n: Two\n\nB\n: Three\n\n: Four", "A\n:     code", "A\n: ```\n  x\n  ```", "A\n\n\n: Def", "# A\n: Def", "A\n: B: C",
    "A :\n: b", "A\n: 1. x\n  2. y", "A\n: One\n\n: Two", "A\n  : One", "A\n: One\nB\n: Two", "A \"q\"\n: It's",
    "- [ ] a\n- [x] b", "- [X] a", "* [ ] a", "1. [x] a", "- [ ]", "- [ ]a", "- [x]  a", "- a\n  - [ ] b\n  - [x] c", "- [ ] *a* `b`", "[ ] a", "- [ ] a\n\n- [x] b",
    "- [-] a", "+ [x] https://x.org", "- [ ] a\n  more", "- [ ] [a](/b)", "- [x](/b)", "- \\[ ] a", "> - [ ] a",
    "- a\n- b", "- a\n\n- b", "1) a\n2) b", "3. a\n4. b", "0. a", "- a\n+ b\n* c", "- a\n   - b\n      - c", "1. a\n   b\n2. c", "- a\n\n  b", "a\n- b", "a\n2. b", "-\n- a", "10. a\n11. b", "- > a\n- ```\n  b\n  ```",
]
TABLES = [
    "|a|b|\n|--|--|\n|1|2|", "a|b\n-|-\n1|2", "|l|c|r|n|\n|:-|:-:|-:|-|\n|1|2|3|4|", "|a|b|\n|-|-|\n|1|", "|a|b|\n|-|-|\n|1|2|3|", "|a\\|b|c|\n|-|-|\n|1\\|2|3|",
    "|a|b|\n|-|-|\n|`x|y`|2|", "|a|b|\n|-|-|\n|`x\\|y`|2|", "text\n|a|b|\n|-|-|\n|1|2|", "|a|b|\n|-|-|\n|1|2|\ntext", "|a|b|\n|-|-|", "|a|\n|-|\n|1|", "|a|b|\n|-|\n|1|2|",
    "|*a*|[b](/c)|\n|-|-|\n|**1**|![x](/y.png)|", "| a | b |\n| --- | --- |\n|  |  |", "|a|b|\n|-|-|\n|1|2|\n\n|c|\n|-|\n|3|", "> |a|b|\n> |-|-|\n> |1|2|", "- |a|b|\n  |-|-|\n  |1|2|",
    "|a|b|\n|-|-|\n|1<br>2|3|", "|a|b|\n|:--|--:|\n||x|", "|a|b|\n|-|-|\n|1|2|\n> q", "|a|b|\n|-|-|\n|1|2|\n# h", "|a|b|\n|-|-|\n|1|2|\n- l", "a\n-", "|a|\n|:-:|\n|1|\n|2|\n|3|",
    "|a|b|\n|-|-|\n| x \\\\| y|z|", "  |a|b|\n  |-|-|\n  |1|2|", "|a|b|\n|-|-|\n|--|...|", "|a||b|\n|-|-|-|\n|1||2|", "|é|日本|\n|-|-|\n|ü|語|", "|a|b|\n|=|=|\n|1|2|", "|a|b|\n| - | :-: |\n|[^1]|2|\n\n[^1]: note",
]
FOOTNOTES = [
    "a[^1]\n\n[^1]: one", "a[^x] b[^y]\n\n[^y]: why\n[^x]: ex", "a[^1] b[^1]\n\n[^1]: one", "a[^2]\n\n[^1]: unused\n[^2]: two", "a[^zz]", "a^[inline]", "a[^1]\n\n[^1]: one\n\n    two\n\n    - x",
    "a[^1]\n\n[^1]: first\n[^1]: second", "a[^1]\n\n[^1]: see[^2]\n[^2]: two", "[^1]: only", "a[^a b]\n\n[^a b]: one", "a[^1]\n\n[^1]: *one* `two` \"three\"", "- a[^1]\n\n[^1]: one", "> a[^1]\n\n[^1]: one", "> a[^1]\n>\n> [^1]: one",
    "|a[^1]|b|\n|-|-|\n|1|2[^2]|\n\n[^1]: one\n[^2]: two", "# a[^1]\n\n[^1]: one", "![^1]\n\n[^1]: one", "a[^1]:\n\n[^1]: one", "a\\[^1]\n\n[^1]: one", "*a[^1]*\n\n[^1]: one", "[^1]: one\n\na[^1]", "a[^A] b[^a]\n\n[^a]: lower\n[^A]: upper", "a[^1][^2]\n\n[^1]: one\n[^2]: two", "`[^1]`\n\n[^1]: one",
    "a[^1]\n\n[^1]:\n    one", "a[^1]\n\n[^1]: one\nlazy", "a[^1]\n\n[^1]: > one", "a[^1]\n\n[^1]: ```\n    x\n    ```", "[a[^1]](/b)\n\n[^1]: one", "a[^1] b[^2] c[^1]\n\n[^2]: two\n[^1]: one", "a[^1]\n\n[^1]: one[^1]", "a[^1]\n[^1]: one", "[^1]\n\n[^1]: one\n[^2]: two [^1]",
]
HEADINGS = [
    "## a {#b}", "## a {#b .c .d k=v}", "## a {.c}", "## a {k=v}", "## a {k=\"v w\"}", "## a {#b onclick=x}", "## a {x}", "## a { #b }", "## a {#b} ##", "## a ## {#b}", "## a {#b} c", "## a {#b", "## a#b}", "## {#b}", "a {#b}\n---", "a {#b .c}\n===",
    "a\nb {#c}\n---", "a\nb\n---", "## a {#b}\n## a\n## b", "## a\n## a\n## a", "## a\n## a-1\n## a", "## a {#b}\n## c {#b}", "# `code` *em* [link](u) ![img](a.png)", "## !!!", "##", "## C++ & C# / Go!", "## Über straße café 日本語", "## 1.2.3 Version_x",
    "## \"Quoted\" it's -- dash", "## A  double   space", "## a.b/c:d", "## x – y — z", "## &amp; &copy; x", "## H {#custom}\n## custom", "### a\n## b\n# c", "#NoSpace", "####### seven", "## a\\#b", "## a #", "> ## a", "- ## a", "## a {#é}", "## a {#a.b:c}", "## a\\{#b}", "## a {#b}{.c}", "## a {.c}{#b}", "## `a {#b}`",
    "## a {class=\"x y\" .z}", "## https://x.org", "## <https://x.org> a", "## a<br>b", "## a[^1]\n\n[^1]: one", "## ~~a~~ b", "## :smile: a", "## a\tb", "## ½ ² ①", "## ЖЖ Ünï", "## a_b-c", "## -a-", "## a {#B}", "## a {#b k}", "## a {data-x=\"{}\"}", "## a {style=\"color: red\"}", "## a {#1}", "## a  {#b}  ", "## a{#b}",
]
ATTRIBUTES = [
    "a\n{.b}", "a\n{#b .c k=v}", "a\n\n{.b}", "> a\n{.b}", "> a\n\n{.b}", "- a\n- b\n{.c}", "1. a\n{.c}", "|a|\n|-|\n|1|\n{.b}", "---\n{.b}", "![a](/b.png)\n{.c}", "![a](/b.png)\n{.c #d}", "a ![b](/c.png) d\n{.e}", "![a](/b.png)", "## a\n{.b}", "```\na\n```\n{.b}", "{.b}", "a {.b}", "a\n{.b} c",
    "a\n{onclick=x .b}", "a\n{style=\"color: red\"}", "- a\n  {.b}\n- c", "> a\n> {.b}\n{.c}", "a\n{.b}\nc", "a\nb\n{.c}", "a\n{x}", "a\n{}", "a\n{b=c}", "a\n{.b}\n{.c}", "A\n: b\n{.c}", "- a\n\n  b\n  {.c}", "![a](/b.png)\n![c](/d.png)", "[![a](/b.png)](/c)", "![a](/b.png \"t\")\n", "- ![a](/b.png)", "> ![a](/b.png)\n> {.c}", "a\n  {.b}", "a\n{.b #c}\n\nd\n{.e}",
    "<div>\n</div>\n{.b}", "a[^1]\n\n[^1]: one\n{.b}", "{{1}}", "a\n{ .b }", "***\n{#r}", "* a\n{.b .c}\n\n* d",
]
FENCES = [
    "```\na < b\n```", "```python\nx = 1\n```", "```foolang\nx\n```", "```mermaid\ngraph TD\n```", "```math\nx^2\n```", "```chem\nH2O\n```", "```plantuml\na\n```", "```markmap\n- a\n```", "```python {linenos=table,hl_lines=[2,\"4-6\"],linenostart=199}\na\nb\nc\nd\ne\nf\n```",
    "```python {linenos=inline hl_lines=\"1 2\" .cls #idd data-x=1 title=\"T\"}\na\nb\n```", "```go{linenos=false}\na\n```", "```{.python}\na\n```", "``` {linenos=true}\na\n```", "```python {linenos=true}\na\n```", "```python title=\"x\" foo\na\n```", "```python {linenos=true}trailing\na\n```",
    "```foolang {linenos=true .c}\na\n```", "```text {hl_lines=[1]}\na\n```", "~~~python\na\n~~~", "````\n```\na\n```\n````", "```Python\na\n```", "```c++\na\n```", "```sh {.c}\n$ a\n```", "    indented <b>", "\tindented", "```\n\n```", "```\na", "- ```go\n  a\n  ```", "> ```go\n> a\n> ```", "```go\n<!--more-->\n```", "```html\n<b>\n```",
    "```js {hl_lines=[1,3]}\na\nb\nc\n```", "```bash {style=dracula}\na\n```", "```bash {lineNos=true}\na\n```", "```bash {LINENOS=table}\na\n```", "```bash {hl_inline=true}\na\n```", "```bash {anchorLineNos=true lineAnchors=x}\na\n```", "```\n\ta\n```", "```diff\n- a\n+ b\n```", "``` python\na\n```", "```python,linenos\na\n```", "```{#x .y}\na\n```", "```console\n$ a\nb\n```",
    "```yaml {file=\"a.yml\"}\na: b\n```", "```go-html-template\n{{ .a }}\n```", "```toml\na = 1\n```",
]
QUOTE_BLOCKS = [
    "> [!NOTE]\n> a", "> [!TIP] Title\n> a", "> [!note]+ T\n> a", "> [!custom]\n> a", "> [! NOTE]\n> a", "> a\n> [!NOTE]", "> a\nlazy", "> a\n\n> b", "> > a", "> # a\n> b", ">a", "> a\n>\n> b",
]
MYST = [
    "% a comment", "a\n% b", "(target)=\n# a", "(target)=", "{ref}`a`", "{word}`code`", "a {abbr}`b (c)` d", "+++", "+++\na", ":::\na\n:::", ":::{note}\na\n:::", "[[x]]", "[](a)", "a {{ b }} c", "[a](#b)", "$$\na\n$$", "{#id}", "a{.b}", "[a]{.b}", "{% raw %}", "[@cite]", "`a`{.b}", "!!! note", "a\\\nb", "a  \nb",
    "[=x=]", "--- \na: b\n---", "[ ] a", "<!-- a -->b", "(a)= b", "{a}", "{a}`b`{c}`d`", "% a\n\nb", "```{.a}\nb\n```", ":a: b", "|a|", "@a", "&amp; &copy; &#35; &nope;", "\\a \\* \\\"", "a<!--more-->b", "a\n\n<!--more-->\n\nb",
    "[a]: /b\n\n[a]", "[a][b]\n\n[b]: </c d> \"t\"", "![a][b]\n\n[b]: /c.png", "[a](/b \"c\")", "[a](</b c>)", "[a](/b (c))", "[a]()", "[a](b.md)", "[](/b)", "[a](/b\\_c)", "[a](/b&amp;c)", "[x](javascript:a)", "![x](javascript:a)", "***", "- - -", "_ _ _", "a\n***\nb",
]
EMOJI = [
    ":smile:", "a:smile:b", ":nope:", "`:smile:`", ":+1: :-1:", ":100:", ":de: :uk:", ":smile::heart:", ": smile:", ":SMILE:", "12:30:45", "\\:smile:", "[:smile:](/a)", "# :smile: a", ":octocat:", ":family_man_woman_girl_boy:", ":man_technologist:", ":e-mail:", "https://x.org/:smile:", "| :smile: |\n|--|\n| :x: |", "<b>:smile:</b>", ":rainbow_flag:", "::smile:", ":smile", "*:smile:*", "```\n:smile:\n```", ":t-rex:",
]
HARD = ["a\nb", "a  \nb", "a\\\nb", "- a\n  b", "> a\n> b", "a\n*b\nc*", "|a|\n|-|\n|b|", "a\n\nb", "[a\nb](/c)", "`a\nb`", "# a\nb"]
CJK = ["日本\n語", "日本\nabc", "abc\n日本", "太郎は\\ **「こんにちわ」**\\ と", "한국\n어", "a\\ b", "。\n日", "日本  \n語", "# 日本\n語", "a\nb", "あ！\nb", "あ！\nい"]
TERMS = ["A term\n: b", "A\nA\n: b", "## A\n\nA\n: b", "*A* `b`\n: c"]

CASES: dict[str, dict[str, list[str]]] = {
    "hugo": {
        "quotes": QUOTES, "dashes": DASHES, "linkify": LINKIFY, "emphasis": EMPHASIS, "lists": LISTS, "tables": TABLES, "footnotes": FOOTNOTES,
        "headings": HEADINGS, "attributes": ATTRIBUTES[:20], "fences": FENCES, "quote blocks": QUOTE_BLOCKS, "other syntax": MYST, "emoji": EMOJI[:3],
    },
    "unsafe": {"other syntax": MYST, "headings": ["## a<br>b", "## a <b>c</b> d", "## <!-- a --> b"], "tables": ["|a|b|\n|-|-|\n|1<br>2|<b>3</b>|"]},
    "off": {"emphasis": EMPHASIS[:6], "lists": ["A\n: b", "- [ ] a"], "tables": TABLES[:2], "footnotes": FOOTNOTES[:2], "linkify": ["https://x.org", "me@x.org", "<https://x.org>"], "quotes": QUOTES[:8], "dashes": DASHES[:4] + ["a...", "<<a>>"]},
    "typographer": {"quotes": QUOTES[:20], "dashes": DASHES[:10] + ["a...", "<<a>>", "# a -- b... \"c\""]},
    "typographer parts": {"quotes": QUOTES[:24], "dashes": DASHES[:10] + ["a...", "<<a>>"]},
    "extras": {"extra marks": EXTRA_MARKS},
    "extras and strikethrough": {"extra marks": EXTRA_MARKS[:10] + EXTRA_MARKS[12:20]},
    "http": {"linkify": ["www.x.org", "https://x.org", "http://x.org", "www.x.org/a and me@x.org"]},
    "attributes": {"attributes": ATTRIBUTES},
    "attributes and paragraphs": {"attributes": ATTRIBUTES[:20], "headings": HEADINGS[:6]},
    "emoji": {"emoji": EMOJI},
    "blackfriday": {"headings": HEADINGS[22:38]},
    "github-ascii": {"headings": HEADINGS[22:38]},
    "no ids": {"headings": HEADINGS[:5] + HEADINGS[19:22]},
    "term ids": {"lists": TERMS},
    "hard wraps": {"lines": HARD},
    "numbered lines": {"fences": FENCES[:12] + ["```\nimport os\nprint(1)\n```", "```\n#!/bin/bash\n```"]},
    "no code fences": {"fences": FENCES[:12]},
    "cjk": {"lines": CJK},
    "cjk css3": {"lines": CJK},
}


def build(config: dict[str, object], pages: list[str]) -> list[str]:
    """Return what Hugo makes of *pages* on a site with *config*."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "content").mkdir()
        (site / "layouts").mkdir()
        (site / "layouts/page.html").write_text("{{ .Content }}")
        (site / "hugo.json").write_text(json.dumps({"baseURL": "/", **NAMED, **config}))
        for number, page in enumerate(pages):
            text = f"---\ntitle: {TITLE}\n---\n\n{page}\n"
            (site / f"content/c{number}.md").write_text(text, encoding="utf-8")
        run = subprocess.run(["hugo"], cwd=site, capture_output=True, check=False)
        if run.returncode:
            raise SystemExit(run.stderr.decode() + json.dumps(config))
        written = (site / f"public/c{number}/index.html" for number in range(len(pages)))
        return [w.read_text("utf-8") if w.exists() else "" for w in written]


def main() -> None:
    version = subprocess.run(["hugo", "version"], capture_output=True, text=True, check=True)
    found = re.search(r"v([\d.]+)", version.stdout)
    cases = []
    for name, config in CONFIGS.items():
        texts = [(group, text) for group, texts in CASES[name].items() for text in texts]
        made = build(config, [text for _group, text in texts])
        counts: dict[str, int] = {}
        for (group, text), html in zip(texts, made, strict=True):
            counts[group] = counts.get(group, 0) + 1
            case = {"name": f"{name}: {group} {counts[group]}", "config": name}
            cases.append({**case, "markdown": text, "html": html})
    data = {
        "hugo_version": found[1] if found else "unknown",
        "title": TITLE,
        "configs": CONFIGS,
        "cases": cases,
    }
    GOLDEN.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
