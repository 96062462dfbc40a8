"""Evidence on the form of a record: choose the story, paste its words, the place is found."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.forms.models import BaseInlineFormSet
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.comparing.versions import versions_of_row
from articles.models import Article
from awards.admin.record import RecordAdmin
from awards.block_texts import LEAD_CAPTION, STANDFIRST, TITLE
from awards.models import Evidence
from awards.quotes import NoSuchWords, SeveralPlaces, block_of_quote
from awards.references import give_ref
from newsroom.admin_choosers import ChooserMixin
from newsroom.keys import is_key

BLOCK_NAMES = {TITLE: _("Title"), STANDFIRST: _("Standfirst"), LEAD_CAPTION: _("Caption of the lead photo")}
PLACE_FIELDS = {"article", "quote", "block"}


def block_name(block: str) -> str:
    """“Standfirst”, or “Body, 4p6nmkec” with what tells one block of the body from another."""
    return str(BLOCK_NAMES.get(block) or gettext("Body, %(block)s") % {"block": block.removeprefix("b-")})


class QuoteForm(forms.ModelForm):
    """A story and its exact words. The block is found; it is asked for when there are several."""

    block = forms.CharField(
        label=capfirst(_("place in the story")),
        required=False,
        max_length=40,
        widget=forms.Select,
        help_text=_("Found from the words; choose only when they stand in several places."),
    )

    class Meta:
        model = Evidence
        fields = ("article", "quote")
        widgets = {"quote": AdminTextareaWidget(attrs={"rows": 3, "cols": 60})}
        help_texts = {
            "article": _("The words are looked for in the story as readers see it."),
            "quote": _("Copied from one paragraph, heading, list item or caption, exact to the letter."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "article" in self.fields:  # not for those who may only look
            self.fields["article"].queryset = Article.objects.kept().defer("body", "story_html")
            known = self.instance.block
            self._offer([(known, block_name(known))] if known else [])

    def _offer(self, places: list) -> None:
        self.fields["block"].widget.choices = [("", _("found from the words")), *places]

    def clean(self):
        data = super().clean()
        asked = PLACE_FIELDS & set(self.changed_data) or not self.instance.pk
        if asked and data.get("article") and data.get("quote"):
            self._find(data)
        return data

    def _find(self, data: dict) -> None:
        story = data["article"]
        try:
            data["block"] = block_of_quote(story, data["quote"], data.get("block", ""))
        except NoSuchWords as error:
            message = gettext(
                "“%(story)s” does not say this in any one place. Copy the words from one paragraph."
            )
            if error.nearest:
                message = gettext("“%(story)s” writes it so: “%(nearest)s”. Copy the words exactly.")
            self.add_error("quote", message % {"story": story, "nearest": error.nearest})
        except SeveralPlaces as error:
            self._offer([(key, _choice(key, text)) for key, text in error.blocks.items()])
            message = gettext(
                "The words stand in %(count)s places of the story: choose the one that is meant."
            )
            self.add_error("block", message % {"count": len(error.blocks)})
        else:
            self._offer([(data["block"], block_name(data["block"]))])
            self.instance.found = True
            self.instance.revision_id = versions_of_row(story).held


def _choice(block: str, text: str) -> str:
    return f"{block_name(block)}: {Truncator(text).chars(90)}"


class ReferencedFormSet(BaseInlineFormSet):
    """Rows that get their reference when they are new."""

    def save_new(self, form, commit=True):
        setattr(form.instance, self.fk.name, self.instance)
        give_ref(form.instance)
        return super().save_new(form, commit)


class EvidenceInline(ChooserMixin, admin.TabularInline):
    model = Evidence
    form = QuoteForm
    formset = ReferencedFormSet
    fields = ("article", "quote", "block", "where")
    readonly_fields = ("where",)
    autocomplete_fields = ("article",)
    verbose_name_plural = _("Evidence: the words of a story that prove this record")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("article")

    def get_extra(self, request, obj=None, **kwargs):
        if "evidence_article" in request.GET:
            return 1
        return 0 if obj and obj.evidence.exists() else 1

    @admin.display(description=_("found"))
    def where(self, piece):
        return place_mark(piece) if piece.pk else "–"


def place_mark(piece: Evidence):
    """A link to the marked paragraph, or a word that the story no longer says it there."""
    if not piece.found:
        return format_html('<span class="mark mark--moved">{}</span>', gettext("words have moved"))
    return format_html('<a href="{}">{}</a>', piece.get_absolute_url(), gettext("in the story"))


class ProofFilter(admin.SimpleListFilter):
    """Records by what stands behind them."""

    title = _("evidence")
    parameter_name = "proof"

    def lookups(self, request, model_admin):
        return [
            ("shown", _("Readers see it")),
            ("none", _("No evidence")),
            ("waiting", _("Only in stories that are not out")),
            ("moved", _("Words have moved")),
        ]

    def queryset(self, request, queryset):
        pieces = evidence_of(queryset.model)
        if self.value() == "shown":
            return queryset.proven()
        if self.value() == "none":
            return queryset.filter(~Exists(pieces))
        if self.value() == "waiting":
            return queryset.filter(Exists(pieces), ~Exists(pieces.public()))
        if self.value() == "moved":
            return queryset.filter(Exists(pieces.filter(found=False)))
        return queryset


def evidence_of(model):
    """The evidence of the outer query's row."""
    column = model._meta.get_field("evidence").field.name
    return Evidence.objects.filter(**{column: OuterRef("pk")}).order_by()


