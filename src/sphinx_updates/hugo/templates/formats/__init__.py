"""Data as text: read and written as Hugo's ``transform`` does."""
