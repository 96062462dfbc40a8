from django.contrib import admin

from articles.admin.moving import MovingMixin
from articles.furniture import refresh_sections
from articles.models import Article, Section
from newsroom.admin_search import FoldedSearchMixin


@admin.register(Section)
class SectionAdmin(MovingMixin, FoldedSearchMixin, admin.ModelAdmin):
    list_display = ("name", "slug", "position")
    list_editable = ("position",)
    fields = ("name", "slug", "description", "position")
    quick_place = 40
    sortable_by = ()

    def stories_of(self, section):
        return Article.objects.filter(section=section)

    def was_public(self, section):
        return True

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        refresh_sections()

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        refresh_sections()

    def delete_queryset(self, request, queryset):
        super().delete_queryset(request, queryset)
        refresh_sections()
