"""Where the blog's own pages stand: DESIGN's addresses among mounts, else ABlog's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ablog.blog import Blog, Catalog, Collection, slugify

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from sphinx_updates.blog.post import Post

FOLDERS: Final = {
    "tags": "tags",
    "category": "categories",
    "author": "authors",
    "series": "series",
    "location": "locations",
    "language": "languages",
}
"""The folder of the terms of each kind, as ABlog calls the kind."""
ARCHIVE: Final = "archive"
_LABELS: Final = {
    "tags": "blog-tags",
    "category": "blog-categories",
    "author": "blog-authors",
    "series": "blog-series",
    "location": "blog-locations",
    "language": "blog-languages",
    ARCHIVE: "blog-archives",
}


class _Moved(Collection):  # type: ignore[misc]
    """A collection whose page is the index of a folder of its own."""

    @property
    def path(self) -> str:
        """The folder, where ABlog's feeds of the collection are."""
        return str(self.docname).removesuffix("/index")


def add_series(blog: Blog, records: Iterable[Post]) -> None:
    """Give ABlog's blog a catalog of series, which it does not know."""
    catalog = blog.catalogs["series"] = Catalog(blog, "series", "series", "series")
    first: dict[str, str] = {}
    for record in records:
        item = blog[record.key]
        if item is None:
            continue
        # Spellings with one address share a page, as those of tags do.
        labels = (first.setdefault(slugify(n), n) for n in record.series if slugify(n))
        item.series = list(dict.fromkeys(labels))
        catalog.add(item)


def move_catalogs(blog: Blog, documents: Container[str], stay: Iterable[Any]) -> None:
    """Put the pages of terms and years in folders of their own, below the blog's.

    A page of the docs at the new or the old address stands for the page, so its own
    address is kept. ``old_path`` of what moved is where ABlog has it.

    :param stay: Catalogs in whose place a Hugo site has lists of its own.
    """
    kept = list(stay)
    for kind, catalog in (*blog.catalogs.items(), (ARCHIVE, blog.archive)):
        if catalog in kept:
            continue
        is_of_ablog = kind != "series"
        folder = f"{blog.blog_path}/{FOLDERS.get(kind, kind)}"
        for collection in catalog.collections.values():
            old = collection.docname
            collection.old_path = old if is_of_ablog else ""
            name = old.rpartition("/")[2]
            collection.__class__ = _Moved
            collection._path = _place(f"{folder}/{name}", old, documents)  # noqa: SLF001
            blog.references[collection.xref] = (collection.docname, collection.name)
        catalog.old_path = catalog.docname if is_of_ablog else ""
        catalog.docname = _place(folder, catalog.docname, documents)
        catalog.path = catalog.docname
        label = _LABELS[kind]
        title = blog.references.get(label, ("", kind.capitalize()))[1]
        blog.references[label] = (catalog.docname, title)


def _place(folder: str, old: str, documents: Container[str]) -> str:
    """Return where a list is: at a document that stands for it, else in its folder."""
    places = (f"{folder}/index", folder, old)
    return next((place for place in places if place in documents), places[0])
