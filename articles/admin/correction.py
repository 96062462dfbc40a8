from django.contrib import admin

from articles import publishing
from articles.models import Article, Correction
from newsroom.admin_choosers import ChooserMixin


@admin.register(Correction)
class CorrectionAdmin(ChooserMixin, admin.ModelAdmin):
    """Notes that readers see on the story; saving one renews the story's page."""

    list_display = ("article", "kind", "text", "at")
    list_filter = ("kind", "at")
    list_select_related = ("article",)
    autocomplete_fields = ("article",)
    fields = ("article", "kind", "text", "at")
    sortable_by = ()

    def get_queryset(self, request):
        visible = Article.objects.visible_to(request.user)
        return super().get_queryset(request).filter(article__in=visible)

    def save_model(self, request, obj, form, change):
        shown_on = {obj.article_id, form.initial.get("article")} - {None}
        super().save_model(request, obj, form, change)
        self._renew(shown_on)

    def delete_model(self, request, obj):
        shown_on = {obj.article_id}
        super().delete_model(request, obj)
        self._renew(shown_on)

    def delete_queryset(self, request, queryset):
        shown_on = set(queryset.values_list("article", flat=True))
        super().delete_queryset(request, queryset)
        self._renew(shown_on)

    def _renew(self, ids):
        publishing.renew(Article.objects.once_public().filter(pk__in=ids))
