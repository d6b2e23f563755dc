"""The adapters between Sphinx and what Hugo and a blog mean."""
