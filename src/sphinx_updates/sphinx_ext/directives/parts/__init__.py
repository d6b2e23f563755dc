"""What several shortcodes are made of: cards, tabs, admonitions, tables, media."""
