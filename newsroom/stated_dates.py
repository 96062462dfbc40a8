"""Dates on a form that say whether a source states them."""

from django.utils.translation import gettext_lazy as _

from newsroom.stated import Basis


class StatedDatesMixin:
    """A model form whose `stated_dates` are (date, basis, note or None) by field name."""

    stated_dates = ()

    def clean(self):
        data = super().clean()
        for date, basis, note in self.stated_dates:
            if not {date, basis} & set(self.errors):
                self._agree(data, date, basis, note)
        return data

    def _agree(self, data: dict, date: str, basis: str, note: str | None) -> None:
        known = data.get(basis) in (Basis.STATED, Basis.INFERRED)
        if data.get(date) and not known:
            self.add_error(basis, _("Say whether the date is stated or inferred."))
        elif known and not data.get(date):
            self.add_error(date, _("Give the date, or say that it is not stated."))
        elif note and data.get(basis) == Basis.INFERRED and not data.get(note):
            self.add_error(note, _("Say from what the date is inferred."))
