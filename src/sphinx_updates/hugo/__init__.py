"""What Hugo means: front matter, shortcodes, URLs, links, Markdown. No Sphinx here."""
