"""Calls of the Scientific Python theme, and what each makes in HTML."""

from __future__ import annotations

from typing import Final

FILES: Final[dict[str, str]] = {
    "posts/team.toml": "# the team, in order\n[[item]]\ntype = 'card'\nbody = '''"
    '{{< image\n  src="pic.png"\n  alt="A"\n>}}\nAnna'
    "'''\nlink = 'https://e.example/anna'\n"
    "[[item]]\nbody = 'plain, {{< badge dark >}}Bo{{< /badge >}}'\n",
    "posts/bad.toml": "[[item]]\nbody = open\n",
    "posts/lines.toml": "[[item]]\nbody = '''\n[x](nope.md)\n{{< nope >}}\n'''\n",
    "posts/b.md": "---\ntitle: B\ndate: 2024-01-01\n---\n",
    "posts/code.py": "x = 1  # {{< badge >}}\n",
    "posts/part.txt": "---\ntitle: T\n---\n\n## Head\n\n"
    "Some *text* and {{< badge info >}}in{{< /badge >}}.\n",
    "posts/loop.txt": 'Round {{< include-md "loop.txt" >}}\n',
    "posts/one.txt": '{{< include "two.txt" >}}\n\nOne\n',
    "posts/two.txt": '{{< include "one.txt" >}}\n\nTwo\n',
    "posts/part.htm": "<p>Some *html* {{< badge >}}</p>\n",
    "docs/far.htm": "<b>far</b>",
    "outside.txt": "secret",
}

