"""Rows of a form that stand in an order of their own."""

from django import forms
from django.contrib import admin
from django.db import transaction
from django.db.models import F
from django.forms.models import BaseInlineFormSet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from awards.admin.widgets import RoomyMixin

# Beyond every position that a row has, so that rows can change places under a unique constraint.
_AWAY = 10_000


class PositionedForm(forms.ModelForm):
    """A row with its place, counted from 1."""

    place = forms.IntegerField(
        label=capfirst(_("order")),
        required=False,
        min_value=1,
        max_value=999,
        widget=forms.NumberInput(attrs={"class": "registry-order"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["place"] = self.instance.position + 1 if self.instance.pk else None


class PositionedFormSet(BaseInlineFormSet):
    """Numbers its rows from 0 in the order of the places typed; rows without a place come last."""

    @transaction.atomic
    def save(self, commit=True):
        rows = self.model.objects.filter(**{self.fk.name: self.instance})
        rows.update(position=F("position") + _AWAY)
        saved = super().save(commit)
        gone = {row.pk for row in self.deleted_objects}
        kept = [form for form in self.forms if form.instance.pk and form.instance.pk not in gone]
        kept.sort(key=lambda form: form.cleaned_data.get("place") or _AWAY)
        for position, form in enumerate(kept):
            rows.filter(pk=form.instance.pk).update(position=position)
        return saved

    def save_new(self, form, commit=True):
        form.instance.position = 2 * _AWAY + self.forms.index(form)
        return super().save_new(form, commit)

    def save_existing(self, form, obj, commit=True):
        form.instance.position = obj.position + _AWAY
        return super().save_existing(form, obj, commit)


class PositionedInline(RoomyMixin, admin.TabularInline):
    form = PositionedForm
    formset = PositionedFormSet
    extra = 0

    def get_fields(self, request, obj=None):
        """Those who only look see the order by the rows themselves."""
        fields = super().get_fields(request, obj)
        return fields if self.has_change_permission(request, obj) else [f for f in fields if f != "place"]
