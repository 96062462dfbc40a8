from django.contrib import admin, messages
from django.utils.translation import ngettext

from articles import publishing
from articles.models import Abbreviation, Article
from newsroom.admin_search import FoldedSearchMixin

# More than this many stories are not rendered while an editor waits.
AT_ONCE = 100


@admin.register(Abbreviation)
class AbbreviationAdmin(FoldedSearchMixin, admin.ModelAdmin):
    list_display = ("short", "long", "in_stories")
    list_filter = ("in_stories",)
    fields = ("short", "long", "in_stories")
    search_fields = ("search_fold",)
    sortable_by = ()
    list_per_page = 100

    def save_model(self, request, obj, form, change):
        shorts = {obj.short, form.initial.get("short", "")} - {""}
        super().save_model(request, obj, form, change)
        if form.changed_data:
            self._renew(request, shorts)

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        self._renew(request, {obj.short})

    def delete_queryset(self, request, queryset):
        shorts = set(queryset.values_list("short", flat=True))
        super().delete_queryset(request, queryset)
        self._renew(request, shorts)

    def _renew(self, request, shorts: set[str]) -> None:
        """Stories that print these short forms show the change: the newest at once, others after the next start."""
        later = 0
        for short in shorts:
            stories = Article.objects.filter(state=Article.State.PUBLISHED, body__contains=short)
            newest = list(stories.values_list("pk", flat=True)[:AT_ONCE])
            publishing.renew(Article.objects.filter(pk__in=newest))
            if len(newest) == AT_ONCE:
                later += stories.exclude(pk__in=newest).update(rendered_with="")
        if later:
            text = ngettext(
                "%(count)d older story shows the change after the site has been started again.",
                "%(count)d older stories show the change after the site has been started again.",
                later,
            )
            messages.info(request, text % {"count": later})
