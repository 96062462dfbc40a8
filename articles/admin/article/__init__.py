"""Stories on the desk: form, list, panel, actions."""

from articles.admin.article.admin import ArticleAdmin

__all__ = ["ArticleAdmin"]
