from django.contrib import admin, messages
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import share_links
from articles.models import Article, PreviewLink


@admin.register(PreviewLink)
class PreviewLinkAdmin(admin.ModelAdmin):
    """Share links: made beside a story, counted and closed here."""

    list_display = ("story", "user", "created_at", "expires_at", "revoked_at", "views")
    list_select_related = ("revision__article", "user")
    fields = readonly_fields = ("story", "user", "created_at", "expires_at", "revoked_at", "views")
    actions = ["revoke"]
    sortable_by = ()

    def get_queryset(self, request):
        visible = Article.objects.visible_to(request.user)
        return super().get_queryset(request).filter(revision__article__in=visible).defer("revision__snapshot")

    def has_add_permission(self, request):
        return False

    @admin.display(description=_("story"))
    def story(self, link):
        return link.revision.article

    @admin.action(description=_("Close the chosen links"), permissions=["change"])
    def revoke(self, request, queryset):
        count = share_links.close(queryset, user=request.user)
        messages.success(request, gettext("%(count)s links were closed.") % {"count": count})
