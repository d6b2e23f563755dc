"""Decoding files, and telling text that was encoded twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_updates.hugo.encoding import decode, find_mojibake
from sphinx_updates.hugo.problems import ProblemKind, Span


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("\ufeffé".encode(), "é"),
        ("\ufeff\ufeffa".encode(), "\ufeffa"),
        ("日本\u2028\x85".encode(), "日本\u2028\x85"),
    ],
)
def test_decodes_utf8(data: bytes, text: str) -> None:
    assert decode(data) == (text, ())


@pytest.mark.parametrize(
    ("data", "text", "offset", "words"),
    [
        (b"caf\xe9", "caf\ufffd", 3, "byte 0xe9 is not UTF-8; save the file as UTF-8"),
        (b"\xc3\xa9\r\n\xff\xfe", "é\n\ufffd\ufffd", 2, "byte 0xff"),
        (b"\xef\xbb\xbfa\xe9\xe9", "a\ufffd\ufffd", 1, "byte 0xe9"),
        ("a".encode("utf-16"), "\ufffd\ufffda\x00", 0, "looks like UTF-16"),
    ],
)
def test_other_bytes_are_replaced_and_reported_once(
    data: bytes, text: str, offset: int, words: str
) -> None:
    found, problems = decode(data)
    assert found == text
    assert len(problems) == 1
    assert problems[0].kind is ProblemKind.ENCODING
    assert problems[0].span == Span(offset, offset + 1)
    assert found[offset] == "\ufffd"
    assert words in problems[0].message


@given(st.binary())
def test_decoding_never_raises(data: bytes) -> None:
    text, problems = decode(data)
    assert "\r" not in text
    assert bool(problems) <= ("\ufffd" in text)


def spoil(text: str, encoding: str = "cp1252") -> str:
    """Read the UTF-8 bytes of *text* as *encoding*."""
    return text.encode().decode(encoding)


@pytest.mark.parametrize(
    ("clean", "encoding"),
    [
        ("💡", "cp1252"),
        ("💡", "latin-1"),
        ("é", "cp1252"),
        ("’", "cp1252"),
        ("ü", "latin-1"),
        ("✅", "cp1252"),
        ("©", "cp1252"),
    ],
)
def test_finds_text_encoded_twice(clean: str, encoding: str) -> None:
    spoilt = spoil(clean, encoding)
    text = f"one\nan idea {spoilt} here\nthree\n"
    problem = find_mojibake(text)
    assert problem is not None
    assert problem.kind is ProblemKind.ENCODING
    assert problem.span is not None
    assert text[slice(*problem.span)] == spoilt
    assert f"{spoilt!r} stands where {clean!r} was meant" in problem.message
    assert "more line" not in problem.message


@pytest.mark.parametrize(
    ("lines", "words"),
    [(2, "and 1 more line like it"), (4, "and 3 more lines like it")],
)
def test_counts_further_lines(lines: int, words: str) -> None:
    problem = find_mojibake("\n\n".join(["caf" + spoil("é")] * lines))
    assert problem is not None
    assert words in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain text",
        "L’été à Noël, « où ça ? » — REÇU À L’ÂGE DE CŒUR, Â, Î, É… «É»",
        "Größe, Übermaß; „Straße Ä“, „Ö”, ÄÖÜ äöü ß",
        "São João, ação, AÇÃO, Ã e Â",
        "Ångström, Åland, Øre, æ, Å–Ø",
        "tiếng Việt, đường phố, ĐƯỜNG",
        "日本語のテキスト、中文文本，한국어",
        "Ελληνικά, Русский текст, עברית, العربية",
        "emoji 💡🎉 👩‍💻 🇩🇪 ✅",
        "`x = \"é\" + '±5' # ½ · × ÷ ≤` and $\\alpha ± β$, 10 µm, 100 °C",
        "║ ═ ╬ █ ▒ → ⇒ ∀x∈ℝ",
        "“quotes” ‘single’ – — … † ‡ • ™ € ¥ £ ¢ § ¶",
    ],
)
def test_clean_text_is_left_in_peace(text: str) -> None:
    assert find_mojibake(text) is None


@given(st.text())
def test_looking_for_mojibake_never_raises(text: str) -> None:
    problem = find_mojibake(text)
    if problem is not None:
        assert problem.span is not None
        assert text[slice(*problem.span)]
