"""Records with an address of their own: when it changes, the old one leads on and stories follow."""

from django.contrib import messages
from django.utils.translation import gettext as _

from articles import publishing


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
