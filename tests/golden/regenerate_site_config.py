"""Write site_config.json: what real Hugo makes of small configurations.

Run it with the ``hugo`` of the tests dependency group on the path::

    python tests/golden/regenerate_site_config.py

Each case is a site: its files, and the language and environment that are asked for.
Beside them stands what Hugo has as its configuration (the keys that we use), which
folders it mounts, which pages it has and what it publishes; or that it gives up.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
HUGO = shutil.which("hugo", path=str(Path(sys.executable).parent)) or "hugo"

KEYS = [
    "title", "copyright", "params", "taxonomies", "disablekinds", "summarylength",
    "enableemoji", "builddrafts", "pagination", "services.rss.limit", "related", "outputs",
    "titlecasestyle", "capitalizelisttitles", "pluralizelisttitles", "mainsections", "page",
    "defaultcontentlanguage", "defaultcontentlanguageinsubdir", "languages", "ignorefiles",
    "reflinksnotfoundurl", "removepathaccents", "disablepathtolower", "timezone", "baseurl",
    "markup.goldmark.renderer.unsafe", "markup.goldmark.parser.autoheadingid",
]  # fmt: skip

# The front page holds all pages of all languages.
DUMP = """{{ $all := slice }}{{ range hugo.Sites }}{{ range .Pages }}
{{ $all = $all | append (dict "language" .Language.Lang "locale" .Language.Locale "path" .Path "kind" .Kind
"title" .Title "url" .RelPermalink "x" .Params.x) }}
{{ end }}{{ end }}DUMP{{ jsonify $all }}"""
LAYOUTS = {
    "layouts/home.html": DUMP,
    "layouts/all.html": "page",
    "layouts/list.atom.xml": "atom",
    "layouts/list.jf.json": "json",
}
QUIET = 'disableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]\n'

Case = dict[str, Any]


def site(name: str, files: dict[str, str] | str, language: str = "", environment: str = "production") -> Case:
    """Return a case; one text alone is ``hugo.toml``."""
    held = {"hugo.toml": files} if isinstance(files, str) else files
    return {"name": name, "language": language, "environment": environment, "files": held}


def content(*names: str) -> dict[str, str]:
    """Return pages, each with its own path as its title."""
    return {name: json.dumps({"title": name}) for name in names}


def static(*names: str) -> dict[str, str]:
    """Return files, each with its own path in it."""
    return {name: name for name in names}


THEME = {
    "themes/t/hugo.toml": (
        'title = "T"\nenableEmoji = true\nsummaryLength = 5\n'
        '[params]\na = 1\n[params.n]\nx = 1\ny = 2\n'
        "[markup.goldmark.renderer]\nunsafe = true\n"
        '[taxonomies]\nz = "zs"\n'
        '[outputs]\nhome = ["html"]\n'
        "[pagination]\npagerSize = 3\n[services.rss]\nlimit = 4\n[related]\nthreshold = 3\n"
        '[languages.en]\ntitle = "T en"\n[languages.en.params]\nl = 1\nk = 1\n'
    )
}
MERGES = {
    "nothing": "",
    "deep at the root": '_merge = "deep"\n[params.n]\nx = 9\n',
    "shallow at the root": '_merge = "shallow"\n[params.n]\nx = 9\n[markup.goldmark.parser]\nautoHeadingID = false\n',
    "none at the root": '_merge = "none"\n[params.n]\nx = 9\n',
    "shallow params": '[params]\n_merge = "shallow"\n[params.n]\nx = 9\n',
    "no params": '[params]\n_merge = "none"\nb = 2\n',
    "deep params below none": '[params]\n_merge = "none"\n[params.n]\n_merge = "deep"\nx = 9\n',
    "deep markup": '[markup]\n_merge = "deep"\n[markup.goldmark.parser]\nautoHeadingID = false\n',
    "shallow markup": '[markup]\n_merge = "shallow"\n[markup.goldmark.parser]\nautoHeadingID = false\n',
    "deep goldmark": '[markup.goldmark]\n_merge = "deep"\n',
    "in capitals": '[markup]\n_merge = "DEEP"\n',
    "a word that is none": '[markup]\n_merge = "all"\n',
    "shallow taxonomies": '[taxonomies]\n_merge = "shallow"\ntag = "tags"\n',
    "languages": '[languages.en]\ntitle = "E"\n[languages.en.params]\nk = 2\n',
    "deep related": '[related]\n_merge = "deep"\nincludeNewer = true\n',
}
FOLDER = {
    "hugo.toml": 'title = "root"\nsummaryLength = 1\n[params]\na = "file"\n',
    "config/_default/hugo.yaml": "summaryLength: 2\nparams: {b: hugo}\n",
    "config/_default/config.yaml": "summaryLength: 3\nenableEmoji: true\n",
    "config/_default/params.yaml": "c: params\nb: params\nn: {x: 1, y: 2}\n",
    "config/_default/params.en.yaml": "c: en\n",
    "config/_default/languages.yaml": "en: {title: E, weight: 1}\nfr: {title: F, weight: 2}\n",
    "config/_default/en.fr.yaml": "summaryLength: 7\n",
    "config/_default/pagination.json": '{"pagerSize": 3}',
    "config/_default/sub/related.yaml": "threshold: 9\n",
    "config/production/params.yaml": "c: production\nn: {y: 3}\n",
    "config/staging/params.yaml": "c: staging\n",
}
FRENCH = (
    'title = "R"\nlocale = "en-us"\ncopyright = "C"\nsummaryLength = 4\n'
    '[params]\na = 1\nb = 2\n[params.n]\nx = 1\ny = 2\n'
    '[taxonomies]\ntag = "tags"\n'
    "[markup.goldmark.parser]\nautoHeadingID = false\n[pagination]\npagerSize = 7\n"
    '[languages.en]\nlanguageName = "English"\nweight = 1\n'
    '[languages.fr]\ntitle = "F"\nlabel = "F"\nlocale = "fr-FR"\nweight = 2\nsummaryLength = 3\n'
    '[languages.fr.params]\nb = 3\n[languages.fr.params.n]\nx = 5\n'
    '[languages.fr.taxonomies]\nmot = "mots"\n'
    "[languages.fr.markup.goldmark.renderer]\nunsafe = true\n"
    '[languages.fr.outputs]\nhome = ["html"]\n'
    '[languages.fr.pagination]\npath = "seite"\n'
)
PAGES = content("content/p/_index.md", "content/p/a.md", "content/q/b.md")
TREE = content("c/a.md", "c/x/b.md", "c/x/y/c.md", "c/x/a.md", "c/d.markdown")
TWO = "[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n"


def mount(source: str, target: str, more: str = "") -> str:
    """Return one entry of the mounts."""
    return f'[[module.mounts]]\nsource = "{source}"\ntarget = "{target}"\n{more}\n'


def cases() -> list[Case]:
    """Return every case."""
    return [
        *precedence(),
        *[site(f"merge: {name}", {"hugo.toml": f'theme = "t"\n{text}', **THEME}) for name, text in MERGES.items()],
        *themes(),
        *languages(),
        *folders(),
        *globs(),
        *cascades(),
        *feeds(),
        *values(),
    ]


def precedence() -> list[Case]:
    """Return cases of files over files."""
    return [
        site("no file at all", {"content/x.md": "x"}),
        site("an empty file", ""),
        site("toml before yaml", {"hugo.yaml": "title: yaml\n", "hugo.toml": 'title = "toml"\n', "hugo.json": '{"title": "json"}'}),
        site("yaml before yml", {"hugo.yml": "title: yml\n", "hugo.yaml": "title: yaml\n", "hugo.json": '{"title": "json"}'}),
        site("yml before json", {"hugo.yml": "title: yml\n", "hugo.json": '{"title": "json"}'}),
        site("hugo before config", {"config.toml": 'title = "config"\nsummaryLength = 4\n', "hugo.json": '{"title": "hugo"}'}),
        site("the old name", {"config.yaml": "title: config\n"}),
        site("the name in capitals", {"HUGO.toml": 'title = "capitals"\n', "config.yaml": "title: config\n"}),
        site("keys in any case", {"hugo.yaml": "TITLE: T\nSummaryLENGTH: 6\nPARAMS: {Aa: {bB: 1}}\n"}),
        site("a folder above the file", FOLDER),
        site("a folder above the file, in French", FOLDER, "fr"),
        site("another environment", FOLDER, environment="staging"),
        site("a folder for an environment alone", {"config/production/hugo.toml": 'title = "p"\n'}),
        site("several root files in a folder", {"config/_default/config.toml": 'title = "config"\n', "config/_default/hugo.json": '{"title": "json"}', "config/_default/hugo.yaml": "title: yaml\n"}),
        site("one name with two suffixes", {"config/_default/params.toml": 'a = "toml"\nb = 1\n', "config/_default/params.yaml": "a: yaml\n"}),
        site("a file name in capitals", {"config/_default/Params.toml": 'a = "x"\n', "config/production/Hugo.yaml": "title: lost\n"}),
        site("broken yaml", {"hugo.yaml": "a: [b\n"}),
        site("broken toml", 'title = "x"\ntitle = "y"\n'),
        site("broken json", {"hugo.json": '{"title": "x",}'}),
        site("a list", {"hugo.yaml": "- a\n"}),
        site("a file of a folder is a list", {"config/_default/hugo.yaml": "title: T\n", "config/_default/params.yaml": "- a\n"}),
        site("yaml words", {"hugo.yaml": "languages:\n  no: {title: N}\nparams: {a: yes, b: 010, c: 1_000, d: ~, y: on}\n"}),
    ]  # fmt: skip


def themes() -> list[Case]:
    """Return cases of themes on disk."""
    params = {f"themes/{name}/hugo.toml": f'[params]\nwho = "{name}"\n{name} = 1\n' for name in ("a", "b", "c")}
    nested = {
        "themes/a/hugo.toml": 'theme = "c"\n[params]\nwho = "a"\n',
        "themes/b/hugo.toml": '[params]\nwho = "b"\nnext = "b"\n',
        "themes/c/config.yaml": "theme: [a]\nparams: {who: c, next: c}\n",
    }
    imports = (
        '[[module.imports]]\npath = "a"\nnoMounts = true\n[[module.imports]]\npath = "b"\ndisable = true\n'
        '[[module.imports]]\npath = "c"\nignoreConfig = true\nignoreImports = true\n'
    )
    both = {
        "themes/a/hugo.toml": 'theme = "x"\n[params]\na = 1\n',
        "themes/b/hugo.toml": "[params]\nb = 1\n",
        "themes/c/hugo.toml": 'theme = "y"\n[params]\nc = 1\n',
        **static(*(f"themes/{name}/static/{name}.txt" for name in "abcxy")),
    }
    return [
        site("several themes", {"hugo.toml": 'theme = ["b", "a", "c"]\n', **params}),
        site("themes of themes", {"hugo.toml": 'theme = ["a", "b"]\n', **nested}),
        site("imports before themes", {"hugo.toml": 'theme = "a"\n[[module.imports]]\npath = "b"\n', **params}),
        site("switches of imports", {"hugo.toml": imports, **both}),
        site("a theme without its config", {"hugo.toml": 'theme = "a"\n', **static("themes/a/theme.toml", "themes/a/static/x.txt")}),
        site("a theme's folder of files", {"hugo.toml": 'theme = "a"\n', "themes/a/hugo.toml": '[params]\nx = "file"\n', "themes/a/config.toml": "[params]\ny = 1\n", "themes/a/config/_default/params.toml": 'x = "folder"\nz = 1\n', "themes/a/config/production/params.toml": "w = 1\n"}),
        site("a theme that is not there", 'theme = "nobody"\n'),
        site("another folder of themes", {"hugo.toml": 'theme = "a"\nthemesDir = "looks"\n', "looks/a/hugo.toml": "[params]\nx = 1\n"}),
        site("a vendored module", {"hugo.toml": '[[module.imports]]\npath = "example.org/x/y/v5"\n', "_vendor/modules.txt": "# example.org/x/y/v5 v5.1.0\n", "_vendor/example.org/x/y/v5/hugo.toml": "[params]\nv = 5\n", **static("_vendor/example.org/x/y/v5/static/v.txt")}),
        site("a relative import", {"hugo.toml": '[[module.imports]]\npath = "./sub/a"\n[[module.imports]]\npath = "../beside"\n', "themes/sub/a/hugo.toml": "[params]\na = 1\n", "beside/hugo.toml": "[params]\nb = 1\n"}),
        site("a replaced module", {"hugo.toml": '[module]\nreplacements = "example.org/x -> local, example.org/z -> other"\n[[module.imports]]\npath = "example.org/x"\n', "themes/local/hugo.toml": "[params]\na = 1\n"}),
        site("mounts of a theme", {"hugo.toml": 'theme = ["t", "u"]\n', "themes/t/hugo.toml": 'contentDir = "cc"\n', "themes/u/hugo.toml": mount("zz", "content/z"), **content("content/a.md", "themes/t/content/a.md", "themes/t/content/b.md", "themes/t/cc/c.md", "themes/u/zz/d.md", "themes/u/content/e.md")}),
        site("mounts of an import", {"hugo.toml": '[[module.imports]]\npath = "t"\n[[module.imports.mounts]]\nsource = "zz"\ntarget = "content/z"\n', "themes/t/hugo.toml": mount("yy", "content/y"), **content("themes/t/yy/a.md", "themes/t/zz/b.md")}),
    ]  # fmt: skip


def languages() -> list[Case]:
    """Return cases of languages."""
    pages = content("content/a.md", "content/a.fr.md", "content/b.fr.md")
    return [
        site("two languages", FRENCH),
        site("the second language", FRENCH, "fr"),
        site("a language's markup is merged", '[markup.goldmark.parser]\nautoHeadingID = false\n[languages.en]\n[languages.fr.markup]\n_merge = "deep"\n[languages.fr.markup.goldmark.renderer]\nunsafe = true\n', "fr"),
        site("order of languages", {"hugo.toml": "[languages.en]\nweight = 3\n[languages.fr]\nweight = 2\n[languages.de]\n[languages.ab]\n", **pages}),
        site("addresses of languages", {"hugo.toml": TWO, **pages}),
        site("the default language has a folder", {"hugo.toml": "defaultContentLanguageInSubdir = true\n" + TWO, **pages}),
        site("one language has a folder", {"hugo.toml": "defaultContentLanguageInSubdir = true\n", **content("content/a.md")}),
        site("another default language", {"hugo.toml": 'defaultContentLanguage = "fr"\n' + TWO, **content("content/a.md", "content/b.en.md")}),
        site("the default language in capitals", 'defaultContentLanguage = "EN"\n[languages.En]\ntitle = "E"\n'),
        site("no default, without en", "[languages.fr]\nweight = 2\n[languages.de]\nweight = 1\n"),
        site("no default, with en", "[languages.fr]\nweight = 1\n[languages.en]\nweight = 2\n"),
        site("a default that is no language", 'defaultContentLanguage = "de"\n[languages.en]\n[languages.fr]\n'),
        site("a default without languages", 'defaultContentLanguage = "pt"\nlocale = "pt-BR"\n'),
        site("disabled languages", 'disableLanguages = ["fr"]\n[languages.en]\n[languages.fr]\n[languages.de]\ndisabled = true\n'),
        site("the usual default is disabled", "[languages.en]\ndisabled = true\n[languages.fr]\n"),
        site("the named default is disabled", 'defaultContentLanguage = "en"\n[languages.en]\ndisabled = true\n[languages.fr]\n'),
        site("old and new names", 'languageCode = "en-us"\n[languages.en]\nlanguageCode = "en-gb"\nlocale = "en-au"\nlabel = "L"\nlanguageName = "N"\ndirection = "rtl"\nlanguageDirection = "ltr"\n'),
        site("old names", 'languageCode = "en-us"\n[languages.EN]\nlanguageName = "N"\nlanguageDirection = "rtl"\n'),
        site("a locale is the default language's", 'locale = "en-us"\n' + TWO, "fr"),
        site("servers of their own", {"hugo.toml": '[languages.en]\nbaseURL = "https://a.example.org/x/"\n[languages.fr]\nbaseURL = "https://b.example.org/"\n', **pages}),
        site("languages is no table", 'languages = "x"\n'),
        site("a language is no table", '[languages]\nen = "x"\n'),
        site("a language with wrong values", '[languages.en]\nweight = "x"\ndisabled = "no"\n'),
        site("a language with a blank", '[languages."e n"]\nweight = 1\n'),
        site("content folders", {"hugo.toml": '[languages.en]\ncontentDir = "content/en"\nweight = 2\n[languages.fr]\ncontentDir = "content/fr"\nweight = 1\n', **content("content/en/a.md", "content/fr/a.md", "content/fr/b.md")}),
        site("one content folder of its own", {"hugo.toml": 'contentDir = "c0"\n[languages.en]\nweight = 2\n[languages.fr]\nweight = 1\ncontentDir = "fr"\n', **content("c0/a.md", "fr/a.md")}),
        site("static folders of languages", {"hugo.toml": 'staticDir = "s0"\n[languages.en]\nweight = 1\nstaticDir = "sen"\n[languages.fr]\nweight = 2\nstaticDir = "sfr"\nstaticDir2 = "sfr2"\n', **static("s0/a.txt", "s0/z.txt", "sen/a.txt", "sen/b.txt", "sfr/a.txt", "sfr2/c.txt")}),
    ]  # fmt: skip


def folders() -> list[Case]:
    """Return cases of folders and mounts."""
    s1 = mount("s1", "static") + mount("s2", "static")
    renamed = 'contentDir = "c"\ndataDir = "d"\nlayoutDir = "l"\nassetDir = "as/"\ni18nDir = "./ii"\nstaticDir = ["s1", "s2"]\nstaticDir2 = "s4"\nstaticDir1 = "s3"\n'
    usual = {"data/a.json": "{}", "i18n/en.yaml": "", "assets/a.txt": "a", **static("static/a.txt"), **content("content/a.md")}
    return [
        site("the usual folders", {"hugo.toml": "", **usual}),
        site("folders by other names", {"hugo.toml": renamed, **usual, "d/a.json": "{}", "l/home.html": DUMP, "as/a.txt": "", "ii/en.yaml": "", **content("c/a.md"), **static("s1/a.txt", "s2/a.txt", "s3/b.txt", "s4/b.txt")}),
        site("folders without a name", {"hugo.toml": 'contentDir = ""\nstaticDir = []\ndataDir = ""\n', **usual}),
        site("a folder outside", {"site/hugo.toml": "", "hugo.toml": 'contentDir = "site/../site/content"\n', **content("site/content/a.md", "content/b.md")}),
        site("numbered static folders", {"hugo.toml": 'staticDir0 = "s0"\nstaticDir10 = "s10"\nstaticDir2 = ["x", "y"]\nstaticDir11 = "z"\n', **static("static/a.txt", "s0/a.txt", "x/a.txt", "y/b.txt", "s10/b.txt", "z/z.txt")}),
        site("static mounts of one place", {"hugo.toml": s1, **static("s1/a.txt", "s2/a.txt", "s2/b.txt", "static/c.txt")}),
        site("static mounts in each other", {"hugo.toml": mount("s1", "static") + mount("s2", "static/x"), **static("s1/x/a.txt", "s2/a.txt", "s2/b.txt")}),
        site("static mounts in each other, turned", {"hugo.toml": mount("s2", "static/x") + mount("s1", "static"), **static("s1/x/a.txt", "s2/a.txt", "s2/b.txt")}),
        site("static files of themes", {"hugo.toml": 'theme = ["t", "u"]\n', "themes/t/hugo.toml": s1, **static("static/a.txt", "themes/t/s1/a.txt", "themes/t/s1/b.txt", "themes/t/s2/b.txt", "themes/t/s2/c.txt", "themes/u/static/c.txt", "themes/u/static/d.txt")}),
        site("content mounts of one place", {"hugo.toml": mount("c1", "content") + mount("c2", "content"), **content("c1/a.md", "c2/a.md", "c2/b.md", "content/c.md")}),
        site("content mounts in each other", {"hugo.toml": mount("c1", "content") + mount("c2", "content/x"), **content("c1/x/a.md", "c2/a.md", "c2/b.md")}),
        site("content mounts in each other, turned", {"hugo.toml": mount("c2", "content/x") + mount("c1", "content"), **content("c1/x/a.md", "c2/a.md", "c2/b.md")}),
        site("a mounted file", {"hugo.toml": mount("README.md", "content/about.md"), **content("README.md", "content/a.md")}),
        site("a mount that is not there", {"hugo.toml": mount("nowhere", "content") + mount("nowhere", "static"), **usual}),
        site("a mount that is there twice", {"hugo.toml": mount("c", "content") + mount("c/", "content/"), **content("c/a.md")}),
        site("mounts of a language", {"hugo.toml": TWO + mount("en", "content", '[module.mounts.sites.matrix]\nlanguages = "en"') + mount("fr", "content", '[module.mounts.sites.matrix]\nlanguages = ["f*"]'), **content("en/a.md", "fr/a.md", "fr/b.md")}),
        site("mounts of all but a language", {"hugo.toml": TWO + mount("en", "content", '[module.mounts.sites.matrix]\nlanguages = ["! fr", "**"]'), **content("en/a.md")}),
        site("the old key for a language", {"hugo.toml": TWO + mount("en", "content", 'lang = "en"') + mount("fr", "content", 'lang = "fr"'), **content("en/a.md", "fr/a.md", "fr/b.md")}),
        site("a target with dots", {"hugo.toml": mount("docs", "content/../static/./y"), **static("docs/a.txt", "static/b.txt")}),
        site("a target with a slash in front", {"hugo.toml": mount("docs", "/content/x"), **content("docs/a.md")}),
        site("a target in capitals", {"hugo.toml": mount("docs", "Content/x"), **content("docs/a.md")}),
        site("a target outside", {"hugo.toml": mount("docs", "content/../../x"), **content("docs/a.md")}),
        site("a target that is none", {"hugo.toml": mount("docs", "shortcodes"), **content("docs/a.md")}),
        site("a mount without a source", {"hugo.toml": '[[module.mounts]]\ntarget = "content"\n', **content("content/a.md")}),
    ]  # fmt: skip


def globs() -> list[Case]:
    """Return cases of mounts of some files only."""
    filters = [
        'excludeFiles = "x/*"', 'excludeFiles = "x/**"', 'excludeFiles = "*.md"', 'excludeFiles = "**.md"',
        'excludeFiles = "X/**"', 'excludeFiles = ["c/x/**"]', 'includeFiles = "*.md"',
        'includeFiles = ["/x/*.md", "a.md"]', 'includeFiles = "**/a.md"', 'includeFiles = ["x/**"]\nexcludeFiles = ["**/c.md"]',
        'files = ["! x/**"]', 'files = ["x/**", "! **/c.md"]', 'files = ["! **/c.md", "x/**"]', 'files = ["!x/**"]',
        'files = ["! x"]', 'files = ["x/y"]', 'files = ["! x/**", "x/a.md"]', 'files = ["{a,d}.*"]', 'files = ["?.md"]',
        'files = ["[a-b].md"]', 'files = ["**/[!b].md"]',
    ]  # fmt: skip
    return [
        site(f"files: {line}", {"hugo.toml": mount("c", "content/q", line), **TREE})
        for line in filters
    ]


def cascades() -> list[Case]:
    """Return cases of front matter for all pages; what they give is ``x``."""
    texts = [
        "[cascade]\nx = 1",
        '[[cascade]]\nx = 1\n[cascade.target]\npath = "/p/**"',
        '[[cascade]]\nx = 1\n[cascade._target]\npath = "/p/**"',
        '[[cascade]]\n[cascade.params]\nx = 1\n[cascade.target]\nkind = "page"',
        '[[cascade]]\nx = 1\n[cascade.target]\nkind = "{page,home}"\n[[cascade]]\nx = 2',
        '[[cascade]]\nx = 1\n[cascade.target]\nenvironment = "dev*"\n[[cascade]]\nx = 2\n[cascade.target]\nenvironment = "prod*"',
        '[[cascade]]\nx = 1\n[cascade.target]\npath = "{/p,/q/*}"',
        '[[cascade]]\nx = 1\n[cascade.target]\npath = "P/**"\n[[cascade]]\nx = 2\n[cascade.target]\nkind = "PAGE"',
        '[[cascade]]\nx = 1\n[cascade.target]\npath = "/q**"\n[[cascade]]\nx = 2\n[cascade.target]\npath = "/p/a"',
        '[[cascade]]\nx = 1\n[cascade.target.sites.matrix]\nlanguages = ["fr"]\n[[cascade]]\nx = 2\n[cascade.target.sites.matrix]\nlanguages = ["e*"]',
        '[[cascade]]\nx = 1\n[cascade.target]\nlang = "fr"\n[[cascade]]\nx = 2\n[cascade.target]\nlang = "en"',
        '[cascade]\nx = 1\n[languages.en.cascade]\nx = 2',
        '[cascade]\nx = 1\n[cascade.target]\npath = "/p/*"\nkind = "page"',
    ]
    return [site(f"cascade: {text}", {"hugo.toml": QUIET + text + "\n[languages.fr]\n[languages.en]\n", **PAGES}) for text in texts]


def feeds() -> list[Case]:
    """Return cases of feeds."""
    atom = '[outputFormats.Atom]\nmediaType = "application/atom"\nbaseName = "atom"\n[mediaTypes."application/atom"]\nsuffixes = ["xml"]\n'
    json_feed = '[outputFormats.jf]\nmediaType = "application/feed+json"\nbaseName = "feed"\npath = "x"\n[mediaTypes."application/feed+json"]\nsuffixes = ["json"]\n'
    post = {"content/posts/a.md": '{"title": "a", "tags": ["t"]}'}
    texts = {
        "usual": "",
        "another base name": '[outputFormats.RSS]\nbaseName = "feed"\n',
        "atom": atom + '[outputs]\nhome = ["HTML", "ATOM"]\nterm = ["html", "atom", "rss"]\n',
        "atom, no rss": 'disableKinds = ["RSS"]\n' + atom + '[outputs]\nhome = ["html", "atom", "rss"]\n',
        "json": json_feed + '[outputs]\nsection = ["html", "jf"]\n',
        "one as text": '[outputs]\nsection = "html"\n',
        "no outputs": "[outputs]\nsection = []\n",
        "a format that is none": '[outputs]\nhome = ["html", "nobody"]\n',
        "no terms": 'disableKinds = ["term"]\n',
        "no taxonomies": 'disableKinds = ["taxonomy"]\n',
        "the old kind": 'disableKinds = ["taxonomyTerm"]\n',
        "no sections and no home": 'disableKinds = ["section", "home"]\n',
        "no taxonomies at all": "[taxonomies]\n",
    }
    return [site(f"feeds: {name}", {"hugo.toml": text, **post}) for name, text in texts.items()]


def values() -> list[Case]:
    """Return cases of single values."""
    texts = [
        'summaryLength = "6"', 'summaryLength = "x"', 'enableEmoji = "true"', 'enableEmoji = "maybe"', "title = 5",
        'disableKinds = "rss"', 'ignoreFiles = "a$"', 'rssLimit = 5', "rssLimit = 5\n[services.rss]\nlimit = 7",
        "[services.rss]\nlimit = 0", '[services.rss]\nlimit = "3"', "[services.rss]\nlimit = -3",
        '[pagination]\npagerSize = "3"\npath = "p"\ndisableAliases = true', 'paginate = 3\npaginatePath = "x"',
        'titleCaseStyle = "Chicago"\ncapitalizeListTitles = false\npluralizeListTitles = false', 'titleCaseStyle = "FirstUpper"',
        "[taxonomies]", 'taxonomies = "x"', '[taxonomies]\nTag = "Tags"', 'params = "x"', 'mainSections = ["a"]',
        '[page]\nnextPrevSortOrder = "asc"\nnextPrevInSectionSortOrder = "asc"', 'refLinksNotFoundURL = "/x"',
        '[related]\nthreshold = 50\ntoLower = true\n[[related.indices]]\nname = "Tags"\nweight = 7\napplyFilter = true\n[[related.indices]]\nname = "date"\npattern = "2006"\ntoLower = true\ncardinalityThreshold = 50',
        "[related]\nincludeNewer = true", '[related]\nindices = "x"', "removePathAccents = true\ndisablePathToLower = true",
        'timeZone = "Europe/Paris"', 'timeZone = "Nowhere"', 'baseURL = "https://example.org/a/"', "buildDrafts = true",
    ]  # fmt: skip
    return [site(f"value: {text}", text + "\n") for text in texts]


def run(case: Case) -> Case:
    """Return *case* with what Hugo makes of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "site")
        for path, text in (LAYOUTS | case["files"]).items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        options = ["--environment", case["environment"]]
        language = ["--lang", case["language"]] if case["language"] else []
        printed = hugo(folder, "config", "--format", "json", "--printZero", *options, *language)
        found: Case = {}
        if printed.startswith("{"):
            config = json.loads(printed)
            found["config"] = {key: pick(config, key) for key in KEYS}
            for index in config["related"]["indices"] or []:
                index.pop("tokenize", None)
                index.pop("mintokenlength", None)
            found["mounts"] = mounts(folder, hugo(folder, "config", "mounts", *options))
            hugo(folder, "build", *options)
        public = folder / "public"
        published = {f.relative_to(public).as_posix(): f.read_text("utf-8") for f in sorted(public.rglob("*")) if f.is_file()}
        dump = next((text for text in published.values() if "DUMP[" in text), None)
        pages = json.loads(dump.partition("DUMP")[2]) if dump else []
        found["pages"] = [page for page in pages if page["kind"] in ("page", "home", "section")]
        found["static"] = {path: text for path, text in published.items() if path.endswith(".txt")}
        feeds = (path for path in published if path.endswith((".xml", ".json")))
        found["feeds"] = [path for path in feeds if "sitemap" not in path]
        if "config" not in found:
            found = {"error": True}
        return {**case, **found}


