"""When a story goes off, and its embargo: part of its form, though no part of its text."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.admin.article.stepping import MomentField
from articles.models import Article
from articles.schedule import times
from articles.schedule.times import Times


def _minute(moment):
    """As a date-and-time box shows it, so that what was not touched has not changed."""
    return moment and moment.replace(second=0, microsecond=0)


class TimesForm(forms.Form):
    """Asks for a story's times. A page that did not show these fields leaves them as they are.

    So does a form without a `user`: one that saves by itself.
    """

    prefix = "times"

    shown = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)
    expires_at = MomentField(
        label=_("Goes off"), help_text=_("Empty: never. Readers then find a notice there.")
    )
    embargo_until = MomentField(
        label=_("Embargo until"), help_text=_("Nothing of the story leaves the house before.")
    )
    embargo_shares = forms.BooleanField(label=_("Share links open before"), required=False)

    def __init__(self, data, *, article: Article, user):
        self.article, self.user = article, user
        shown = bool(data and user) and f"{self.prefix}-shown" in data
        super().__init__(
            data if shown else None,
            initial={
                "expires_at": _minute(article.expires_at),
                "embargo_until": _minute(article.embargo_until),
                "embargo_shares": article.embargo_shares,
            },
        )
        for name in self._closed():
            self.fields[name].disabled = True
        for name, field in self.fields.items():
            # Compared with what the page showed: somebody may have changed the row meanwhile.
            field.show_hidden_initial = name != "shown"
            if field.help_text:
                field.widget.attrs["aria-describedby"] = f"id_{self.prefix}-{name}_helptext"

    def _closed(self) -> set[str]:
        """Fields that the page does not offer: to this person, or for a story that has been out."""
        plans = self.user and self.user.has_perm("articles.publish_article")
        closed = set() if plans else {"expires_at", "embargo_shares"}
        return closed | ({"embargo_until", "embargo_shares"} if self.article.was_public else set())

    def is_valid(self):
        return not self.is_bound or super().is_valid()

    def clean(self):
        data = super().clean()
        if not self.errors:
            for name, fault in times.faults(self.article, self.wanted(), self.user).items():
                self.add_error(name, fault)
        return data

    def wanted(self) -> Times:
        """The times that the editor wants; what was not touched stays to the second."""
        now = Times.of(self.article)
        if not self.is_bound:
            return now
        changed = {name: self.cleaned_data[name] for name in self.changed_data if name != "shown"}
        return Times(**vars(now) | changed)
