"""Where Hugo's own shortcodes differ here from Hugo, on purpose, and why."""

from __future__ import annotations

CHANGES: dict[str, tuple[str, str]] = {
    "YouTube's host that sets no cookies, as with privacyEnhanced": (
        r"https://www\.youtube\.com/embed/",
        "https://www.youtube-nocookie.com/embed/",
    ),
    "Vimeo is asked not to follow readers, as with enableDNT": (r"\?dnt=0", "?dnt=1"),
    "frames load when they come into view, unless the author says eager": (
        r'(?s)(<iframe(?=[^>]*youtube)[^>]*) loading="eager"',
        r'\1 loading="lazy"',
    ),
    "and Vimeo's too, where Hugo says nothing": (
        r"(?s)<iframe(?![^>]*loading=)(?=[^>]*vimeo)",
        '<iframe loading="lazy"',
    ),
    "a frame has a name, for readers who cannot see it": (
        r"(?s)<iframe(?![^>]*title=)(?=[^>]*vimeo)",
        '<iframe title="Vimeo video"',
    ),
}
"""What is changed in Hugo's HTML before it is compared, by the reason."""

_NO_SCRIPT = "a frame that loads when it comes into view, not a script that always does"
_NOTHING_FETCHED = "a link; Hugo asks the service for the post, and has no network here"
_GONE = "gone from Hugo, but still in old posts: a link"
_NAMES = "a name for the argument is fine too"
_LINKED = "an address in the text is that of these pages, without Hugo's server"
_NO_ID = "what cannot be an id is not made part of an address"
_EMPTY = "a call without the page that it needs is shown as it is written"

DIVERGENCES: dict[str, str] = {
    "details 23": "a heading in a box has no section, and its level counts the title",
    "figure 11": "a blank stands between a caption and an attribution",
    "highlight 24": _NAMES,
    "highlight 35": "what a call in code says is escaped once, not twice",
    "instagram 1": _NO_SCRIPT,
    "instagram 2": _NO_SCRIPT,
    "instagram 3": _NAMES,
    "instagram 5": _NO_SCRIPT,
    "instagram 6": _NO_SCRIPT,
    "nested 7": "what a comment hides is not made, so it cannot fail",
    "param 55": _NAMES,
    "qr 13": "a number in quotes is a number",
    "ref 2": _LINKED,
    "ref 4": _LINKED,
    "ref 6": _LINKED,
    "ref 15": _EMPTY,
    "ref 16": _EMPTY,
    "ref 28": _EMPTY,
    "removed 1": _GONE,
    "removed 2": _GONE,
    "removed 3": _GONE,
    "removed 4": _GONE,
    "removed 5": _GONE,
    "removed 6": _GONE,
    "removed 7": _NOTHING_FETCHED,
    "removed 8": _NOTHING_FETCHED,
    "vimeo 2": "no code from the blanks before Hugo's HTML",
    "vimeo 12": _NO_ID,
    "x 1": _NOTHING_FETCHED,
    "youtube 16": "the author's own eager stays",
    "youtube 23": _NO_ID,
    "youtube 24": "what is no number of seconds is left out",
}
"""By case: the reason. Where Hugo stops, we say nothing and go on."""

_NO_EFFECT = "an argument without effect is reported"
_NO_IMAGE = "an image that is not there is reported"

WARNED: dict[str, str] = {
    "details 15": _NO_EFFECT,
    "figure 23": _NO_IMAGE,
    "figure 24": _NO_IMAGE,
    "highlight 22": _NO_EFFECT,
    "instagram 5": _NO_EFFECT,
    "param 56": _NO_EFFECT,
    "ref 12": _NO_IMAGE,
    "ref 15": _EMPTY,
    "ref 16": _EMPTY,
    "ref 25": _NO_EFFECT,
    "ref 26": _NO_EFFECT,
    "ref 28": _EMPTY,
    "relref 81": "a fragment that is not on the page is reported",
    "relref 97": _NO_IMAGE,
    "vimeo 4": _NO_EFFECT,
    "vimeo 12": _NO_ID,
    "vimeo 13": _NO_EFFECT,
    "youtube 22": _NO_EFFECT,
    "youtube 23": _NO_ID,
    "youtube 24": "what is no number of seconds is left out",
    "youtube 25": _NO_EFFECT,
}
"""Cases in which Hugo says nothing and we do: the reason."""
