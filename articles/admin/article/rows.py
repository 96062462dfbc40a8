"""Rows inside the story's form: who signs it, and what to read next."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.translation import gettext_lazy as _

from articles.models import Byline, RelatedItem
from articles.web_addresses import WebAddressField
from articles.working_copy import References
from newsroom.keys import is_key
from newsroom.text_fields import LineFormField


class AuthorSelect(AutocompleteSelect):
    """An autocomplete that is told the names it shows, so that a form asks for them once."""

    def __init__(self):
        super().__init__(Byline._meta.get_field("author"), admin.site)
        self.names = {}

    def optgroups(self, name, value, attrs=None):
        options = [
            self.create_option(name, key, self.names[key], True, place)
            for place, key in enumerate(value)
            if key in self.names
        ]
        return [(None, [self.create_option(name, "", "", False, 0), *options], 0)]


class BylineForm(forms.Form):
    author = forms.IntegerField(label=_("author"), required=False, widget=AuthorSelect)
    role = forms.ChoiceField(label=_("role"), choices=Byline.Role, initial=Byline.Role.AUTHOR)
    job_title = LineFormField(label=_("job title on this story"), max_length=200, required=False)
    raw_line = LineFormField(max_length=300, required=False, widget=forms.HiddenInput)

    def clean(self):
        data = super().clean()
        if data.get("job_title") and not data.get("author") and "author" not in self.errors:
            self.add_error("author", _("Choose the author who has this job title."))
        return data


class RelatedForm(forms.Form):
    title = LineFormField(label=_("title"), max_length=300, required=False)
    url = WebAddressField(label=_("address"), max_length=600, required=False)
    kind = forms.ChoiceField(label=_("kind"), choices=RelatedItem.Kind, initial=RelatedItem.Kind.STORY)

    def clean(self):
        data = super().clean()
        for name, other in (("title", "url"), ("url", "title")):
            if data.get(other) and not data.get(name) and name not in self.errors:
                self.add_error(name, _("A related item has a title and an address."))
        return data


class Rows(forms.BaseFormSet):
    """Ordered rows; those without content are left out."""

    def get_ordering_widget(self):
        return forms.NumberInput(attrs={"class": "row-order", "min": 1})

    def is_kept(self, data: dict) -> bool:
        raise NotImplementedError

    def kept_forms(self) -> list[forms.Form]:
        """Forms with content, not marked for removal, in the order asked for."""
        forms_ = [
            form
            for form in self.forms
            if hasattr(form, "cleaned_data")
            and not form.cleaned_data.get("DELETE")
            and self.is_kept(form.cleaned_data)
        ]
        last = len(self.forms) + 1
        return sorted(forms_, key=lambda form: form.cleaned_data.get("ORDER") or last)

    def content(self) -> list[dict]:
        """The rows as a snapshot holds them."""
        return [{key: form.cleaned_data[key] for key in form.base_fields} for form in self.kept_forms()]


class BylineRows(Rows):
    """Signatures; nobody signs twice in one role."""

    references: References  # where the form that holds the rows looks up what is named

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for form in self.forms:
            form.fields["author"].widget.names = SimpleLazyObject(lambda: self.names)

    def wanted(self) -> list[int]:
        """Keys of the authors that the rows name, whether or not there are such."""
        values = [form["author"].value() for form in self.forms]
        return [int(value) for value in values if is_key(str(value or ""))]

    @cached_property
    def names(self) -> dict[str, str]:
        """Names of the authors by key, as text."""
        self.references.find(author=self.wanted())
        found = [(pk, self.references.get("author", pk)) for pk in self.wanted()]
        return {str(pk): author.name for pk, author in found if author}

    def is_kept(self, data):
        return bool(data.get("author"))

    def clean(self):
        seen = set()
        for form in self.kept_forms():
            key = (form.cleaned_data["author"], form.cleaned_data.get("role"))
            if str(key[0]) not in self.names:
                form.add_error("author", _("There is no such author any more."))
            if key in seen:
                form.add_error("author", _("This author signs twice in the same role."))
            seen.add(key)


class RelatedRows(Rows):
    """Things to read next; an address stands once."""

    def is_kept(self, data):
        return bool(data.get("title") or data.get("url"))

    def clean(self):
        seen = set()
        for form in self.kept_forms():
            url = form.cleaned_data.get("url")
            if url and url in seen:
                form.add_error("url", _("This address stands twice."))
            seen.add(url)


def _rows(form, formset):
    return forms.formset_factory(form, formset=formset, extra=1, can_order=True, can_delete=True, max_num=100)


BylineFormSet = _rows(BylineForm, BylineRows)
RelatedFormSet = _rows(RelatedForm, RelatedRows)
