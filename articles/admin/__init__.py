from articles.admin import photo  # noqa: F401