class ProvenAdmin(RecordAdmin):
    """A record that stories prove: its evidence stands on its form and in its list."""

    def get_inlines(self, request, obj):
        return (*self.inlines, EvidenceInline)

    def get_queryset(self, request):
        pieces = evidence_of(self.model)
        column = self.model._meta.get_field("evidence").field.name
        number = pieces.values(column).annotate(number=Count("pk")).values("number")
        return (
            super()
            .get_queryset(request)
            .annotate(
                piece_count=Coalesce(Subquery(number), 0),
                has_moved=Exists(pieces.filter(found=False)),
                is_shown=Exists(pieces.public()),
            )
        )

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """The words that a suggestion brings along stand in the first empty row of evidence."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        story = request.GET.get("evidence_article", "")
        if request.method == "GET" and isinstance(inline, EvidenceInline) and is_key(story):
            kwargs["initial"] = [{"article": story, "quote": request.GET.get("evidence_quote", "")}]
        return kwargs

    def response_post_save_add(self, request, obj):
        """Back to the other suggestions of the story, where one of them opened the form."""
        story = request.GET.get("evidence_article", "")
        if is_key(story):
            return redirect("admin:awards_suggestions", story)
        return super().response_post_save_add(request, obj)

    @admin.display(description=_("evidence"))
    def proof(self, record):
        if not record.piece_count:
            return format_html('<span class="mark mark--unproven">{}</span>', gettext("none"))
        if record.has_moved:
            return format_html(
                '{} <span class="mark mark--moved">{}</span>', record.piece_count, gettext("words have moved")
            )
        if not record.is_shown:
            return format_html(
                '{} <span class="quiet">{}</span>', record.piece_count, gettext("story not out")
            )
        return record.piece_count

    def warn(self, request, records):
        for record in records:
            warn_unproven(request, record)


def warn_unproven(request, record) -> None:
    """Say when readers do not see a record, and why; saving it is never refused for that."""
    if not record.evidence.exists():
        text = gettext("No story proves “%(name)s” yet, so readers do not see it. Add its evidence.")
    elif not type(record).objects.proven().filter(pk=record.pk).exists():
        text = gettext("The stories that prove “%(name)s” are not out, so readers do not see it yet.")
    else:
        return
    messages.warning(request, text % {"name": record})
