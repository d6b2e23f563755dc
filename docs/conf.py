"""Sphinx configuration of our own documentation and blog."""

project = "sphinx-updates"
author = "the sphinx-updates developers"
copyright = "2026, the sphinx-updates developers"

extensions = [
    "sphinx.ext.autodoc",
    "sphinx_updates",
    "sphinx_updates.sphinx_ext.docs",
    "sphinx_copybutton",
]
exclude_patterns = ["_build", "_pictures", "snippets"]

# The blog: the folder of posts lies beside this one.
updates_posts = {"blog": "../posts"}
updates_shortcodes = ["_shortcodes"]
# What the example of `param` shows.
updates_hugo = {"params": {"release": "1.0"}}
blog_title = "sphinx-updates blog"

# The types of our own API have no pages to link to.
autodoc_typehints = "none"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "pydata_sphinx_theme"
html_title = "sphinx-updates"
html_baseurl = "https://sphinx-updates.readthedocs.io/en/latest/"
html_theme_options = {
    "header_links_before_dropdown": 6,
    "show_prev_next": False,
}
# Posts are not part of a tree, so there is nothing to show beside them.
html_sidebars = {
    "index": [],
    "blog": [],
    "blog/**": [],
}
