"""Go templates in Sphinx: what they may ask, and what their output becomes."""
