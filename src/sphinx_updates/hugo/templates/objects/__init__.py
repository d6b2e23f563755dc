"""What templates see of a site: pages, lists of them, taxonomies, menus, files.

Each object wraps plain data of ``hugo.site`` and computes what is asked for when it is
asked. Nothing of them can be reached but the declared methods.
"""
