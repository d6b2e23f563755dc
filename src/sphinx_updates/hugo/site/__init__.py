"""What a Hugo site is: its settings, its tree of content, and finding things in it."""
