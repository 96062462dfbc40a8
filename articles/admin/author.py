from django.contrib import admin
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin import output
from articles.admin.merging import MergeMixin
from articles.admin.moving import MovingMixin
from articles.admin.photo import PhotoField
from articles.merging import merge_authors
from articles.models import Article, Author, Byline
from newsroom.admin_choosers import ChooserMixin
from newsroom.admin_search import FoldedSearchMixin


@admin.register(Author)
class AuthorAdmin(MergeMixin, MovingMixin, ChooserMixin, FoldedSearchMixin, admin.ModelAdmin):
    merge = staticmethod(merge_authors)
    list_display = ("name", "pen_name", "kind", "job_title", "stories")
    list_filter = ("kind",)
    quick_place = 20
    search_help_text = _("Name or pen name; accents may be left out")
    autocomplete_fields = ("user",)
    fields = ("name", "pen_name", "slug", "kind", "job_title", "biography", "portrait", "user")
    sortable_by = ()
    list_per_page = 50

    def get_queryset(self, request):
        seen = Article.objects.visible_to(request.user).values("pk")
        lines = Byline.objects.filter(author=OuterRef("pk"), article__in=seen).order_by().values("author")
        count = Subquery(lines.annotate(n=Count("article", distinct=True)).values("n"))
        return super().get_queryset(request).annotate(story_count=Coalesce(count, 0))

    def get_urls(self):
        return [*output.urls(self), *super().get_urls()]

    def quick_detail(self, author):
        return author.job_title or author.get_kind_display()

    @admin.display(description=_("stories"))
    def stories(self, author):
        return author.story_count

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "portrait":
            return PhotoField(label=_("Portrait"), required=False)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def merge_facts(self, author):
        count = author.bylines.values("article").distinct().count()
        return [
            author.get_kind_display(),
            author.job_title,
            author.get_absolute_url(),
            gettext("%(count)s stories") % {"count": count},
        ]

    def stories_of(self, author):
        return Article.objects.filter(bylines__author=author).distinct()
