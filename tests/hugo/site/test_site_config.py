"""The configuration of whole sites, against real Hugo's, and hostile ones."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_updates.hugo.problems import ProblemKind
from sphinx_updates.hugo.site.site_config import SiteConfig, read_site_config

if TYPE_CHECKING:
    from sphinx_updates.hugo.site.mount_point import MountPoint

GOLDEN: Final = json.loads(
    Path(__file__, "../../../golden/site_config.json").resolve().read_text("utf-8")
)
CASES: Final = {case["name"]: case for case in GOLDEN["cases"]}

OLD_PAGING: Final = 'value: paginate = 3\npaginatePath = "x"'
NO_TABLE: Final = 'value: taxonomies = "x"'
BOTH_FILTERS: Final = 'files: includeFiles = ["x/**"]\nexcludeFiles = ["**/c.md"]'
NO_FILE: Final = "no file at all"
NO_SOURCE: Final = "a mount without a source"
NO_THEME: Final = "a theme that is not there"
NO_TAGS: Final = "the second language"
NO_FORMAT: Final = "feeds: a format that is none"

DIVERGES: Final = {
    OLD_PAGING: "current Hugo does not know it, sites for older Hugo still say it so",
    BOTH_FILTERS: "current Hugo fails; before, what is left out came first",
    NO_FILE: "Hugo builds a folder without a configuration, we ask for one",
    NO_TABLE: "Hugo takes the wrong value for an empty table, without a word",
    NO_SOURCE: "Hugo mounts the whole site as its content",
    NO_THEME: "Hugo fails; themes are often modules that are fetched later",
    NO_TAGS: "Hugo looks at the taxonomies of the site, we at those of the language",
    NO_FORMAT: "Hugo fails; formats are often those of a theme that is not there",
}
"""What is otherwise here on purpose, and why."""


def is_page(name: str) -> bool:
    return name.endswith((".md", ".markdown"))


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def read_case(case: dict[str, Any], root: Path) -> SiteConfig:
    write(root, case["files"])
    return read_site_config(
        root, environment=case["environment"], language=case["language"]
    )


def as_hugo(site: SiteConfig) -> dict[str, Any]:
    """Return what we made of a site by Hugo's names."""
    found, lists = site.settings, site.settings.lists
    related = lists.related
    default = site.languages.default
    return {
        "title": found.title,
        "copyright": found.copyright,
        "baseurl": found.base_url,
        "params": found.params,
        "taxonomies": found.taxonomies,
        "disablekinds": lists.disabled_kinds,
        "summarylength": found.summary_length,
        "enableemoji": found.enable_emoji,
        "builddrafts": found.build_drafts,
        "pagination": {
            "pagersize": lists.pager_size,
            "path": lists.pager_path,
            "disablealiases": not lists.pager_aliases,
        },
        "services.rss.limit": lists.feed_limit,
        "related": {
            "threshold": related.threshold,
            "includenewer": related.include_newer,
            "tolower": related.to_lower,
            "indices": [
                {
                    "name": index.name,
                    "type": index.type,
                    "applyfilter": index.apply_filter,
                    "pattern": index.pattern,
                    "weight": index.weight,
                    "cardinalitythreshold": index.cardinality_threshold,
                    "tolower": index.to_lower,
                }
                for index in related.indices
            ],
        },
        "outputs": lists.outputs,
        "titlecasestyle": lists.title_style.lower(),
        "capitalizelisttitles": lists.capitalize_titles,
        "pluralizelisttitles": lists.pluralize_titles,
        "mainsections": list(lists.main_sections),
        "page": {
            "nextprevsortorder": _order(lists.oldest_is_next),
            "nextprevinsectionsortorder": _order(lists.oldest_is_next_in_section),
        },
        "defaultcontentlanguage": default,
        "defaultcontentlanguageinsubdir": site.languages.default_in_subdir,
        "languages": {one.key: one.disabled for one in site.languages.all},
        "ignorefiles": list(found.ignore_files),
        "reflinksnotfoundurl": found.ref_not_found_url,
        "removepathaccents": found.remove_path_accents,
        "disablepathtolower": found.disable_path_to_lower,
        "timezone": getattr(found.time_zone, "key", ""),
        "markup.goldmark.renderer.unsafe": found.unsafe,
        "markup.goldmark.parser.autoheadingid": found.auto_heading_ids,
    }


