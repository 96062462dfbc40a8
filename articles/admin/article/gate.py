"""The publish gate beside the form: what it finds, and ticking advice off."""

from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.admin.article import fragments
from articles.gate import ticking_off


def urls(model_admin) -> list:
    @require_safe
    def gate(request, object_id):
        return fragments.part(request, model_admin.visible(request, object_id), "gate")

    @require_POST
    def tick_off(request, object_id):
        article = model_admin.visible(request, object_id)
        fingerprint = request.POST.get("finding", "")

        def action():
            reason = request.POST.get(f"reason-{fingerprint}", "")
            ticking_off.tick_off(article, fingerprint, reason, request.user)
            return _("Ticked off.")

        return fragments.act(request, article, "gate", action)

    @require_POST
    def take_back(request, object_id):
        article = model_admin.visible(request, object_id)

        def action():
            ticking_off.take_back(article, request.POST.get("finding", ""), request.user)
            return _("It is open again.")

        return fragments.act(request, article, "gate", action)

    guarded = model_admin.admin_site.admin_view
    return [
        path("<path:object_id>/gate/", guarded(gate), name="articles_article_gate"),
        path("<path:object_id>/gate/tick-off/", guarded(tick_off), name="articles_article_tick_off"),
        path("<path:object_id>/gate/take-back/", guarded(take_back), name="articles_article_take_back"),
    ]
