"""The list of stories: quick at a hundred thousand rows, whatever is searched or filtered."""

from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery
from django.utils.functional import cached_property

from articles.models import Revision, Transition


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
    """Rows without bodies, with their signatures and what came back with a reason."""

    def get_queryset(self, request, exclude_parameters=None):
        stories = super().get_queryset(request, exclude_parameters)
        stories = stories.defer("body", "story_html").prefetch_related("bylines__author")
        return with_plan(with_last_step(stories))

    def get_results(self, request):
        """Also a single page comes through the paginator, which Django would pass by."""
        super().get_results(request)
        if not self.multi_page:
            self.result_list = self.paginator.page(1).object_list


def with_last_step(stories):
    """Annotate the last step of the workflow and its reason: a draft that came back says why."""
    last = Transition.objects.filter(article=OuterRef("pk")).order_by("-at", "-pk")
    return stories.annotate(
        last_step=Subquery(last.values("step")[:1]),
        last_reason=Subquery(last.values("reason")[:1]),
    )


def with_plan(stories):
    """Annotate when an update goes out by itself, and when one should have gone out and did not."""
    of_story = Revision.objects.filter(article=OuterRef("pk"))
    return stories.annotate(
        update_at=Subquery(of_story.waiting().values("due_at")[:1]),
        missed_at=Subquery(of_story.filter(missed_at__isnull=False).order_by().values("missed_at")[:1]),
    )
