"""What every list and form of the registry does: search, proof, and what follows a change."""

from django.contrib import admin, messages
from django.db.models import Q
from django.utils.translation import gettext, ngettext

from awards.admin.widgets import RoomyMixin
from awards.changes import Change
from awards.copied_columns import renew_copies
from newsroom.admin_search import FoldedSearchMixin

PROTECTED_SHOWN = 20


class RecordAdmin(RoomyMixin, FoldedSearchMixin, admin.ModelAdmin):
    """A record of the registry. Saving or deleting it renews stories and leaves redirects."""

    list_per_page = 50
    sortable_by = ()
    # Where else a search looks: (model with a name_fold, its key, our column with the same key).
    aliases = ()
    # Fields whose values other rows copy.
    copied = ()

    class Media:
        css = {"all": ["awards/admin/registry.css"]}

    def _word_occurs(self, request, word):
        found = super()._word_occurs(request, word)
        for model, key, column in self.aliases:
            found |= Q(**{f"{column}__in": model.objects.filter(name_fold__contains=word).values(key)})
        return found

    # What follows -------------------------------------------------------------------------------

    def records_of(self, obj) -> list:
        """The records that a change of `obj` touches."""
        return [obj]

    def left_after_deleting(self, obj) -> list:
        """The records that stay when `obj` is gone."""
        return []

    def save_model(self, request, obj, form, change):
        form.before = self.records_of(type(obj).objects.get(pk=obj.pk)) if change else []
        form.following = Change(*form.before)
        super().save_model(request, obj, form, change)
        if change and set(self.copied) & set(form.changed_data):
            renew_copies(obj)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if form.has_changed() or any(formset.has_changed() for formset in formsets):
            after = self.records_of(form.instance)
            elsewhere = [record for record in form.before if record not in after]
            self._tell(request, form.following.settle(*after, *elsewhere))
            self.warn(request, after)

    def delete_model(self, request, obj):
        self._delete(request, [obj], super().delete_model, obj)

    def delete_queryset(self, request, queryset):
        self._delete(request, list(queryset), super().delete_queryset, queryset)

    def _delete(self, request, rows, delete, what):
        following = Change(*(record for row in rows for record in self.records_of(row)))
        left = list({record: None for row in rows for record in self.left_after_deleting(row)})
        delete(request, what)
        self._tell(request, following.settle(*left))
        self.warn(request, left)

    def warn(self, request, records) -> None:
        """Say what keeps records from readers."""

    def _tell(self, request, count: int) -> None:
        if count:
            text = ngettext("%(count)s story was renewed.", "%(count)s stories were renewed.", count)
            messages.info(request, text % {"count": count})

    # Deleting -----------------------------------------------------------------------------------

    def get_deleted_objects(self, objs, request):
        """What refers to a record protects it; a long list of that is cut."""
        to_delete, counts, needed, protected = super().get_deleted_objects(objs, request)
        more = len(protected) - PROTECTED_SHOWN
        if more > 0:
            protected = [*protected[:PROTECTED_SHOWN], gettext("… and %(count)s more") % {"count": more}]
        return to_delete, counts, needed, protected
