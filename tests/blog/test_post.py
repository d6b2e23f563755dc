"""The record of a post: plain values that travel between processes."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from datetime import UTC, datetime, timedelta, timezone

import pytest

from sphinx_updates.blog.authors import Author
from sphinx_updates.blog.post import Picture, Post, Status

BERLIN = timezone(timedelta(hours=2))
FULL = Post(
    docname="blog/a/index",
    title="A",
    date=datetime(2024, 5, 1, 1, tzinfo=BERLIN),
    authors=(Author("Ann", "https://ann.example"),),
    tags=("one",),
    picture=Picture("../posts/a/pic.png", "alt", "caption"),
    status=Status.DRAFT,
)


def test_the_moment_to_sort_by_is_in_utc() -> None:
    assert FULL.instant == datetime(2024, 4, 30, 23, tzinfo=UTC)
    assert FULL.instant.utcoffset() == timedelta(0)


def test_a_post_without_a_date_sorts_before_every_dated_one() -> None:
    undated = Post(docname="b", title="B")
    oldest = Post(docname="c", title="C", date=datetime(1, 1, 2, tzinfo=UTC))
    assert undated.instant < oldest.instant < FULL.instant


def test_a_record_travels_between_processes() -> None:
    assert pickle.loads(pickle.dumps(FULL)) == FULL
    assert copy.deepcopy(FULL) == FULL


def test_a_record_cannot_be_changed() -> None:
    name = "title"
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(FULL, name, "B")
    assert not hasattr(FULL, "__dict__")
