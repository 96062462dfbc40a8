"""What is typed beside the rows of a list: where they come from, and what all of them share."""

from django import forms
from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from awards.admin.decision import ReferenceForm
from awards.admin.proof import QuoteForm
from awards.award_lists.reading import MAX_MEGABYTES, UnreadableList, cells_of_text, decoded
from awards.award_lists.workbooks import cells_of_workbook, is_workbook
from awards.models import AwardForm, AwardList
from newsroom.admin_choosers import Chooser
from newsroom.text_fields import LineFormField

_CHOSEN = ("campaign", "scope", "article")


class SourceForm(forms.Form):
    """A list pasted or uploaded; when it is valid, `cells` are its rows and `name` is how it is called."""

    text = forms.CharField(
        label=_("Paste the list"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text=_("Copied from a spreadsheet, with its headings; or cells parted by semicolons or commas."),
    )
    file = forms.FileField(
        label=_("Or choose a file"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx"}),
        help_text=_(".xlsx, or .csv in UTF-8 or UTF-16"),
    )

    def clean(self):
        data = super().clean()
        file, text = data.get("file"), data.get("text", "")
        self.name = file.name[:200] if file else gettext("Pasted list")
        if not file and not text.strip():
            self.add_error("text", gettext("Paste the list, or choose a file."))
            return data
        try:
            self.cells = _of_file(file) if file else cells_of_text(text)
        except UnreadableList as error:
            self.add_error("file" if file else "text", str(error))
        return data


def _of_file(file) -> list[list[str]]:
    if file.size > MAX_MEGABYTES * 1024 * 1024:
        message = gettext("The file is larger than %(megabytes)d MB.")
        raise UnreadableList(message % {"megabytes": MAX_MEGABYTES})
    data = file.read()
    return cells_of_workbook(data) if is_workbook(data) else cells_of_text(decoded(data))


class SharedForm(ReferenceForm, QuoteForm):
    """The decision, where the honours are counted, and the words that prove every row."""

    number = LineFormField(
        label=capfirst(_("number")),
        max_length=120,
        required=False,
        help_text=_("382, or the whole reference: 382/QĐ-BTC"),
    )

    class Meta(QuoteForm.Meta):
        model = AwardList
        fields = (
            "number",
            "symbol",
            "date",
            "authority",
            "year",
            "status",
            "form",
            "order_class",
            "kind",
            "campaign",
            "scope",
            "article",
            "quote",
            "block",
        )
        help_texts = {
            "year": _("Where the decision states one."),
            "status": _("A proposed name is not a holder: readers do not see it."),
            "form": _("For rows that name no form."),
            "order_class": _("Only for forms that have classes."),
            "kind": _("Empty: told by each row."),
            "scope": _("The sector or body whose totals these honours belong to."),
            **QuoteForm.Meta.help_texts,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in _CHOSEN:
            field = self.fields[name]
            field.widget = Chooser(AwardList._meta.get_field(name), admin.site)
            field.widget.choices = field.choices
        self.fields["form"].queryset = AwardForm.objects.all()
        self.fields["quote"].required = False

    def clean(self):
        data = super().clean()
        if data.get("quote") and not data.get("article") and "article" not in self.errors:
            self.add_error("article", _("In which story do these words stand?"))
        if data.get("article") and not data.get("quote") and "quote" not in self.errors:
            self.add_error("quote", _("Which words of the story prove the list?"))
        if not data.get("quote"):
            data["block"] = ""
        form, order_class = data.get("form"), data.get("order_class")
        if order_class and form and not form.has_classes:
            self.add_error("order_class", _("This form of award has no classes."))
        return data