def hugo(folder: Path, *arguments: str) -> str:
    """Return what Hugo prints."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("HUGO")}
    done = subprocess.run([HUGO, *arguments], cwd=folder, capture_output=True, text=True, check=False, env=kept)
    # The launcher of the wheel says something of its own before.
    return done.stdout[max(0, done.stdout.find("{")) :]


def pick(config: Any, key: str) -> Any:
    """Return the value at a dotted key."""
    for part in key.split("."):
        config = config.get(part) if isinstance(config, dict) else None
    return config


def mounts(folder: Path, printed: str) -> list[list[Any]]:
    """Return the theme, source, target and languages of each mount that is there."""
    found: list[list[Any]] = []
    decoder = json.JSONDecoder()
    rest = printed.strip()
    while rest.startswith("{"):
        module, end = decoder.raw_decode(rest)
        rest = rest[end:].strip()
        home = Path(module["dir"])
        theme = "" if home.resolve() == folder.resolve() else module["path"]
        for item in module["mounts"] or []:
            languages = item.get("sites", {}).get("matrix", {}).get("languages") or []
            source = Path(os.path.normpath(home / item["source"]))
            if source.exists() and not item["target"].startswith("archetypes"):
                shown = source.relative_to(folder).as_posix()
                found.append([theme, shown, item["target"], languages])
    return found


def main() -> None:
    """Run every case and write the file."""
    version = subprocess.run([HUGO, "version"], capture_output=True, text=True, check=True).stdout
    number = next(word for word in version.split() if word.startswith("v0.")).split("-")[0]
    defaults = run(site("defaults", ""))["config"]
    found = [run(case) for case in cases()]
    for case in found:
        case["config"] = {key: value for key, value in case.get("config", {}).items() if value != defaults[key]}
    lines = ",\n".join(json.dumps(case) for case in found)
    head = f'"hugo_version": {json.dumps(number)},\n"defaults": {json.dumps(defaults)}'
    (HERE / "site_config.json").write_text(f'{{\n{head},\n"cases": [\n{lines}\n]\n}}\n')
    print(len(found), "cases")


if __name__ == "__main__":
    main()
