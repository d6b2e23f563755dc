"""Hugo's template functions, a module for each of Hugo's namespaces."""
