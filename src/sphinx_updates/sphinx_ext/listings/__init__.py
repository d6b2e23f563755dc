"""Lists of posts: the directive, the blog's own pages, and their pictures."""
