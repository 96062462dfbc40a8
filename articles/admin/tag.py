from django.contrib import admin
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit import admin as _registers_stock_tag  # noqa: F401
from taggit.models import Tag as StockTag

from articles.admin.merging import MergeMixin
from articles.admin.moving import MovingMixin
from articles.merging import forget_in_snapshots, merge_tags, rename_in_snapshots
from articles.models import Article, Tag, TaggedArticle
from newsroom.admin_search import FoldedSearchMixin

# The library's own tag model is not used here.
admin.site.unregister(StockTag)


@admin.register(Tag)
class TagAdmin(MergeMixin, MovingMixin, FoldedSearchMixin, admin.ModelAdmin):
    merge = staticmethod(merge_tags)
    list_display = ("name", "slug", "stories")
    fields = ("name", "slug")
    quick_place = 30
    sortable_by = ()
    list_per_page = 50

    def get_queryset(self, request):
        uses = TaggedArticle.objects.filter(tag=OuterRef("pk")).order_by().values("tag")
        count = Subquery(uses.annotate(n=Count("pk")).values("n"))
        return super().get_queryset(request).annotate(story_count=Coalesce(count, 0))

    @admin.display(description=_("stories"))
    def stories(self, tag):
        return tag.story_count

    def merge_facts(self, tag):
        return [tag.get_absolute_url(), gettext("%(count)s stories") % {"count": tag.uses.count()}]

    def stories_of(self, tag):
        return Article.objects.filter(tag_uses__tag=tag)

    def after_change(self, before, now):
        if before.name != now.name:
            rename_in_snapshots(before.name, now.name)

    def after_deleting(self, tag):
        forget_in_snapshots(tag.name)
