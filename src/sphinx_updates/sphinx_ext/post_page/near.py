"""What is near each post of the blog, from records and front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_updates.blog.near import Near
from sphinx_updates.blog.related import RelatedPage, RelatedPages
from sphinx_updates.hugo.front_matter.casts import to_int
from sphinx_updates.sphinx_ext.domain import hugo_domain
from sphinx_updates.sphinx_ext.project import project_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.environment import BuildEnvironment

    from sphinx_updates.blog.post import Post


def near_posts(env: BuildEnvironment, posts: Sequence[Post]) -> Near:
    """Return what is near each of *posts*, which are the newest first."""
    project = project_of(env)

    def related() -> RelatedPages:
        pages = [_related_page(env, post) for post in posts]
        return RelatedPages(pages, project.settings.lists.related)

    weights = {
        post.key: to_int(page.front_matter.page_params.get("series_weight")) or 0
        for post in posts
        if (page := project.pages.get(post.docname)) is not None
    }
    return Near(posts, related, weights)


def _related_page(env: BuildEnvironment, post: Post) -> RelatedPage:
    page = project_of(env).pages.get(post.docname)
    if page is None:
        params = {
            "tags": list(post.tags),
            "categories": list(post.categories),
            "date": post.date,
        }
        return RelatedPage(
            key=post.key, name=post.title, published=post.date, params=params
        )
    front = page.front_matter
    return RelatedPage(
        key=post.key,
        name=front.title,
        published=front.publish_date,
        params=front.page_params,
        # Hugo has the ids of headings only; an author names no other on purpose.
        fragments=tuple(hugo_domain(env).page(post.docname).anchors),
    )
