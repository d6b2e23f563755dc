"""What the world around a template can do for it.

A :class:`Host` is the whole sandbox: what it does not give, no template can reach.
This base class gives nothing, so a template runs without a site as well.
"""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from sphinx_updates.hugo.templates.errors import MissingError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_updates.hugo.anchors import IdStyle
    from sphinx_updates.hugo.templates.values import Object


class Host:
    """The services of one site to one of its pages; override what there is."""

    site: Object | None = None
    """The ``site`` function and ``.Site``."""
    hugo: Object | None = None
    """The ``hugo`` function."""
    page: Object | None = None
    """The page whose shortcode or render hook runs."""
    base_url: str = ""
    """With a slash at its end; empty if unknown."""
    language: str = "en"
    language_prefix: str = ""
    """The folder of the language in addresses, such as ``de``; empty if it has none."""
    time_zone: tzinfo = UTC
    """Of dates that name none."""
    title_style: str = "ap"
    """How ``title`` writes: ``ap``, ``chicago``, ``go``, ``firstupper`` or ``none``."""
    anchor_style: IdStyle = "github"
    """How ``anchorize`` makes the id of a heading."""
    removes_accents: bool = False
    """Whether addresses are without accents (``removePathAccents``)."""
    lowers_paths: bool = True
    """Whether addresses are in lower case (not ``disablePathToLower``)."""

    def next_number(self, name: str) -> int:
        """Return 1, 2, 3 and so on for each *name*.

        A host serves one page, so that an edit of one leaves the others as they are.
        """
        numbers: dict[str, int] = self.__dict__.setdefault("_numbers", {})
        numbers[name] = numbers.get(name, 0) + 1
        return numbers[name]

    def now(self) -> datetime:
        """Return the time of the build, aware."""
        return datetime.now(UTC)

    def markdown(self, text: str, options: Mapping[str, object]) -> str:
        """Return *text* as HTML; *options* are those of ``.RenderString``."""
        raise _missing("markdownify")

    def highlight(self, code: str, language: str, options: Mapping[str, object]) -> str:
        """Return *code* as highlighted HTML."""
        raise _missing("highlight")

    def translate(self, key: str, argument: object) -> str:
        """Return the translation of *key*, empty if there is none."""
        return ""

    def translate_date(self, layout: str, moment: datetime) -> str | None:
        """Return *moment* in the words of the site's language; None for English."""
        return None

    def read_file(self, path: str) -> bytes | None:
        """Return a file of the site by its POSIX path from the site's root."""
        return None

    def list_folder(self, path: str) -> Sequence[str] | None:
        """Return the names in a folder of the site, folders with a slash at the end."""
        return None

    def resource(self, path: str) -> Object | None:
        """Return a global resource (``assets/``) by its POSIX path."""
        return None

    def resources_matching(self, pattern: str) -> Sequence[Object]:
        """Return the global resources that a glob matches, by path."""
        return ()

    def publish(self, path: str, content: bytes) -> str:
        """Publish *content* under a POSIX path; return its address from the root."""
        raise _missing("publish")

    def warn(self, message: str, *, level: str, key: str = "") -> None:
        """Report what ``warnf`` and ``errorf`` say; *level* is warning or error.

        *key* is the id of ``warnidf`` and ``erroridf``, with which it can be ignored.
        """


def _missing(name: str) -> MissingError:
    return MissingError(f"{name} is not available here", name)
