"""Telling the readers of a story what was wrong or new in it, from beside its form."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import correcting
from articles.admin.article import fragments


def urls(model_admin) -> list:
    @require_POST
    def add(request, object_id):
        article = model_admin.visible(request, object_id)
        if not request.user.has_perm("articles.add_correction"):
            raise PermissionDenied

        def action():
            if not article.was_public:
                raise ValidationError(_("No reader has seen this story: change it without a correction."))
            kind, text = (request.POST.get(f"correction_{name}", "") for name in ("kind", "text"))
            correcting.add(article, kind, text, user=request.user)
            return _("Readers see it on the story now.")

        return fragments.act(request, article, "corrections", action)

    view = model_admin.admin_site.admin_view(add)
    return [path("<path:object_id>/corrections/add/", view, name="articles_article_add_correction")]
