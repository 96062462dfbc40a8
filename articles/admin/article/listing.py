"""The list of stories: quick at a hundred thousand rows, whatever is searched or filtered."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Subquery
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.models import Author, Byline, Revision, Transition


class RowsByIdPaginator(Paginator):
    """Finds a page's ids over the index first, then reads those rows alone.

    A search over the wide rows of stories reads every body; over the index it reads folded titles.
    """

    def page(self, number):
        number = self.validate_number(number)
        bottom = (number - 1) * self.per_page
        ids = list(self.object_list.values_list("pk", flat=True)[bottom : bottom + self.per_page])
        # Without an order, so that the database goes by the ids and not along the index again.
        rows = {row.pk: row for row in self.object_list.order_by().filter(pk__in=ids)}
        return self._get_page([rows[pk] for pk in ids if pk in rows], number, self)

    @cached_property
    def count(self):
        return self.object_list.order_by().count()


class StoryList(ChangeList):
    """Rows without bodies, with their signatures and the mark of unpublished changes."""

    def get_queryset(self, request, exclude_parameters=None):
        stories = super().get_queryset(request, exclude_parameters)
        return with_revisions(stories.defer("body", "story_html").prefetch_related("bylines__author"))

    def get_results(self, request):
        """Also a single page comes through the paginator, which Django would pass by."""
        super().get_results(request)
        if not self.multi_page:
            self.result_list = self.paginator.page(1).object_list


def with_revisions(stories):
    """Annotate the numbers of the newest revision and of the one published last."""
    newest = Revision.objects.filter(article=OuterRef("pk")).order_by("-number")
    shown = Transition.objects.filter(article=OuterRef("pk"), step="publish").order_by("-at", "-pk")
    return stories.annotate(
        newest_number=Subquery(newest.values("number")[:1]),
        shown_number=Subquery(shown.values("revision__number")[:1]),
    )


def has_newer_copy(row) -> bool:
    """Whether a published story has a revision that readers do not see.

    A story that came in published has no step on record: its first revision is what readers see.
    """
    return row.first_published_at is not None and (row.newest_number or 1) > (row.shown_number or 1)


class AuthorKindFilter(admin.SimpleListFilter):
    title = _("kind of author")
    parameter_name = "author_kind"

    def lookups(self, request, model_admin):
        return Author.Kind.choices

    def queryset(self, request, queryset):
        if self.value() not in Author.Kind.values:
            return queryset
        signed = Byline.objects.filter(article=OuterRef("pk"), author__kind=self.value())
        return queryset.filter(Exists(signed))


class WhoseFilter(admin.SimpleListFilter):
    title = _("whose")
    parameter_name = "whose"

    def lookups(self, request, model_admin):
        return [("mine", _("Begun or signed by me"))]

    def queryset(self, request, queryset):
        return queryset.own(request.user) if self.value() == "mine" else queryset
