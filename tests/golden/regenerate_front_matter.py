"""Write front_matter.json: what real Hugo makes of front matter, case by case.

Run with Hugo installed: ``python tests/golden/regenerate_front_matter.py``.
Every case is a site of one page. It is built as a visitor would see it (is the page
there?) and, if it is not, with drafts, future and expired pages (what does it say?).
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

OUT = Path(__file__).with_name("front_matter.json")
CONFIG = """\
baseURL = "https://example.org/"
disableKinds = ["home", "section", "taxonomy", "rss", "sitemap", "404", "robotsTXT"]
"""
LAYOUT = """\
{{ $tags := slice }}{{ range .GetTerms "tags" }}{{ $tags = $tags | append .Path }}{{ end }}
{{ dict "title" .Title "link_title" .LinkTitle "date" .Date "publish_date" .PublishDate
  "lastmod" .Lastmod "expiry_date" .ExpiryDate "draft" .Draft "slug" .Slug
  "weight" .Weight "description" .Description "keywords" .Keywords "layout" .Layout
  "body" .RawContent "params" .Params "tags" $tags "aliases" .Aliases | jsonify }}
"""
NEW_YORK = 'timeZone = "America/New_York"\n'
BY_NAME = '[frontmatter]\ndate = [":filename", ":default"]\n'
BY_DATE = '[frontmatter]\ndate = ["date", ":filename"]\n'
LASTMOD_BY_NAME = '[frontmatter]\nlastmod = [":filename", ":default"]\n'
CUSTOM = '[frontmatter]\ndate = ["Posted", ":default"]\n'

SPLIT = {
    "yaml": "---\ntitle: a\n---\nb\n",
    "toml": "+++\ntitle = 'a'\n+++\nb\n",
    "json": '{"title": "a"}\nb\n',
    "json with body on the line of the brace": '{"title": "a"} b\nc',
    "json with braces and quotes in text": '{"title": "a}", "x": "\\"}"}b',
    "org": "#+TITLE: a\n#+TAGS[]: p q\n#+date: <2020-01-02 Thu>\n#+x: true\n\nb",
    "org repeated key": "#+author: x\n#+author: y\nb",
    "org tags and file tags": "#+filetags: :p:q:\n#+tags: p q\n#+weight: 5\nb",
    "org without keys": "#+begin\nb",
    "none": "b\n",
    "none, heading": "# Heading\n\nb",
    "none, list in brackets": "[1]\nb",
    "empty": "---\n---\nb",
    "empty with blank line": "---\n\n---\nb",
    "empty with comment": "---\n# c\n---\nb",
    "empty toml": "+++\n+++\nb",
    "empty json": "{}\nb",
    "flow mapping": "---\n{title: a}\n---\nb",
    "spaces after delimiters": "---  \ntitle: a\n---  \nb",
    "comment after the opening": "--- # c\ntitle: a\n---\nb",
    "closing line goes on": "---\ntitle: a\n---6---1--\nb",
    "closing line goes on as text": "---\ntitle: a\n--- text\nb",
    "toml closing line goes on": "+++\ntitle = 'a'\n+++x\nb",
    "second rule is body": "---\ntitle: a\n---\n---\nb",
    "indented rule does not close": "---\ntitle: a\n ---\n---\nb",
    "rule in block scalar": "---\ntitle: |\n  ---\n  x\n---\nb",
    "windows line ends": "---\r\ntitle: a\r\n---\r\nb",
    "byte order mark": "\ufeff---\ntitle: a\n---\nb",
    "blank lines before": "\n\n  \n---\ntitle: a\n---\n\n\nb",
    "indented opening": "  ---\ntitle: a\n---\nb",
    "no line end at the end": "---\ntitle: a\n---",
    "comment before": "<!-- c -->\n---\ntitle: a\n---\nb",
    "dots do not close": "---\ntitle: a\n...\nb",
    "not closed": "---\ntitle: a\nb",
    "toml not closed": "+++\ntitle = 'a'\n\nb",
    "json not closed": '{"title": "a"\n\nb',
    "list at the start": "- a\n- b",
    "plus list at the start": "+ a\n+ b",
    "shortcode at the start": "{{< x >}}\nb",
    "null": "---\nnull\n---\nb",
    "sequence": "---\n- a\n---\nb",
    "scalar": "---\njust text\n---\nb",
}
SCALARS = (
    "yes no on off Yes y n 010 08 09.5 1_000 0x1F 0o17 0b11 1e3 1E3 1.5e3 1.0e+10 = 1.10 "
    "~ null Null NULL nUll 2020-01-02 12:30 12:30:45 -0x10 +5 -5 .5 5. -.5 True TRUE tRUE "
    "false False 00 0_1 -010 1__0 1_ 1_0.5 0X1F 0B1 0O7 0777 0.1.2 1,000 -0 0b102 0o8 0xZZ "
    "_1 18446744073709551615 99999999999999999999 -9223372036854775808 1.e3 1e-3 +-5 -+5 "
    "0xFFFFFFFFFFFFFFFFF 1.0e400 1.5e_3 .e3 0x1.8 -inf inf nan +.inf :x a:b a#c -x ?x"
).split()
YAML = {
    "quoted scalars": "x: ['null', \"5\", '010', 'true']",
    "block scalars": "x: |\n  5\n\ny: >-\n  a\n  b\nz: |+\n  c\n",
    "tags": "x: !!str 010\ny: !!int '5'\nz: !!float 5\nw: !!bool 'true'\nv: !!null ''",
    "unknown tag": "x: !foo bar",
    "python tag": "x: !!python/object:os.system {}",
    "set and omap": "x: !!set {a, b}\ny: !!omap [a: 1]",
    "merge": "b: &b {p: 1, q: 2}\nx:\n  <<: *b\n  q: 3\ny:\n  <<: [*b, {q: 5, r: 6}]",
    "merge at the top": "<<: {title: t}\nx: c",
    "anchors": "x: &x b\ny: *x\nz: [*x, *x]",
    "key types": "1: a\ntrue: b\n? x\n: c\nnull: d",
    "keys with dots, spaces, colons": "a.b: c\nÄ: 1\nA B: 2\ncSpell:ignore: x",
    "nested keys are lowered, but not in lists": "X: {A: {B: 1}}\nY: [{A: 1}]",
    "empty items": "x:\n- a\n-\n- - b\n  - c",
    "flow": "x: [a, {b: c}, ]\ny: {b, c: d}\nz: [b: c]",
    "comments": "title: a # c\nx: a#c",
    "tab after colon": "title:\ta",
    "url": "x: http://example.org:80/y#z",
    "emoji and separators": "x: \U0001f600\ny: a\u2028b\nz: a\u0085b",
    "control character": "x: a\u0001b",
    "duplicate key": "title: a\ntitle: b",
    "duplicate nested key": "x:\n  b: 1\n  b: 2",
    "keys that differ in case": "Title: a\ntitle: b",
    "keys that differ in case, plain first": "title: b\nTitle: a",
    "colon in title": "title: a: b\nweight: 5",
    "tab indentation": "x:\n\tb: c\ntitle: a",
    "open quote": "title: 'a\nweight: 5",
    "open list": "tags: [a\ntitle: a",
    "unknown alias": "x: *y\ntitle: a",
    "undefined anchor value": "x: &y\ntitle: a",
    "recursive anchor": "x: &a [*a]\ntitle: a",
    "reserved character": "x: @y\ntitle: a",
    "percent at the start": "x: %y\ntitle: a",
    "text after a quoted value": "title: 'a' b\nweight: 5",
    "missing space after colon": "title:a\nweight: 5",
    "stray line": "title: a\nb",
    "unknown escape": 'x: "\\q"\ntitle: a',
    "list as key": "[a]: b\ntitle: a",
}
TOML = {
    "types": "a = 1_000\nb = 0o17\nc = 1e3\nd = 0x1f\ne = true\nf = [1, 'x']\n[G]\nH = 1",
    "params and resources": "title = 'x'\n[params]\nA = 'y'\n[[resources]]\nsrc = 'a'",
    "dotted keys": "a.B = 1",
    "keys that differ in case": "Title = 'a'\ntitle = 'b'",
    "date in a parameter": "x = 2020-01-02\ny = 2020-01-02T03:04:05\nz = 03:04:05",
    "time with zone in a parameter": "x = 2020-01-02T03:04:05Z\ny = 2020-01-02T03:04:05.5+02:00",
    "local date": "date = 2020-01-02",
    "local time": "date = 2020-01-02 03:04:05",
    "offset time": "date = 2020-01-02T03:04:05.5+02:00",
    "date as text": "date = '2020-01-02'",
    "time of day as date": "date = 03:04:05",
    "float as date": "date = 1.5",
    "duplicate key": "title = 'a'\ntitle = 'b'",
    "bare text": "title = a b\nweight = 5",
    "leading zero": "weight = 010\ntitle = 'a'",
    "table twice": "title = 'a'\n[x]\nb = 1\n[x]\nc = 2",
}
JSON = {
    "types": '{"x": 1, "y": 1.5, "z": null, "w": [true], "V": {"U": 1}}',
    "number as date": '{"date": 2020}',
    "casts": '{"title": 2020, "slug": 1.5, "weight": 1.9}',
    "duplicate key": '{"title": "a", "title": "b"}',
    "keys that differ in case": '{"Title": "a", "title": "b"}',
    "half a surrogate": '{"x": "\\ud800"}',
    "trailing comma": '{"title": "a",}',
    "nan": '{"title": "a", "x": NaN}',
    "single quotes": "{'title': 'a'}",
    "line end in text": '{"title": "a", "x": "b\nc"}',
}
FIELDS = {
    "case of keys": "TITLE: A\nPublishDate: 2020-01-01\nTags: [a]\nMyParam: 1",
    "snake case is no alias": "publish_date: 2020-01-01\nlink_title: x",
    "updated is no alias": "updated: 2020-01-01\nalias: x",
    "params map": "x: 1\nparams:\n  X: 2\n  Y: {Z: 1}\n  title: t\ntitle: a",
    "params do not set fields": "params: {slug: s, weight: 3, draft: true, date: 2020-01-01}",
    "params set terms": "tags: [b]\nparams: {tags: [a]}",
    "params null": "params:",
    "params text": "params: x",
    "params list": "params: [a]",
    "numbers as text": "title: 2020\nslug: 010\ndescription: 5\nlinkTitle: 3.10\nlayout: 6",
    "more numbers as text": "title: 1.0e21\ndescription: -0.0\nslug: 123456789.0",
    "booleans as text": "title: true\ndescription: false",
    "infinity as text": "title: .inf\ndescription: 1.0e-7",
    "null as text": "title:\nslug: ~\ndescription: null",
    "list as title": "title: [a]",
    "map as title": "title: {a: b}",
    "spaces kept": "title: ' a '",
    "markup in title": "title: '*a* <b>'",
    "weight": "weight: 5",
    "negative weight": "weight: -3",
    "weight as text": "weight: '5'",
    "weight as octal text": "weight: '010'",
    "weight as text with decimals": "weight: '1.7'",
    "weight as float": "weight: 1.7",
    "weight as boolean": "weight: true",
    "weight null": "weight:",
    "weight as word": "weight: five",
    "weight 08": "weight: '08'",
    "weight as list": "weight: [1]",
    "keywords text": "keywords: foo, bar baz",
    "keywords list": "keywords: [a, 5, true, null]",
    "keywords number": "keywords: 5",
    "keywords null": "keywords:",
    "keywords map": "keywords: {a: b}",
    "tags text": "tags: a b, c",
    "tags scalars": "tags: [1, true, null, 2.5, x, '']",
    "tags number": "tags: 5",
    "tags null": "tags:",
    "tags map": "tags: {a: b}",
    "tags nested": "tags: [[a, b], c]",
    "tags of 010": "tags: [2020-01-01, 010, 1.0]",
    "aliases text": "aliases: /a /b",
    "aliases list": "aliases: [/a, 5]",
    "aliases null": "aliases:",
    "aliases absolute": "aliases: [http://example.org/z]",
    "aliases empty": "aliases: ['']",
    "url absolute": "url: http://example.org/y",
    "build never": "build: {render: never}",
    "build link": "build: {render: link}",
    "build false": "build: {render: false}",
    "build word": "build: {render: x, list: y}",
    "build list never": "build: {list: never}",
    "build keys in capitals": "build: {Render: never}",
    "build old name": "_build: {render: never}",
    "build text": "build: x",
    "headless": "headless: true",
    "headless yes": "headless: yes",
    "cjk": "isCJKLanguage: 'true'",
    "resources": "resources:\n- src: '*.png'\n  Params: {Show: true}\n- name: 5",
    "resources text": "resources: x",
}
DRAFTS = (
    "true false yes on no 'true' 'false' 1 0 '1' 't' 'T' 2 -1 .5 0.0 '0' 'tRue' maybe "
    "null '' [true]"
).split()
DATES = (
    "2020-01-02|2020-01-02T03:04:05|2020-01-02T03:04:05Z|2020-01-02T03:04:05+02:00|"
    "2020-01-02T03:04:05-0700|2020-01-02T03:04:05.123|2020-01-02T03:04:05,5|"
    "2020-01-02T3:04:05Z|2020-01-02 03:04:05|2020-01-02 3:04:05|2020-01-02 03:04:05Z|"
    "2020-01-02 03:04:05 -0700|2020-01-02 03:04:05 -0700 MST|2020-01-02 03:04:05 -07:00|"
    "2020-01-02 03:04:05.1 +0200 CEST|2020-01-02 03:04:05 +0000 UTC|02 Jan 2020|"
    "02 jan 2020|Thu, 02 Jan 2020 03:04:05 GMT|Thu, 02 Jan 2020 03:04:05 +0200|"
    "Fri, 02 Jan 2020 03:04:05 EST|Thu, 02 Jan 2020 03:04:05 GMT+3|"
    "Thursday, 02-Jan-20 03:04:05 UTC|Thursday, 02-Jan-99 03:04:05 CEST|"
    "Mon Jan  2 15:04:05 2020|Mon Jan 2 15:04:05 2020|Mon Jan 2 15:04:05 UTC 2020|"
    "Mon Jan 02 15:04:05 -0700 2020|02 Jan 20 15:04 UTC|02 Jan 20 15:04 -0700|"
    "2020|20200102|0|-1|010|''|null|0001-01-01|'3:04PM'|Jan  2 15:04:05|'2020'|"
    "1577934245.5|2020-01-02 03:04|2020-01-02T03:04|2 Jan 2020|2 January 2020|"
    "January 2, 2020|Jan 2 2020|2020/01/02|01/02/2020|2020-1-2|2020-01|2020-13-01|"
    "2020-02-30|words|true|[2020-01-02]|{a: b}|' 2020-01-02 '|2020-01-02T24:00:00Z|"
    "2020-01-02T23:59:60Z|2020-01-02t03:04:05z|2020-01-02 03:04:05 UTC|"
    "2020-01-02T03:04:05 Z|2020-01-02T03:04:05+02|2020-01-02 03:04:05 +02:00 EET|"
    "Mon, 2 Jan 2020 15:04:05 -0700|2020-01-02T03:04:05.Z|15:04|10000-01-01"
).split("|")
ZONED = (
    "2020-01-02|2020-07-02T03:04:05|2020-01-02T03:04:05Z|Thu, 02 Jan 2020 03:04:05 GMT|"
    "02 Jan 2020|2020|2020-03-08T02:30:00|2020-11-01T01:30:00"
).split("|")
FALLBACKS = {
    "date only": "date: 2020-01-01",
    "publishdate only": "publishdate: 2019-01-01",
    "pubdate": "pubdate: 2020-01-01",
    "published": "published: 2020-01-01",
    "lastmod only": "lastmod: 2022-01-01",
    "modified": "modified: 2020-01-01",
    "all three": "date: 2020-01-01\npublishdate: 2021-01-01\nlastmod: 2022-01-01",
    "published true": "published: true",
    "published false": "published: false",
    "bad pubdate, good published": "pubdate: bad\npublished: 2020-01-01",
    "bad date, good lastmod": "date: bad\nlastmod: 2020-01-01",
    "bad lastmod": "date: 2020-01-01\nlastmod: bad",
    "bad expirydate": "date: 2020-01-01\nexpirydate: bad",
    "empty date, good lastmod": "date: ''\nlastmod: 2020-01-01",
    "empty publishdate": "date: 2020-01-01\npublishdate: ''\npubdate: 2018-01-01",
    "empty expirydate": "expirydate: ''\nunpublishdate: 2999-01-01",
    "future": "date: 2999-01-01",
    "future lastmod only": "lastmod: 2999-01-01",
    "future date, past publishdate": "date: 2999-01-01\npublishdate: 2020-01-01",
    "past date, future publishdate": "date: 2020-01-01\npublishdate: 2999-01-01",
    "expired": "expirydate: 2020-01-01",
    "unpublished": "unpublishdate: 2020-01-01",
    "not yet expired": "date: 2020-01-01\nexpirydate: 2999-01-01",
    "draft and future": "draft: true\ndate: 2999-01-01",
}
NAMES = (
    "2020-01-02-p-x.md|2020-01-02.md|2020-01-02_p x.md|2020-01-02p.md|"
    "2020-01-02-13-14-15-p.md|2020-01-02-p-x/index.md|2020-1-2-p.md|2020-13-02-p.md|"
    "2020_01_02_p.md|2020-01-02T13-14-15-p.md|2020-01-02--p--.md|2020-01-02-13-14-p.md|"
    "2020-01-02-13-14-15.md|2020-01-02-25-14-15-p.md|x-2020-01-02.md|"
    "2020-01-02.p.md|2020-01-02-a.b.c.md|2020-01-02-a.b/index.md|2020-01-023-p.md|"
    "2020-01-02_13_14_15_p.md|2020-01-02 .md"
).split("|")


def yaml(text: str) -> str:
    return f"---\n{text}\n---\nb"


def cases() -> dict[str, dict[str, str]]:
    """All cases by name: text, and where they matter file and config."""
    found: dict[str, dict[str, str]] = {}
    for name, text in SPLIT.items():
        found[f"split: {name}"] = {"text": text}
    for value in SCALARS:
        found[f"scalar: {value}"] = {"text": yaml(f"x: {value}")}
    for name, text in YAML.items():
        found[f"yaml: {name}"] = {"text": yaml(text)}
    for name, text in TOML.items():
        found[f"toml: {name}"] = {"text": f"+++\n{text}\n+++\nb"}
    for name, text in JSON.items():
        found[f"json: {name}"] = {"text": f"{text}\nb"}
    for name, text in FIELDS.items():
        found[f"field: {name}"] = {"text": yaml(text)}
    for value in DRAFTS:
        found[f"draft: {value}"] = {"text": yaml(f"draft: {value}")}
    for value in DATES:
        found[f"date: {value}"] = {"text": yaml(f"date: {value}")}
    for value in ZONED:
        found[f"zone: {value}"] = {"text": yaml(f"date: {value}"), "config": NEW_YORK}
    for name, text in FALLBACKS.items():
        found[f"dates: {name}"] = {"text": yaml(text)}
    for name in NAMES:
        found[f"file: {name}"] = {"text": yaml("x: 1"), "file": name, "config": BY_NAME}
    dated = "2020-01-02-p-x.md"
    for name, text, config in (
        ("slug given", "slug: s", BY_NAME),
        ("slug empty", "slug: ''", BY_NAME),
        ("date given, file first", "date: 2019-01-01", BY_NAME),
        ("date given, file second", "date: 2019-01-01", BY_DATE),
        ("bad date, file first", "date: bad", BY_NAME),
        ("lastmod from the file", "date: 2019-01-01", LASTMOD_BY_NAME),
        ("no rule", "x: 1", ""),
        ("custom key", "posted: 2019-01-01", CUSTOM),
        ("custom key, bad", "posted: bad", CUSTOM),
        ("custom key absent", "date: 2019-01-01", CUSTOM),
    ):
        found[f"rule: {name}"] = {"text": yaml(text), "file": dated, "config": config}
    return found


def hugo() -> str:
    found = shutil.which("hugo")
    if found is None:
        raise SystemExit("hugo is not installed")
    return found


def run(site: Path, *options: str) -> tuple[dict[str, Any] | None, list[str]]:
    """Build *site*; return the page, if there is one, and the errors."""
    public = site / "public"
    shutil.rmtree(public, ignore_errors=True)
    done = subprocess.run(
        [hugo(), *options], cwd=site, capture_output=True, text=True, check=False
    )
    output = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout + done.stderr)
    errors = [
        re.sub(r"(failed to create .*? /[^:]*: |see |)\"?/[^:]*/content/", "", line)
        for line in output.splitlines()
        if line.startswith("ERROR") and "logged 1 error" not in line
    ]
    for path in public.rglob("*.html"):
        text = path.read_text(encoding="utf-8").strip()
        if text.startswith("{"):
            return shorten(json.loads(text)), errors
    return None, errors


def shorten(page: dict[str, Any]) -> dict[str, Any]:
    """Leave out what every page has unless it says otherwise."""
    params = page.pop("params")
    for key in ("draft", "iscjklanguage"):
        if params.get(key) is False:
            del params[key]
    empty: tuple[object, ...] = ("", None, [], 0, "0001-01-01T00:00:00Z")
    return {k: v for k, v in page.items() if v not in empty} | {"params": params}


def build(case: dict[str, str]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "layouts").mkdir()
        (site / "layouts" / "single.html").write_text(LAYOUT, encoding="utf-8")
        (site / "hugo.toml").write_text(CONFIG + case.get("config", ""), encoding="utf-8")
        page = site / "content" / case.get("file", "p.md")
        page.parent.mkdir(parents=True)
        page.write_bytes(case["text"].encode())
        found, errors = run(site)
        shown = found
        if found is None and not errors:
            shown, _ = run(site, "--buildDrafts", "--buildFuture", "--buildExpired")
    return {"rendered": found is not None, "errors": errors, "page": shown}


def main() -> None:
    version = subprocess.run(
        [hugo(), "version"], capture_output=True, text=True, check=True
    ).stdout
    number = re.search(r"hugo v(\S+?)[-+ ]", version)
    results = [{"name": name, **case, "hugo": build(case)} for name, case in cases().items()]
    lines = ",\n".join(json.dumps(result, ensure_ascii=True) for result in results)
    head = json.dumps(number.group(1) if number else "")
    OUT.write_text(
        f'{{"hugo_version": {head}, "cases": [\n{lines}\n]}}\n', encoding="utf-8"
    )
    print(f"{len(results)} cases")


if __name__ == "__main__":
    main()