def _order(is_oldest: bool) -> str:
    return "asc" if is_oldest else "desc"


def expected(case: dict[str, Any]) -> dict[str, Any]:
    """Return Hugo's values of a case, spelled as ours are."""
    table: dict[str, Any] = GOLDEN["defaults"] | case["config"]
    kinds = (kind.lower() for kind in table["disablekinds"] or [])
    table["disablekinds"] = {kind.replace("taxonomyterm", "taxonomy") for kind in kinds}
    limit = table["services.rss.limit"]
    table["services.rss.limit"] = limit if limit > 0 else None
    table["related"]["indices"] = table["related"]["indices"] or []
    table["outputs"] = {
        kind: tuple(names or ())
        for kind, names in table["outputs"].items()
        if kind != "rss"
    }
    table["titlecasestyle"] = table["titlecasestyle"].lower()
    for key in ("mainsections", "ignorefiles"):
        table[key] = table[key] or []
    for key in ("params", "taxonomies"):
        table[key] = table[key] or {}
    if table["baseurl"] == "https://example.org/":
        table["baseurl"] = ""
    table["languages"] = {
        key: language["disabled"] for key, language in table["languages"].items()
    }
    return table


@pytest.mark.parametrize("name", [n for n, c in CASES.items() if "error" not in c])
def test_settings_are_hugos(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    ours = as_hugo(read_case(case, tmp_path))
    wanted = expected(case)
    if name == OLD_PAGING:
        assert (ours.pop("pagination"), wanted.pop("pagination")) == (
            {"pagersize": 3, "path": "x", "disablealiases": False},
            {"pagersize": 10, "path": "page", "disablealiases": False},
        )
    if name == NO_TABLE:
        assert ours.pop("taxonomies") != wanted.pop("taxonomies")
        assert ours.pop("related") != wanted.pop("related")
    if name == NO_TAGS:
        assert ours.pop("related") != wanted.pop("related")
    assert ours == wanted


@pytest.mark.parametrize("name", CASES)
def test_what_hugo_refuses_is_a_problem(name: str, tmp_path: Path) -> None:
    site = read_case(CASES[name], tmp_path)
    if name in (NO_THEME, NO_FORMAT):
        assert site.problems == ()
    elif "error" in CASES[name] or name in (NO_FILE, NO_TABLE, NO_SOURCE):
        assert site.problems
        assert all(problem.kind is ProblemKind.CONFIG for _f, problem in site.problems)
    else:
        assert [(f.name, p.message) for f, p in site.problems] == []


@pytest.mark.parametrize("name", [n for n, c in CASES.items() if c.get("mounts")])
def test_folders_are_hugos(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    write(tmp_path, {"layouts/home.html": ""})
    site = read_case(case, tmp_path)
    components = ("content", "data", "layouts", "i18n", "assets")
    wanted = [
        (theme, source, target)
        for component in components
        for theme, source, target, _languages in case["mounts"]
        if target.split("/")[0] == component
    ]
    ours = [shown(m, tmp_path) for part in components for m in getattr(site, part)]
    if name == NO_SOURCE:
        assert (ours.pop(0), wanted.pop(0)) == (
            ("", "content", "content"),
            ("", ".", "content"),
        )
    assert ours == wanted
    assert sorted(shown(m, tmp_path) for m in site.static) == sorted(
        (theme, source, target)
        for theme, source, target, _languages in case["mounts"]
        if target.split("/")[0] == "static"
    )


def shown(mount: MountPoint, root: Path) -> tuple[str, str, str]:
    source = mount.source.relative_to(root).as_posix()
    target = "/".join(part for part in (mount.component, mount.prefix) if part)
    return mount.theme, source, target


def files_of(mount: MountPoint) -> dict[str, str]:
    """Return the text of the files of a mount, by their places in the component."""
    if mount.source.is_file():
        return {mount.prefix: mount.source.read_text("utf-8")}
    return {
        "/".join(part for part in (mount.prefix, path) if part): file.read_text("utf-8")
        for file in sorted(mount.source.rglob("*"))
        if file.is_file()
        and mount.files.wants_file(path := file.relative_to(mount.source).as_posix())
    }


@pytest.mark.parametrize("name", [n for n, c in CASES.items() if c.get("static")])
def test_of_static_files_hugos_counts(name: str, tmp_path: Path) -> None:
    site = read_case(CASES[name], tmp_path)
    found: dict[str, str] = {}
    for mount in site.static:
        found = files_of(mount) | found
    assert found == CASES[name]["static"]


def titles(pages: dict[tuple[str, str], str]) -> set[tuple[str, str]]:
    """Return the language and title of single pages; a title names the page's file."""
    return {
        (language, title)
        for (language, _place), title in pages.items()
        if title.endswith((".md", ".markdown")) and "_index" not in title
    }


@pytest.mark.parametrize(
    "name", [n for n, c in CASES.items() if any(map(is_page, c["files"]))]
)
def test_of_pages_hugos_count(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    site = read_case(case, tmp_path)
    keys = [one.key for one in site.languages.built]
    ours: dict[tuple[str, str], str] = {}
    for mount in site.content:
        usual = next(iter(mount.languages), site.languages.default)
        for place, text in files_of(mount).items():
            name_parts = place.split(".")
            language = name_parts[1] if name_parts[1] in keys else usual
            ours.setdefault((language, name_parts[0]), title_of(text))
    hugos = {(p["language"], p["path"]): p["title"] for p in case.get("pages", ())}
    if name == BOTH_FILTERS:
        assert titles(hugos) - titles(ours) == {("en", "c/x/y/c.md")}
    elif "error" not in case and name != NO_SOURCE:
        assert titles(ours) == titles(hugos)


def title_of(text: str) -> str:
    return str(json.loads(text).get("title", "")) if text.startswith("{") else ""


@pytest.mark.parametrize("name", [n for n, c in CASES.items() if c.get("pages")])
def test_addresses_of_languages_are_hugos(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    site = read_case(case, tmp_path)
    homes = {p["language"]: p["url"] for p in case["pages"] if p["kind"] == "home"}
    locales = {page["language"]: page["locale"] for page in case["pages"]}
    ours = {one.key: one.locale for one in site.languages.built}
    assert {key: ours[key] for key in locales} == locales
    if site.languages.is_multihost:
        assert not any(one.prefix for one in site.languages.all)
    else:
        base = case["config"].get("baseurl", "")
        path = "/a" if base.endswith("/a/") else ""
        assert {o.key: f"{path}{o.prefix}/" for o in site.languages.built} == homes
        assert [one.key for one in site.languages.built] == list(homes)


@pytest.mark.parametrize("name", [n for n in CASES if n.startswith("cascade")])
def test_what_is_cascaded_is_hugos(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    settings = read_case(case, tmp_path).settings
    for page in case["pages"]:
        if page["language"] != "en":
            continue
        given = None
        for rule in settings.cascade:
            values = {**rule.values, **rule.values.get("params", {})}
            if rule.is_for(page["path"], page["kind"]) and given is None:
                given = values.get("x")
        assert given == page["x"], page["path"]


@pytest.mark.parametrize(
    "name",
    [n for n, c in CASES.items() if n.startswith("feeds") and "error" not in c],
)
def test_feeds_are_hugos(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    site = read_case(case, tmp_path)
    lists = site.settings.lists
    terms = set(site.settings.taxonomies.values())
    places = [("home", ""), ("section", "posts/")]
    places += [("taxonomy", f"{plural}/") for plural in sorted(terms)]
    places += [("term", "tags/t/")] if "tags" in terms else []
    ours = sorted(
        feed.address(folder).lstrip("/")
        for kind, folder in places
        for feed in lists.feeds_of(kind)
    )
    assert ours == case["feeds"]


def messages(site: SiteConfig) -> list[str]:
    return [problem.message for _file, problem in site.problems]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("hugo.toml", "", ""),
        ("hugo.json", "[" * 5_000, "nested too deeply"),
        ("hugo.json", '{"a":' * 200 + "1" + "}" * 200, "nested too deeply"),
        ("hugo.yaml", "a: " + "[" * 5_000, "levels of nesting"),
        ("hugo.toml", "a = " + "[" * 5_000, "nested too deeply"),
        ("hugo.yaml", "x: 1\n" * 600_000, "larger than"),
        ("hugo.json", json.dumps({"a": list(range(30_000))}), "too large"),
        ("hugo.yaml", "? [a]\n: b\n", "cannot be a key"),
        ("hugo.toml", "theme = [1]\n", "'theme' must be a list of text"),
        ("hugo.toml", 'theme = "a\\u0000b"\n', ""),
        ("hugo.toml", 'themesDir = 5\ntheme = "t"\n', "'themesdir' must be text"),
        ("hugo.toml", "[module]\nimports = 5\n", "'module.imports' must be a list"),
        ("hugo.toml", "[[module.imports]]\nx = 5\n", "must have 'path'"),
        ("hugo.toml", "[module]\nmounts = 5\n", "'module.mounts' must be a list"),
        ("hugo.toml", "[module]\nmounts = [5]\n", "must have 'source' and 'target'"),
        ("hugo.toml", "[module]\nreplacements = 5\n", "'module.replacements' must be"),
        ("hugo.toml", "module = 5\n", ""),
        ("hugo.toml", 'contentDir = "a\\u0000b"\n', "cannot read it"),
        ("hugo.toml", "contentDir = 5\n", "'contentdir' must be text, got 5"),
        ("hugo.toml", "staticDir = 5\n", "'staticdir' must be a list of text"),
        ("hugo.toml", "staticDir = [5]\n", "'staticdir' must be a list of text"),
        ("hugo.toml", 'defaultContentLanguage = ["en"]\n', "must be text"),
        ("hugo.toml", "disableLanguages = 5\n", "must be a list of text"),
        ("hugo.toml", 'cascade = "x"\n', "'cascade' must hold tables"),
        ("hugo.toml", '[cascade]\ntarget = "x"\n', "it must be a table"),
        ("hugo.toml", "[cascade.target]\npath = 5\n", "'path' must be text"),
        ("hugo.toml", '[cascade.target]\npath = "{a"\n', "a brace is not closed"),
        ("hugo.toml", '[cascade.target]\nkind = "[a"\n', "a bracket is not closed"),
        ("hugo.toml", "[cascade.target]\nlang = 5\n", "a list of text"),
        ("hugo.toml", "outputs = 5\n", "'outputs' must be a table of lists"),
        ("hugo.toml", "[outputs]\nhome = 5\n", "'outputs' must be a list of text"),
        ("hugo.toml", "outputFormats = 5\n", "'outputformats' must be a table"),
        ("hugo.toml", "[outputFormats]\natom = 5\n", "'atom' is 5"),
        ("hugo.toml", "[pagination]\npagerSize = 0\n", "a whole number above 0"),
        ("hugo.toml", "pagination = 5\n", ""),
        ("hugo.toml", '[page]\nnextPrevSortOrder = "up"\n', "'asc' or 'desc'"),
        ("hugo.toml", "[related]\nindices = [5]\n", "'related' must be a table"),
        ("hugo.toml", "[[related.indices]]\nweight = 1\n", "'related' must be text"),
        ("hugo.toml", "mediaTypes = 5\n[outputFormats.a]\nbaseName = 'x'\n", ""),
    ],
)
def test_a_hostile_file_is_a_problem(
    name: str, text: str, words: str, tmp_path: Path
) -> None:
    write(tmp_path, {name: text, "content/a.md": "x"})
    site = read_site_config(tmp_path)
    assert any(words in message for message in messages(site)) or not words
    assert len(messages(site)) == bool(words)
    assert pickle.loads(pickle.dumps(site)) == site


@pytest.mark.parametrize("name", ["", "nowhere", "a\0b", "hugo.toml"])
def test_a_site_that_is_none_is_a_problem(name: str, tmp_path: Path) -> None:
    write(tmp_path, {"hugo.toml": ""})
    site = read_site_config(tmp_path / name, environment="../x", language="xx")
    assert site.language.key == "en"
    wanted = ["the site has no language 'xx'", "there is no hugo.toml"]
    found = messages(site)
    assert wanted[0] in found[-1]
    assert (wanted[1] in found[0]) == bool(name)


def test_an_unreadable_file_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"hugo.toml": 'title = "T"'})

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    [message] = messages(read_site_config(tmp_path))
    assert message == "hugo configuration: cannot read it: Permission denied; left out"


def test_a_mount_may_lie_outside_if_the_site_names_it(tmp_path: Path) -> None:
    beside, far = tmp_path / "beside", tmp_path / "far"
    root = tmp_path / "site"
    write(tmp_path, {"beside/a.md": "x", "far/b.md": "x"})
    write(
        root,
        {
            "hugo.toml": f"""
                [[module.mounts]]
                source = "../beside"
                target = "content"
                [[module.mounts]]
                source = "{far}"
                target = "static/far"
                """
        },
    )
    site = read_site_config(root)
    assert [mount.source for mount in site.content] == [beside]
    assert [mount.source for mount in site.static] == [far]
    assert site.problems == ()


def test_a_theme_mounts_nothing_outside(tmp_path: Path) -> None:
    root = tmp_path / "site"
    write(tmp_path, {"beside/a.md": "x", "site/hugo.toml": "theme = 't'"})
    mounts = [
        {"source": str(tmp_path / "beside"), "target": "content"},
        {"source": "../../../beside", "target": "content"},
        {"source": "../../docs", "target": "content"},
    ]
    write(
        root,
        {
            "themes/t/hugo.json": json.dumps({"module": {"mounts": mounts}}),
            "docs/x.md": "x",
        },
    )
    site = read_site_config(root)
    assert [mount.source for mount in site.content] == [root / "docs"]
    [message] = messages(site)
    assert "the mount of '../../../beside': it leads out of the site" in message


def test_a_theme_imports_nothing_outside(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "beside/hugo.toml": "[params]\nx = 1\n",
            "site/hugo.toml": "theme = 't'",
            "site/themes/t/hugo.json": json.dumps(
                {"theme": ["../../beside", str(tmp_path / "beside")]}
            ),
        },
    )
    site = read_site_config(tmp_path / "site")
    assert [theme.name for theme in site.themes] == ["t"]
    assert site.missing_themes == ("../../beside", str(tmp_path / "beside"))
    assert site.params == {}


def test_no_symbolic_link_leads_out(tmp_path: Path) -> None:
    root = tmp_path / "site"
    write(tmp_path, {"beside/a.md": "x", "site/hugo.toml": "", "site/in/b.md": "x"})
    (root / "content").symlink_to(tmp_path / "beside")
    (root / "static").symlink_to(root / "in")
    (root / "data").symlink_to(root / "data")
    site = read_site_config(root)
    assert site.content == site.data == ()
    assert [mount.source for mount in site.static] == [root / "static"]
    outside, loop = messages(site)
    assert "the mount of 'content': it leads out of the site" in outside
    assert "the mount of 'data': cannot read it" in loop


def test_many_themes_and_mounts_are_cut_off(tmp_path: Path) -> None:
    names = [f"t{number}" for number in range(150)]
    mounts = [{"source": ".", "target": f"static/{number}"} for number in range(600)]
    config = {"theme": names, "module": {"mounts": mounts}}
    write(tmp_path, {"hugo.json": json.dumps(config)})
    site = read_site_config(tmp_path)
    assert len(site.missing_themes) == 100
    assert len(site.static) == 500
    assert [m.rpartition(";")[2] for m in messages(site)] == [" cut off"] * 2


def test_a_chain_of_themes_ends(tmp_path: Path) -> None:
    write(tmp_path, {"hugo.toml": 'theme = "t0"'})
    for number in range(120):
        following = f'theme = ["t{number + 1}", "t0"]\n[params]\np{number} = 1\n'
        write(tmp_path, {f"themes/t{number}/hugo.toml": following})
    site = read_site_config(tmp_path)
    assert len(site.themes) == len(site.params) == 100


def test_the_environment_of_the_process_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"hugo.toml": 'title = "T"\n'})
    before = read_site_config(tmp_path)
    monkeypatch.setenv("HUGO_TITLE", "other")
    monkeypatch.setenv("HUGO_PARAMS_X", "1")
    monkeypatch.setenv("HUGO_ENVIRONMENT", "staging")
    assert read_site_config(tmp_path) == before