CASES: Final[dict[str, str]] = {
    "admonition-tip": "{{< admonition tip >}}\nSome *text*.\n{{< /admonition >}}",
    "admonition-mission": "{{% admonition mission %}}\nA.\n\nB.\n{{% /admonition %}}",
    "admonition-none": "{{< admonition >}}x{{< /admonition >}}",
    "admonition-see": '{{< admonition "see also, <b>" >}}x{{< /admonition >}}',
    "sidebar": '{{< sidebar title="A *t*" >}}\nSome *text*.\n{{< /sidebar >}}',
    "sidebar-bare": "{{% sidebar %}}x{{% /sidebar %}}",
    "details": '{{< details "**S** x" >}}\nSome *text*.\n{{< /details >}}',
    "details-bare": "{{% details %}}x{{% /details %}}",
    "badge": "a {{< badge success >}}\n*new*\n{{< /badge >}} b",
    "badge-outline": "{{% badge danger outline %}}old{{% /badge %}}",
    "button": '{{< button style="outline-info" label="Go *on*" link="b.md" >}}',
    "button-plain": '{{% button label="Go" link="https://e.example/" %}}',
    "card": "{{< card >}}\nheader = 'H *h*'\ntitle = 'T *t*'\nbody = '''\n"
    "One.\n\nTwo *x*.\n'''\nfooter = 'F'\nlink = 'https://e.example/'\n"
    "classcard = 'a-b <x'\n{{< /card >}}",
    "card-yaml": "{{% card %}}\nbody: just *this*\n{{% /card %}}",
    "card-json": '{{< card >}}{"title": 5, "body": null}{{< /card >}}',
    "grid": '{{< grid columns="1 2 3 4" gutter="1 2 3 4" outline=true >}}\n'
    "[[item]]\ntype = 'card'\ntitle = 'T'\nbody = 'B'\n"
    "[[item]]\nbody = '''\n{{< badge info >}}x{{< /badge >}}\n\nP\n'''\n"
    "columns = '6 auto 4 3'\ntitle = 'not shown'\n{{< /grid >}}",
    "grid-auto": "{{% grid %}}\nitem:\n  - body: x\n    columns: auto\n{{% /grid %}}",
    "grid-one": '{{< grid columns="2" gutter="0" outline="false" >}}\n'
    "[[item]]\nbody = 'x'\n{{< /grid >}}",
    "grid-file": '{{< grid file="team.toml" columns="2 3 4 5" />}}',
    "tabs": "{{< tabs >}}\n[[tab]]\nname = 'A *b*'\ncontent = '''\n```python\nx = 1\n"
    "```\n'''\n\n[[tab]]\nname = 'C'\ncontent = 'Some *text*'\n{{< /tabs >}}",
    "dropdown": "{{< dropdown >}}\ntitle = 'T *t*'\nbody = 'B *b*'\nicon = 'unlock'\n"
    "color = 'primary'\nopen = true\nanimate = 'fade-in'\nchevron = 'down-up'\n"
    "{{< /dropdown >}}",
    "dropdown-font": "{{% dropdown %}}\ntitle: T\nicon: fa-solid fa-eye\n"
    "{{% /dropdown %}}",
    "dropdown-bare": "{{< dropdown >}}\nbody = 'B'\n{{< /dropdown >}}",
    "figure": '{{< figure\n  src="pic.png"\n  alt="A"\n  align="left"\n  width="60%"\n'
    '  height="5em"\n  loading="lazy"\n  title="T *t*"\n  caption="C *c*"\n'
    '  legend="L *l*"\n  attribution="By *us*"\n'
    '  attributionlink="https://a.example/"\n  target="https://t.example/"\n>}}',
    "figure-legend": '{{% figure src="pic.png" legend="L" align="middle" %}}',
    "figure-attribution": '{{< figure src="pic.png" attribution="Me" >}}',
    "figure-two": '{{< figure lightsrc="pic.png" darksrc="dark.png" alt="A" '
    'target="https://t.example/" >}}',
    "figure-light": '{{< figure lightsrc="pic.png" >}}',
    "image": 'a {{< image src="pic.png" alt="A" align="right" width="20px" '
    'loading="eager" target="https://t.example/" >}} b',
    "image-two": '{{< image lightsrc="pic.png" darksrc="dark.png" align="center" >}}',
    "smallimg": '{{< smallimg src="pic.png" alt="A" width="200px" '
    'smartfloat="left" >}}',
    "table": "{{< yamlToTable >}}\ncaption: 'C *c*'\nheaders:\n  - A *a*\n  - B\n"
    "  - C\nformat:\n  - align: left\n  - align: center\n  - align: right\nrows:\n"
    "  - columns:\n    - text: two *rows*\n      rowspan: 2\n    - $15.00\n    -\n"
    "  - columns:\n    - 1.50\n    - true\n"
    "  - columns:\n    - text: wide\n      colspan: 2\n      rowspan: 9\n"
    "    - |\n      a\n\n      b\n  - columns:\n    - last\n{{< /yamlToTable >}}",
    "table-toml": "{{% yamlToTable %}}\n[[rows]]\ncolumns = ['a', 'b']\n"
    "[[rows]]\ncolumns = ['c']\n{{% /yamlToTable %}}",
    "field-list": "{{< field-list >}}\n[[entry]]\nterm = 'A *a*'\ndef = 'B *b*'\n"
    "[[entry]]\nterm = 'C'\n{{< /field-list >}}",
    "include-code": '{{< include-code "code.py" "python" >}}',
    "include-code-bare": '{{< include-code "code.py" >}}',
    "include-md": '{{< include-md "part.txt" >}}',
    "include": '{{% include "part.txt" %}}',
    "include-raw": '{{< include-raw "part.htm" >}}',
    "include-html": '{{< include-html "far.htm" >}}',
    "blockquote": '{{< blockquote\n  cite="https://e.example/?a=1&b"\n'
    '  by="Ann, *of x*"\n>}}\nSome *text* &amp; <b>bold</b>.\n{{< /blockquote >}}',
    "blockquote-bare": "{{% blockquote %}}x{{% /blockquote %}}",
    "raw": "{{< raw >}}<mark>x</mark> *a* $b_c$ &amp;{{< /raw >}}",
    "raw-math": "{{< raw >}}\n$$a_1 * b_1 * c$$\n{{< /raw >}}",
    "raw-environment": "{{< raw >}}\\begin{align}a &= b\\end{align}{{< /raw >}}",
}
"""Each builds without a warning, but for those of :data:`FILES`."""

