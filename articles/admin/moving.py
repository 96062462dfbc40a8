"""Records with an address of their own: when it changes or goes, the old one says so and stories follow."""

from django.contrib import messages
from django.db import transaction
from django.utils.translation import gettext as _

from articles import publishing
from articles.models import Article


class MovingMixin:
    """A ModelAdmin that leaves redirects and renews the stories which print its record."""

    def stories_of(self, record):
        raise NotImplementedError

    def save_model(self, request, obj, form, change):
        before = type(obj).objects.get(pk=obj.pk) if change else None
        super().save_model(request, obj, form, change)
        if before is None or not form.changed_data:
            return
        publishing.leave_redirect(before.get_absolute_url(), obj.get_absolute_url())
        self.after_change(before, obj)
        count = publishing.renew(self.stories_of(obj).once_public())
        if count:
            messages.info(request, _("%(count)s stories were renewed.") % {"count": count})

    def after_change(self, before, now) -> None:
        """What else follows the change."""

    def delete_model(self, request, obj):
        self._delete(request, [obj], super().delete_model, obj)

    def delete_queryset(self, request, queryset):
        self._delete(request, list(queryset), super().delete_queryset, queryset)

    @transaction.atomic
    def _delete(self, request, records, delete, what):
        addresses = [record.get_absolute_url() for record in records if self.was_public(record)]
        stories = {pk for record in records for pk in self.stories_of(record).values_list("pk", flat=True)}
        delete(request, what)
        for address in addresses:
            publishing.leave_redirect(address, "")
        for record in records:
            self.after_deleting(record)
        publishing.renew(Article.objects.once_public().filter(pk__in=stories))

    def was_public(self, record) -> bool:
        """Whether readers could ever open the record's page."""
        return record.outlived_a_story or self.stories_of(record).once_public().exists()

    def after_deleting(self, record) -> None:
        """What else follows the deletion."""
