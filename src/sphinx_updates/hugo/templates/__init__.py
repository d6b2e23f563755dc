"""Go's template language with Hugo's functions, and nothing of Sphinx.

``lexer`` and ``parser`` read a template into ``nodes``; ``escape`` adds the escaping
that each place needs, as html/template does; ``execute`` runs it on ``values`` with the
functions of ``functions``. Nothing is reachable that was not declared to be.
"""
