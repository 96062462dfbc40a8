from django.contrib import admin

from articles import correcting
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
        before = Correction.objects.get(pk=obj.pk) if change else None
        super().save_model(request, obj, form, change)
        correcting.told(obj, before=before, user=request.user)

    def delete_model(self, request, obj):
        correcting.take_away(Correction.objects.filter(pk=obj.pk), user=request.user)

    def delete_queryset(self, request, queryset):
        correcting.take_away(queryset, user=request.user)
