from django.contrib import admin
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from articles import publishing
from articles.models import Article, Series
from newsroom.admin_search import FoldedSearchMixin


@admin.register(Series)
class SeriesAdmin(FoldedSearchMixin, admin.ModelAdmin):
    list_display = ("name", "planned_parts", "stories")
    fields = ("name", "planned_parts")
    sortable_by = ()
    list_per_page = 50

    def get_queryset(self, request):
        seen = Q(articles__in=Article.objects.visible_to(request.user))
        return super().get_queryset(request).annotate(story_count=Count("articles", filter=seen))

    @admin.display(description=_("stories"))
    def stories(self, series):
        return series.story_count

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and form.changed_data:
            publishing.renew(Article.objects.once_public().filter(series=obj))
