"""What stands around the text of a post: who wrote it, what is near it, comments."""
