"""Which themes a configuration names, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sphinx_updates.hugo.site.settings import HugoSettings, read_config, settings_from
from sphinx_updates.hugo.site.themes import find_themes, packs_of

if TYPE_CHECKING:
    from pathlib import Path

BOOTSTRAP = "github.com/HugoBlox/hugo-blox-builder/modules/blox-bootstrap/v5"
NETLIFY = "github.com/HugoBlox/hugo-blox-builder/modules/blox-plugin-netlify"


def imports(*paths: object) -> dict[str, Any]:
    return {"module": {"imports": [{"path": path} for path in paths]}}


CONFIGS: list[tuple[dict[str, Any], tuple[str, ...]]] = [
    ({}, ("hugo",)),
    (imports(NETLIFY, BOOTSTRAP), ("hugoblox", "hugo")),
    (imports(NETLIFY), ("hugoblox-current", "hugo")),
    (imports("github.com/hugo-mods/icons"), ("hugo",)),
    (imports("github.com/google/docsy"), ("docsy", "hugo")),
    (
        imports("github.com/google/docsy", BOOTSTRAP),
        ("docsy", "hugoblox", "hugo"),
    ),
    ({"theme": "scientific-python-hugo-theme"}, ("scientific-python", "hugo")),
    ({"theme": ["mine", "docsy"]}, ("docsy", "hugo")),
    ({"theme": "academic"}, ("hugo",)),
    ({"theme": "wowchemy"}, ("hugoblox", "hugo")),
    ({"theme": 5, "module": {"imports": "x"}}, ("hugo",)),
    ({"module": {"imports": [{"path": 3}, "docsy", None]}}, ("hugo",)),
]


@pytest.mark.parametrize(("config", "packs"), CONFIGS)
def test_the_themes_decide_about_the_packs(
    config: dict[str, Any], packs: tuple[str, ...]
) -> None:
    assert packs_of(find_themes(config)) == packs
    settings, problems = settings_from(config)
    assert (settings.packs, problems) == (packs, ())


def test_a_theme_sets_defaults_that_the_site_overrides() -> None:
    config = imports(BOOTSTRAP) | {"markup": {"goldmark": {"renderer": {}}}}
    settings, _problems = settings_from(config)
    assert (settings.unsafe, settings.attribute_block) == (True, True)
    config["markup"]["goldmark"]["renderer"]["unsafe"] = False
    settings, _problems = settings_from(config)
    assert settings.unsafe is False
    assert HugoSettings().unsafe is False


def test_a_theme_that_loads_math_reads_dollars() -> None:
    assert settings_from({"theme": "scientific-python-hugo-theme"})[0].dollar_math
    assert not settings_from({"theme": "docsy"})[0].dollar_math


def test_a_folder_of_files_is_one_configuration(tmp_path: Path) -> None:
    folder = tmp_path / "config" / "_default"
    folder.mkdir(parents=True)
    (folder / "hugo.yaml").write_text("title: T\nenableEmoji: true\n", "utf-8")
    (folder / "params.toml").write_text('[features]\nmath = "x"\n', "utf-8")
    (folder / "module.yaml").write_text(f"imports:\n- path: {NETLIFY}\n", "utf-8")
    (folder / "broken.json").write_text("{", "utf-8")
    (folder / "README.md").write_text("no configuration", "utf-8")
    config, [problem] = read_config(folder)
    assert problem.message.startswith("broken.json: ")
    settings, problems = settings_from(config)
    assert problems == ()
    assert settings.enable_emoji
    assert settings.packs == ("hugoblox-current", "hugo")
    assert settings.params == {"features": {"math": "x"}}