def test_themes_of_themes_are_known_by_name(tmp_path: Path) -> None:
    module = {"imports": [{"path": "github.com/HugoBlox/kit/modules/blox"}]}
    write(
        tmp_path,
        {
            "hugo.toml": 'theme = "mine"',
            "themes/mine/hugo.json": json.dumps({"module": module}),
        },
    )
    site = read_site_config(tmp_path)
    assert site.settings.packs == ("hugoblox-current", "hugo")
    assert site.missing_themes == ("github.com/HugoBlox/kit/modules/blox",)


def test_the_files_that_were_read_are_named(tmp_path: Path) -> None:
    names = ["hugo.toml", "config/_default/params.yaml", "themes/t/config.json"]
    write(tmp_path, {names[0]: 'theme = "t"', names[1]: "a: 1", names[2]: "{}"})
    write(tmp_path, {"config/README.md": "", "config/staging/params.yaml": "a: 2"})
    assert read_site_config(tmp_path).files == tuple(tmp_path / n for n in names)


def test_git_has_no_effect_and_that_is_said(tmp_path: Path) -> None:
    write(tmp_path, {"hugo.toml": "enableGitInfo = true\n"})
    site = read_site_config(tmp_path)
    assert site.problems == ()
    [note] = site.notes
    assert note.startswith("'enablegitinfo' has no effect: ")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS: Final = (
    "languages", "module", "theme", "params", "outputs", "outputFormats", "mediaTypes",
    "cascade", "related", "pagination", "services", "staticDir", "contentDir", "_merge",
    "taxonomies", "permalinks", "markup", "defaultContentLanguage", "disableKinds",
    "disableLanguages", "menus", "menu", "themesDir", "page",
)  # fmt: skip


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    config=st.dictionaries(st.sampled_from(KEYS), values, max_size=4),
    theme=st.dictionaries(st.sampled_from(KEYS), values, max_size=3),
    strategy=st.sampled_from(["none", "shallow", "deep", "x"]),
)
def test_no_values_raise(
    config: dict[str, Any], theme: dict[str, Any], strategy: str, tmp_path: Path
) -> None:
    below = {"theme": ["t"], "_merge": strategy}
    write(
        tmp_path,
        {
            "hugo.json": json.dumps(below | config),
            "themes/t/hugo.json": json.dumps(theme),
        },
    )
    site = read_site_config(tmp_path, language="x")
    assert site.language in site.languages.all


def test_every_difference_is_still_there() -> None:
    assert set(DIVERGES) <= set(CASES)
