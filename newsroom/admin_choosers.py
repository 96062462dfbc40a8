"""Boxes of the desk that find a record as one types."""

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple

from newsroom.keys import is_key


class _KnownKeys:
    """Django looks up whatever was posted, and fails on what is no key before the form can say so."""

    def optgroups(self, name, value, attrs=None):
        return super().optgroups(name, [key for key in value if is_key(str(key))], attrs)


class Chooser(_KnownKeys, AutocompleteSelect):
    pass


class MultipleChooser(_KnownKeys, AutocompleteSelectMultiple):
    pass


class ChooserMixin:
    """A ModelAdmin or inline whose `autocomplete_fields` come back with a message, whatever was posted."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", Chooser(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", MultipleChooser(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)
