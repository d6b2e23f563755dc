"""What the table of features says is shown by tests that exist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

TESTS = Path(__file__).parent
PAGE = TESTS.parent / "docs" / "reference" / "features.md"

SHOWN_BY: Final = {
    "List page with cards and pictures": (
        "sphinx/test_listings.py::test_every_style_lists_the_posts",
        "sphinx/test_listings.py::test_a_card_shows_what_is_known",
    ),
    "Recent posts on any page": (
        "sphinx/test_listings.py::test_options_choose_the_posts",
    ),
    "Pagination": ("sphinx/test_listings.py::test_a_list_has_pages",),
    "Drafts": (
        "sphinx/test_visibility.py::test_hidden_posts_are_nowhere",
        (
            "sphinx/test_visibility.py"
            "::test_hidden_posts_are_built_with_badges_when_asked_for"
        ),
    ),
    "Scheduled posts": ("sphinx/test_visibility.py::test_time_of_day_and_zone_count",),
    "Expiry": ("sphinx/test_visibility.py::test_hidden_posts_are_nowhere",),
    "Pinned or featured posts": (
        "sphinx/test_listings.py::test_featured_posts_stand_first_with_a_mark",
    ),
    "Unlisted posts": (
        "sphinx/test_visibility.py::test_a_page_that_is_never_listed_is_a_page",
    ),
    "Authors with pictures, texts and links": (
        ("sphinx/test_post_page.py::test_a_post_of_a_site_shows_all_that_is_known"),
    ),
    "Pages of authors": (
        "sphinx/test_blog_lists.py::test_each_term_has_a_page_with_its_posts",
    ),
    "Authors are checked": ("hugo/site/test_people.py",),
    "Tags": ("sphinx/test_blog_lists.py::test_each_term_has_a_page_with_its_posts",),
    "Categories": (
        "sphinx/test_blog_lists.py::test_each_term_has_a_page_with_its_posts",
    ),
    "Tags and categories are checked": (),
    "Series": ("sphinx/test_blog_lists.py::test_a_series_has_a_page",),
    "Archive by year": (
        (
            "sphinx/test_blog_lists.py"
            "::test_posts_without_a_date_come_last_and_have_no_year"
        ),
    ),
    "Related posts": ("blog/test_related.py::test_related_pages_are_those_of_hugo",),
    "Reading time": (
        "sphinx/test_blog_pages.py::test_a_post_shows_its_record_above_its_text",
    ),
    "Excerpt or summary": ("hugo/test_summary.py",),
    "Previous and next by date": (
        "sphinx/test_blog_pages.py::test_neighbours_stand_in_the_order_of_time",
    ),
    "Atom": ("sphinx/test_blog_feeds.py::test_all_feeds_keep_the_rules",),
    "RSS 2.0": ("sphinx/test_blog_feeds.py::test_all_feeds_keep_the_rules",),
    "JSON Feed": ("sphinx/test_blog_feeds.py::test_all_feeds_keep_the_rules",),
    "Full text in feeds": (
        "sphinx/test_blog_feeds.py::test_the_whole_post_comes_from_its_page",
    ),
    "A feed for each tag, category and author": (
        "sphinx/test_blog_feeds.py::test_the_blog_and_every_term_have_feeds",
    ),
    "Reproducible feeds": (
        "sphinx/test_blog_feeds.py::test_two_processes_write_the_same_feeds",
    ),
    "OpenGraph and Twitter cards": (
        "sphinx/test_heads.py::test_a_post_says_what_it_is",
    ),
    "Generated social cards": (
        "sphinx/test_heads.py::test_every_page_has_each_tag_once",
    ),
    "JSON-LD": ("blog/test_metadata.py::test_a_post_for_search_engines",),
    "Canonical address of each post": (
        ("sphinx/test_heads.py::test_a_post_that_was_published_elsewhere_says_where"),
    ),
    "Posts that are links": (
        (
            "sphinx/test_blog_lists.py"
            "::test_postlist_leads_to_where_a_post_was_published"
        ),
    ),
    "Aliases and redirects": ("sphinx/test_updates_site.py::test_an_alias_leads_on",),
    "Slug and pattern of addresses": ("hugo/test_permalinks.py",),
    "Sitemap": ("sphinx/test_heads.py::test_the_sitemap_has_pages_and_no_redirects",),
    "Search of the site": ("test_own_site.py::test_every_builder_finishes",),
    "Filter, sort and search in a list": (
        (
            "browser/test_lists_in_a_browser.py"
            "::test_text_filters_the_list_and_stands_in_the_address"
        ),
        "browser/test_lists_in_a_browser.py::test_dates_sort_the_list",
    ),
    "Comments": (
        ("sphinx/test_post_page.py::test_comments_ask_nobody_before_a_reader_does"),
    ),
    "Share buttons": (),
    "Edit this page": (
        (
            "sphinx/test_edit_link.py"
            "::test_the_theme_links_to_the_file_and_not_to_the_address"
        ),
    ),
    "Last updated": (
        ("sphinx/test_post_page.py::test_a_note_of_ablog_says_its_date_as_all_others"),
    ),
    "Words and dates in the project's language": (
        ("sphinx/test_i18n.py::test_every_text_is_translated_and_none_is_left_over"),
        "sphinx/test_i18n.py::test_a_post_speaks_the_language_of_the_project",
    ),
    "Right to left": (
        (
            "browser/test_directions_in_a_browser.py"
            "::test_a_card_starts_on_the_right_in_arabic_and_hebrew"
        ),
    ),
    "Dark mode": ("browser/test_pages_in_a_browser.py::test_dark_mode_is_dark",),
    "Accessibility is checked": (
        "browser/test_pages_in_a_browser.py::test_a_page_shuts_nobody_out",
    ),
    "Table of contents in a post": ("sphinx/test_titles.py",),
    "Responsive pictures": (
        (
            "browser/test_pages_in_a_browser.py"
            "::test_pictures_have_sizes_and_wait_below_the_fold"
        ),
    ),
    "Live preview": (
        (
            "sphinx/test_incremental.py"
            "::test_a_second_build_gives_what_a_first_one_would"
        ),
    ),
    "Command for a new post": (),
    "Importer from other engines": ("test_site_corpus.py",),
    "Link checking": (
        (
            "sphinx/test_post_links.py"
            "::test_dead_links_are_reported_where_they_stand_and_stay_as_written"
        ),
    ),
    "Correct after a change": (
        (
            "sphinx/test_updates_site_incremental.py"
            "::test_a_second_build_gives_what_a_first_one_would"
        ),
    ),
    "Parallel builds": (
        "sphinx/test_incremental.py::test_two_processes_give_what_one_gives",
    ),
    "Notebooks as posts": ("sphinx/test_hugoblox_data.py",),
    "Several blogs in one site": ("sphinx/test_mounts.py",),
    "Email digest": (),
}
"""Tests by the name of the feature, as files or as functions of a file."""


def rows() -> dict[str, str]:
    """Return the answers of the table by feature."""
    found = re.findall(
        r"^\| ([^|]+) \| (\w+) \|", PAGE.read_text("utf-8"), re.MULTILINE
    )
    return {feature: answer for feature, answer in found if feature != "Feature"}


def test_every_row_has_its_tests_and_no_test_is_left_over() -> None:
    assert list(rows()) == list(SHOWN_BY)
    assert set(rows().values()) == {"yes", "partly", "no"}


@pytest.mark.parametrize(("feature", "tests"), SHOWN_BY.items(), ids=SHOWN_BY.keys())
def test_what_is_marked_is_tested(feature: str, tests: tuple[str, ...]) -> None:
    assert bool(tests) == (rows()[feature] != "no")
    for test in tests:
        file, _, function = test.partition("::")
        text = (TESTS / file).read_text("utf-8")
        assert f"def {function or 'test_'}" in text, test
