"""Shortcode calls in a page's body: found, parsed, expanded to text and placeholders.

In the order in which data flows: :mod:`.lexer` makes items of text, :mod:`.pairing`
finds which closing tag ends which call, :mod:`.parser` builds the :mod:`.nodes`, and
:mod:`.expansion` writes the Markdown source that the nodes stand for.
What a call means, and what it turns into, is the callers' business.
"""
