"""Ask real Hugo what it makes of shortcode calls, and write ``shortcodes.json``.

Run by hand: ``python tests/golden/regenerate_shortcodes.py``. Every case is a page of
its own site, because Hugo stops at the first error. Pages are HTML files, so that what
Hugo writes is the page's own text with each call in it replaced by a dump of itself:
``⟦{"args": …, "name": …, "ordinal": …, "types": …}⟧``, and ``⟨inner⟩`` before the end
where the shortcode takes inner content.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from pathlib import Path

GOLDEN = Path(__file__).with_name("shortcodes.json")
CONFIG = """\
baseURL = "/"
disableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap", "404"]
[security]
allowContent = [".*"]
"""
FRONT_MATTER = "---\ntitle: t\n---\n"
TAKES_INNER = ["w", "wrap", "sub/box"]
TAKES_NO_INNER = ["n", "m", "sub/x-y_z"]
DUMP = """\
{{- $types := slice -}}
{{- range .Params }}{{ $types = $types | append (printf "%T" .) }}{{ end -}}
⟦{{ dict "name" .Name "ordinal" .Ordinal "args" .Params "types" $types | jsonify | safeHTML }}"""
ERROR = re.compile(r'p\.html:(\d+):(\d+)": (.*?)\n?(?:Start building|Total in|$)', re.DOTALL)
PREFIX = "failed to extract shortcode: "

CASES: dict[str, list[str]] = {
    "blanks": [
        "{{< n a=1 >}}", "{{<n>}}", "{{<\tn\ta=1\t>}}", "{{<\nn\na=1\nb=2\n>}}",
        "{{< n\n\n  a=1>x\n>}}", "{{% n %}}", "{{%n%}}", "a{{< n >}}b{{< m >}}c",
        "{{< n \u00a0>}}", "{{<n a=1 \u00a0>}}", "\n\n{{< n >}}\n",
    ],
    "swallowed delimiter": [
        "{{<n a=1>}}", "{{< n a=1/>}}", "x\ny {{< w >}}{{< n a=1>}}", "{{<n a=1>}} text",
        "{{< w a= >}}x{{< /w >}}", "{{< n a= >}}", "{{< w a=1 />}}", "{{% w a=1 /%}}",
        "{{< n a=x>}}y >}}",
    ],
    "not a call": [
        "{{ < n > }}", "{{ .x }}", "{{- x -}}", "{% raw %}", "{{{ x }}}", "{{", "{{{< n >}}",
        "{ {< n >}}", "{{{{< n >}}}}", "a {{", "{{}}{{< n >}}", "> }} %}} >}}",
    ],
    "names": [
        "{{< sub/x-y_z >}}", "{{< N >}}", "{{< n.x >}}", "{{< n. >}}", "{{< -n >}}",
        '{{< "n" >}}', "{{< >}}", "{{%%}}", "{{< n >}}{{< >}}", "{{< w >}}{{< >}}{{< /w >}}",
        "{{< nope >}}", "{{< W >}}x{{< /W >}}", "{{< W >}}x{{< /w >}}", "{{< . >}}",
        "{{< sub/box >}}x{{< /sub/box >}}", "{{< é >}}", "{{< \\n >}}", "{{< {{ >}}",
    ],
    "keys": [
        "{{< n a-b_c.d=1 >}}", '{{< n é="ü" ñandú=1 >}}', '{{< n "a"="1" >}}',
        '{{< n "a"="1" "b"="2" >}}', "{{< n SRC=1 src=2 >}}", "{{< n a=1 a=2 >}}",
        '{{< n "a"="1" b="2" >}}', '{{< n `a b`="1" >}}', "{{< n 1=2 >}}", "{{< n -a=2 >}}",
        '{{< n "a b"=c >}}',
    ],
    "spaces around the equals sign": [
        '{{< n a = "1" b = "2" >}}', '{{< n a = "1" b="2" >}}', '{{< n a= "1" b ="2" >}}',
        '{{< n a= "b" c= "d" >}}', '{{< n a ="b" c ="d" >}}', '{{< n a=\n"b" >}}',
        '{{< n a ="1" b >}}', '{{< n a b ="1" >}}', "{{< n =a >}}", "{{< n = >}}",
        "{{< n a=1 =2 >}}", "{{< n a = b c = d >}}",
    ],
    "named bare values": [
        "{{< n src=/i/a.jpg?x=1&y=2#z >}}", '{{< n a=b"c" >}}', "{{< n a='x' >}}",
        "{{< n a=x>}}y >}}", "{{< n a='x y' >}}", "{{< n a=b\\c >}}", "{{< n a=\u00e9\u2003b=1 >}}",
        "{{< n a=x`y >}}",
    ],
    "positional bare values": [
        "{{< n abc_1-2.3 >}}", "{{< n https://x.org >}}", "{{< n #a >}}", "{{< n +5 >}}",
        "{{< n a/b >}}", "{{< n /a >}}", "{{< n -abc_123 -5 >}}", "{{< n .5 >}}", "{{< n a,b >}}",
        "{{< n \u00b2 >}}", "{{< n a\u0301 >}}", "{{< n \u0663 >}}", "{{< n x?y >}}", "{{< n \U0001f600 >}}",
    ],
    "single quotes": ["{{< n 'x' >}}", "{{< n a='x y' >}}"],
    "double quotes": [
        r'{{< n "C:\dir \"q\"" >}}', r'{{< n "C:\dir\n" >}}', r'{{< n "x\\" >}}',
        r'{{< n a="x\\" >}}', '{{< n "x\ny" >}}', '{{< n ">}}" >}}', '{{< n a="b >}} {{< c" >}}',
        '{{< n "" >}}', '{{< n a="" >}}', r'{{< n "a\"b" "c" >}}', '{{< n "a"b >}}',
        '{{< n "a""b" >}}', r'{{< n "a\`b" >}}', '{{< n "a`b" >}}', '{{< n "x', r'{{< n "\"" >}}',
        "\n\n{{< n\n  title=\"a\n>}}", r'{{< n "\\\"" >}}',
    ],
    "raw strings": [
        "{{< n `a\nb` >}}", '{{< n `"` a >}}', "{{< n a=`>}}` >}}", "{{< n `` >}}", "{{< n a=`` >}}",
        r"{{< n `a\b` >}}", "{{< n `a >}} b", "{{< n a=`x >}}", "{{< n a= `x` >}}", r"{{< n \`a` >}}",
        "{{< n a=1 `x` >}}",
    ],
    "escaped quotes": [
        r'{{< n a=\"b c\" >}}', r'{{< n \"b c\" >}}', r'{{< n \"b\" \"c\" >}}', r'{{< n a=\"b" >}}',
        r'{{< n \"b\\" >}}', r'{{< n \a >}}', r'{{< n a=\x"b" >}}', r'{{< n a=1 \"b\" >}}',
        r'{{< \"n\" n >}}',
    ],
    "adjacency": ['{{< n a="b"c="d" >}}', '{{< n a="b"c >}}', '{{< n `a``b` >}}'],
    "mixed arguments": [
        '{{< n a="b" c >}}', '{{< n a="b" "c" >}}', '{{< n "b" a="c" >}}', "{{< n a b=1 >}}",
        "x\n {{< w >}}{{< n a b=1 >}}", "é\né {{< n ü b=1 >}}", "{{< n\n  a=1\n  b\n>}} text\n",
    ],
    "types": [
        "{{< n 1 -3 007 1.5 -1.5 5. 1e3 0x10 true false TRUE False >}}",
        "{{< n a=+5 b=.5 c=1,5 d=5. e=1e3 f=-0 g=00.50 h=1. i=-.5 j=+.5 >}}",
        "{{< n 9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809 >}}",
        "{{< n 99999999999999999999999.5 00000000000000000000000000000007 2.0 >}}",
        '{{< n "1" "true" `1.5` >}}', '{{< n a="1" b=true c=`2` d=\\"3\\" >}}', "{{< n ٣ >}}",
        "{{< n 1" + "0" * 400 + ".0 >}}", "{{< n 1" + "0" * 5000 + " >}}", "{{< n - -- 1-2 1.2.3 >}}",
        "{{< n 0.1 100000000000000000000.0 0.0000001 >}}",
    ],
    "html in arguments": ['{{< n "<i>&amp;" >}}'],
    "closing tags": [
        "{{< w >}}x{{< /w >}}", "{{<w>}}x{{</w>}}", "{{< w >}}x{{</ w >}}", "{{< w >}}x{{< / w >}}",
        "{{< w >}}x{{<\n/\nw\n>}}", "{{< w >}}x{{< /w a=1 >}}", "{{< w >}}x{{< / >}} y",
        "{{< w >}}x{{< /w >}}{{< / >}} y", "{{< w >}}x{{< /w", "{{< w >}}x{{< /w /w >}}",
        "{{< w >}}{{< /w >}}", "{{< w >}}\r\nx\r\n{{< /w >}}", "{{< w >}}\n\n x \n{{< /w >}}\n",
    ],
    "self-closed": [
        "{{< w />}}", "{{< w/>}}", "{{< w a=1 / >}}y", "{{< w /w >}}b", "{{< w / / >}}b",
        "{{< w / a >}}b", '{{< w "a"/>}}b', "{{% w /%}}", "{{< w >}}a{{< w />}}b{{< /w >}}",
    ],
    "mixed notation": ["{{< w >}}x{{% /w %}}", "{{% w %}}x{{< /w >}}", "{{< n %}}", "{{% n >}}",
        "{{% w %}}{{< n >}}{{< /w >}}", "{{< w >}}{{% n %}}{{% /w %}}"],
    "needs closing": [
        "{{< w >}}", "a {{< w >}} b", "{{< w >}}{{< w >}}a", "{{< w >}}{{< wrap >}}x{{< /w >}}",
        "a\n{{< w\n  b=1\n>}}\nc {{< n >}}", "{{< w >}}{{< n x='y' >}}",
    ],
    "takes no inner": [
        "{{< n />}}", "{{< n >}}x{{< /n >}}", "x {{< n a >}} {{< /n >}}", "{{< w >}} {{< n />}} {{< /w >}}",
        "{{< w >}}{{< n >}}x{{< /n >}} z", "{{< w >}}{{< n >}}x{{< /n >}}y{{< /w >}}", "a\nb {{< n / >}}",
        "{{< n / 'x' >}}",
    ],
    "stray closing tags": [
        "{{< /w >}}", "a\n{{< / w >}}", "{{< n >}} {{< /w >}}", "{{< w >}}x{{< /wrap >}}",
        "{{< w >}}a{{< /w >}}{{< /w >}}", "{{< n >}}{{< /N >}}", "{{< w >}}x{{< /w2 >}}{{< /w >}}",
    ],
    "nesting": [
        "{{< w >}}{{< wrap >}}x{{< /w >}}{{< /wrap >}}", "{{< w >}}a{{< w >}}b{{< /w >}}c{{< /w >}}",
        "{{< w >}}{{< n >}}{{< w >}}{{< n >}}{{< n >}}{{< /w >}}{{< n >}}{{< /w >}}{{< n >}}",
        "{{< wrap >}}{{< /wrap >}}{{< w >}}x{{< /wrap >}}", "{{< w >}}" * 20 + "{{< /w >}}" * 20,
        "{{% w %}}{{% wrap %}}x{{% /wrap %}}{{% /w %}}",
    ],
    "end of the page": ["{{< n", "{{<", "{{< n a", "{{< n a=", "a\n{{< n\n\n", "{{< n \"a\" ", "{{%"],
    "literals": [
        "{{</* n a=1 */>}}", "{{%/* n */%}}", "{{</*/* n */*/>}}", "{{</* n\nb */>}}", "{{</* n */%}} */>}}",
        "a {{< w a >}}{{</*a >}}", "{{</*/>}} x */>}}", "{{</**/>}}", "{{< w >}}{{</* n */>}}{{< /w >}}",
        "{{</* n ", "{{</* /w */>}}", "{{</*n*/>}}{{< n >}}", "{{< /* n */ >}}", "{{</* {{< n >}} */>}}",
    ],
    "inline": [
        "{{< x.inline >}}a{{< /x.inline >}}b", "{{< x.inline >}}a{{< n >}}{{< /x.inline >}}b",
        "{{< x.inline />}}a", "{{< x.inline>}}a{{< /x.inline >}}", "{{< x.inline >}}a{{< /x.inline>}}",
        "{{< x.inline >}}a", "{{< x.inline a=1 >}}{{ .x }}{{<  / x.inline >}}b{{< n >}}",
    ],
    "where calls are recognised": [
        "```\n{{< n >}}\n```", "    {{< n >}}", "`{{< n >}}`", "<!-- {{< n >}} -->", '[a]({{< n "b.md" >}} "t")',
        "![{{< n >}}](b)", '[r]: {{< n "q.md" >}}', '| {{< n "a|b" >}} |', "## A {{< n >}} B",
        '<a href="{{< n >}}">', "<{{< n >}}>", "*{{< n >}}*\n- {{< n >}}", "<!-- {{< n 'x' >}} -->",
    ],
    "indentation": ["- a\n\n  {{% n %}}\n", "{{% n %}}  {{% n %}}"],
}


def ask_hugo(page: str) -> dict[str, object]:
    """Return what Hugo writes for *page*, or its error and where it points."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "content").mkdir()
        (site / "hugo.toml").write_text(CONFIG)
        (site / "content/p.html").write_bytes((FRONT_MATTER + page).encode())
        shortcodes = site / "layouts/_shortcodes"
        (shortcodes / "sub").mkdir(parents=True)
        for name in TAKES_INNER:
            (shortcodes / f"{name}.html").write_text(DUMP + "⟨{{ .Inner }}⟩⟧")
        for name in TAKES_NO_INNER:
            (shortcodes / f"{name}.html").write_text(DUMP + "⟧")
        (site / "layouts/page.html").write_text("{{ .Content }}")
        run = subprocess.run(["hugo"], cwd=site, capture_output=True, check=False)
        if run.returncode == 0:
            written = site / "public/p/index.html"  # Hugo writes no empty files
            return {"output": written.read_bytes().decode() if written.exists() else ""}
        said = run.stderr.decode()
        if not (found := ERROR.search(said)):
            return {"error": said.partition("\n")[0], "line": None, "column": None}
        message = found[3].removeprefix(PREFIX)
        line = int(found[1]) - FRONT_MATTER.count("\n")
        return {"error": message, "line": line, "column": int(found[2])}


def main() -> None:
    version = subprocess.run(["hugo", "version"], capture_output=True, text=True, check=True)
    found = re.search(r"v([\d.]+)", version.stdout)
    cases = [
        {"name": f"{group} {number}", "page": page, **ask_hugo(page)}
        for group, pages in CASES.items()
        for number, page in enumerate(pages, 1)
    ]
    data = {
        "hugo_version": found[1] if found else "unknown",
        "takes_inner": TAKES_INNER,
        "takes_no_inner": TAKES_NO_INNER,
        "cases": cases,
    }
    GOLDEN.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
