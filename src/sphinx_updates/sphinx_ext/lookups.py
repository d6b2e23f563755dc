"""What a page takes from other pages while it is read: asked by name, and remembered.

A page that asks is read again once the answer is another one, so nothing that a page
shows of others can be stale. Answers are text: plain, or JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.environment import BuildEnvironment

Answer = "Callable[[BuildEnvironment, str, str], str]"

QUESTIONS: Final[dict[str, Callable[[BuildEnvironment, str, str], str]]] = {}
"""By name: a function of the environment, the docname that asks, and what it asks
about. It may look at front matter and files, never at what other pages became."""


def ask(env: BuildEnvironment, question: str, about: str) -> str:
    """Return the answer to *question*, for the document that is being read."""
    from sphinx_updates.sphinx_ext.domain import hugo_domain  # noqa: PLC0415

    answer = QUESTIONS[question](env, env.docname, about)
    hugo_domain(env).page(env.docname).answers[question, about] = answer
    return answer


def has_new_answers(
    env: BuildEnvironment, docname: str, answers: dict[tuple[str, str], str]
) -> bool:
    """Say whether one of the *answers* that *docname* got is another one by now."""
    return any(
        question not in QUESTIONS or QUESTIONS[question](env, docname, about) != known
        for (question, about), known in answers.items()
    )
