"""Alerts: quotes that begin with ``[!NOTE]``.

Sources: hugo.md 5.5 (which quotes are alerts), 4b.3 (what they show).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.locale import admonitionlabels

from sphinx_updates.sphinx_ext.directives.parts.admonitions import make_admonition

if TYPE_CHECKING:
    from collections.abc import Sequence

_TRANSLATED: Final = frozenset(("note", "tip", "important", "warning", "caution"))
"""The types whose name is shown in the language of the site; others as written."""

_NOTA_BENE: Final = "nb"


def make_alert(
    kind: str,
    title: Sequence[nodes.Node],
    body: Sequence[nodes.Node],
    fold: str = "",
) -> nodes.admonition:
    """Return an alert; its class ``alert-KIND`` is the one it has in Hugo.

    :param kind: Any letters, in any case. ``nb`` with a title and no body is one
        remark without a heading, as in Docsy.
    :param title: Inline nodes; without them the name of *kind*.
    :param fold: ``+`` for an alert that can be closed, ``-`` for one that is closed at
        first; "" for one that is always open. Hugo's own page ignores the sign, the
        notation it comes from does not.
    """
    kind = kind.lower()
    classes = [f"alert-{kind}"]
    if kind == _NOTA_BENE and title and not body:
        alert = make_admonition(
            kind, [nodes.paragraph("", "", *title)], classes=classes
        )
    else:
        alert = make_admonition(
            kind, body, title or [nodes.Text(_label(kind))], classes=classes
        )
    if fold in ("+", "-"):
        alert["collapsible"] = "open" if fold == "+" else "closed"
    return alert


def _label(kind: str) -> str:
    name = kind.capitalize()
    return str(admonitionlabels.get(kind, name)) if kind in _TRANSLATED else name
