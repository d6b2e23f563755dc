"""The blog: our posts in ABlog's catalogs. Nothing else imports ABlog."""
