"""Words, dates and numbers in the language of the project."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import jinja2
import pytest
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po

from sphinx_updates.sphinx_ext.i18n import CATALOG, LOCALES, translations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Catalog, Message
    from conftest import MakeSite

PACKAGE = LOCALES.parent
LANGUAGES = ("ar", "de", "es", "fr", "ja")
NAMES = {"_": None, "ngettext": None}
POST = """\
---
title: One
date: 2024-03-05
lastmod: 2024-04-06
draft: true
tags: [x]
---
Text.
"""


def read(language: str) -> Catalog:
    file = LOCALES / language / "LC_MESSAGES" / f"{CATALOG}.po"
    with file.open("rb") as stream:
        return read_po(stream, locale=language, abort_invalid=True)


def texts(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def forms_of(message: Message) -> tuple[str, ...]:
    forms = message.string or ()
    return (forms,) if isinstance(forms, str) else tuple(forms)


def first(words: object, count: int) -> tuple[str, ...]:
    """Return the texts among the first *count* arguments of a call."""
    found = words if isinstance(words, tuple | list) else (words,)
    return tuple(str(word) for word in found[:count] if word)


def used_in_python() -> Iterator[tuple[str, ...]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        if "sphinx_ext.i18n import" not in file.read_text("utf-8"):
            continue
        with file.open("rb") as stream:
            for call in extract_python(stream, NAMES, [], {}):
                yield first(call[2], 2 if call[1] == "ngettext" else 1)


def used_in_templates() -> Iterator[tuple[str, ...]]:
    environment = jinja2.Environment(extensions=["jinja2.ext.i18n"])
    extension = environment.extensions["jinja2.ext.InternationalizationExtension"]
    names = ("updates_gettext", "updates_ngettext")
    for file in sorted((PACKAGE / "theme").rglob("*.html")):
        source = file.read_text("utf-8")
        for call in extension._extract(source, names):  # type: ignore[attr-defined]
            yield first(call[2], 2 if call[1] == "updates_ngettext" else 1)


def test_our_languages_have_catalogs() -> None:
    assert {path.name for path in LOCALES.iterdir()} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_none_is_left_over(language: str) -> None:
    used = {*used_in_python(), *used_in_templates()}
    catalog = read(language)
    known = {texts(message) for message in catalog if message.id}
    assert known == used
    for message in catalog:
        forms = forms_of(message)
        assert all(forms), f"{message.id!r} has no translation"
        assert not message.fuzzy
        if message.id:
            assert len(forms) == (catalog.num_plurals if message.pluralizable else 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_those_of_the_text(language: str) -> None:
    for message in read(language):
        wanted = set(re.findall(r"%\(\w+\)s", " ".join(texts(message))))
        for form in forms_of(message):
            found = set(re.findall(r"%\(\w+\)s", form))
            # "One minute" and "two minutes" may be said without a number.
            assert found == wanted or (message.pluralizable and found < wanted)


def test_words_of_ours_are_not_asked_of_sphinx() -> None:
    theirs = re.compile(r"(?<!\w)_\(|(?<!updates_)(?<!updates_n)gettext\(")
    for file in (PACKAGE / "theme").rglob("*.html"):
        assert not theirs.search(file.read_text("utf-8")), file


@pytest.mark.parametrize(
    ("language", "draft", "date", "minutes"),
    [
        ("en", "Draft", "March 5, 2024", "1 min read"),
        ("de", "Entwurf", "5. März 2024", "1 Min. Lesezeit"),
        ("de_AT", "Entwurf", "5. März 2024", "1 Min. Lesezeit"),
        ("fr", "Brouillon", "5 mars 2024", "1 min de lecture"),
        ("es", "Borrador", "5 de marzo de 2024", "1 min de lectura"),
        ("ja", "下書き", "2024年3月5日", "1分で読めます"),
        ("ar", "مسودة", "5 مارس 2024", "دقيقة قراءة واحدة"),
        ("it", "Draft", "5 marzo 2024", "1 min read"),
        ("tlh", "Draft", "March 5, 2024", "1 min read"),
    ],
)
def test_a_post_speaks_the_language_of_the_project(
    make_site: MakeSite, language: str, draft: str, date: str, minutes: str
) -> None:
    site = make_site({"posts/one.md": POST})
    build = site.build(language=language, updates_drafts=True)
    header = build.body("blog/one/index.html").xpath(".//header")[0]
    words = header.text_content()
    assert draft in words
    assert date in words
    assert minutes in words


def test_two_builds_of_a_process_have_a_language_each(make_site: MakeSite) -> None:
    site = make_site({"posts/one.md": POST})
    for language, draft in (("de", "Entwurf"), ("fr", "Brouillon"), ("en", "Draft")):
        build = site.build(language=language, updates_drafts=True)
        assert draft in build.body("blog/one/index.html").text_content()


def test_a_project_may_choose_the_form_of_dates(make_site: MakeSite) -> None:
    site = make_site({"posts/one.md": POST.replace("draft: true\n", "")})
    build = site.build(language="de", post_date_format="%d.%m.%y")
    assert "05.03.24" in build.body("blog/one/index.html").text_content()


def test_arabic_numbers_words_by_its_six_forms() -> None:
    arabic = translations("ar")
    key = "%(count)s min read"
    forms = {arabic.ngettext(key, key, n) for n in (0, 1, 2, 3, 11, 100)}
    assert len(forms) == 4


def test_an_unknown_language_is_english() -> None:
    assert translations("xx").gettext("Draft") == "Draft"
    assert translations("").gettext("Draft") == "Draft"
