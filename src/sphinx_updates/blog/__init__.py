"""What a blog is: posts, people, feeds. No Sphinx here."""
