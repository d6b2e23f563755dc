"""The shortcodes that we ship: a folder for each pack, and what they are made of."""