FAULTS: Final[dict[str, str]] = {
    "toml": "{{< grid >}}\n[[item]]\nbody = '''\nx\n'''\n\ntitle = open\n{{< /grid >}}",
    "toml-after-call": "{{< tabs >}}\n[[tab]]\ncontent = '''\n{{< image\n  "
    "src=pic.png\n>}}\n'''\nname = open\n{{< /tabs >}}",
    "yaml": "{{< yamlToTable >}}\nrows:\n  - columns: [a\n{{< /yamlToTable >}}",
    "words": "{{< card >}}just words{{< /card >}}",
    "no-items": "{{< grid >}}\nx = 1\n{{< /grid >}}",
    "empty": "{{< grid >}}{{< /grid >}}",
    "self-closed": "{{< tabs />}}",
    "no-fields": "{{< field-list >}}{{< /field-list >}}",
    "one-item": "{{< grid >}}\n[item]\nbody = 'x'\n{{< /grid >}}",
    "odd-items": "{{< tabs >}}\ntab = ['a', {name = 'n'}]\n{{< /tabs >}}",
    "columns": '{{< grid columns="1 2" gutter="1 9 1 1" >}}\n[[item]]\n'
    "body = 'x'\n{{< /grid >}}",
    "gutter": "{{< grid columns=2 gutter=\"-1\" >}}\n[[item]]\nbody = 'x'\n"
    "columns = '\" onclick'\n{{< /grid >}}",
    "no-file": '{{< grid file="gone.toml" />}}',
    "outside": '{{< grid file="../outside.txt" />}}',
    "bad-file": '{{< grid file="bad.toml" />}}',
    "file-lines": '{{< grid file="lines.toml" />}}',
    "card-list": "{{< card >}}\ntitle = 'T'\nbody = ['a']\n"
    "link = 'javascript:alert(1)'\n{{< /card >}}",
    "dropdown": "{{< dropdown >}}\ntitle = 'T'\nicon = 'no\"pe'\ncolor = 'mauve'\n"
    "animate = 1\nopen = 'perhaps'\n{{< /dropdown >}}",
    "badge": "{{< badge mauve outlined >}}x{{< /badge >}}",
    "button": '{{< button label="x" >}}',
    "button-script": '{{< button label="x" link="javascript:alert(1)" >}}',
    "figure": '{{< figure src="pic.png" attr="Me" class="c" align="up" width="a;b" >}}',
    "figure-gone": '{{< figure src="gone.png" target="javascript:x" caption="C" >}}',
    "figure-none": '{{< figure caption="C" >}}',
    "details": '{{< details summary="S" >}}x{{< /details >}}',
    "include": '{{< include "gone.txt" >}}',
    "include-nothing": "{{< include-md >}}",
    "include-outside": '{{< include-raw "../outside.txt" >}}',
    "include-code": '{{< include-code "/etc/passwd" "sh" >}}',
    "include-html": '{{< include-html "../outside.txt" >}}',
    "include-loop": '{{< include-md "loop.txt" >}}',
    "include-rings": '{{< include "one.txt" >}}',
    "table-rows": "{{< yamlToTable >}}\nrows: 5\nheaders: x\nformat: y\n"
    "{{< /yamlToTable >}}",
    "table-spans": "{{< yamlToTable >}}\nrows:\n- columns:\n"
    "  - {text: a, colspan: -5, rowspan: 1000000000}\n"
    "  - {text: [x], colspan: x}\n{{< /yamlToTable >}}",
    "table-huge": "{{< yamlToTable >}}\nrows:\n"
    + "- columns: [{text: a, colspan: 1000000000}]\n" * 30
    + "{{< /yamlToTable >}}",
    "cite": '{{< blockquote cite="javascript:x" >}}x{{< /blockquote >}}',
}
"""Each is reported, and costs nothing else."""
