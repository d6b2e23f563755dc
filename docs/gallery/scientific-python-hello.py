"""A greeting, which a page of the gallery includes."""


def greet(name: str) -> str:
    """Return a greeting."""
    return f"Hello, {name}!"
