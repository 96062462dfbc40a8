"""The form of a story: the working copy to begin with, a snapshot to end with."""

from copy import copy

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from js_asset import Script

from articles import working_copy
from articles.admin.article.body import BodyFormField, to_editor
from articles.admin.article.naming import PhotoRefField, RecordField, TagNamesField
from articles.admin.article.rows import BylineFormSet, RelatedFormSet
from articles.admin.article.stepping import MomentField
from articles.admin.article.times import TimesForm
from articles.models import Article
from articles.sittings.base import Base, Opened, Sent, new_key
from articles.web_addresses import WebAddressField
from articles.workflow import STEPS
from articles.working_copy import References
from newsroom.admin_choosers import Chooser
from newsroom.people import name_of
from newsroom.slugs import vietnamese_slug
from newsroom.stated_dates import StatedDatesMixin
from newsroom.text_fields import TextFormField

User = get_user_model()
BACKEND = "django.contrib.auth.backends.ModelBackend"
SERIES = Article._meta.get_field("series")
# Columns of the row that no snapshot holds: who is to write the story, and until when.
ASSIGNMENT = ("assignee", "due_at")
OWN_MEDIA = forms.Media(
    css={
        "all": [
            "newsroom/admin/story.css",
            "articles/desk/parts.css",
            "articles/desk/gate.css",
            "articles/desk/preview.css",
            "articles/desk/notes.css",
            "articles/desk/sitting.css",
        ]
    },
    js=[
        Script("articles/desk/rows.js", type="module"),
        Script("articles/desk/story.js", type="module"),
        Script("articles/desk/parts.js", type="module"),
        Script("articles/desk/autosave.js", type="module"),
        Script("articles/desk/gate.js", type="module"),
        Script("articles/desk/preview.js", type="module"),
        Script("articles/desk/notes.js", type="module"),
    ],
)


# Fields of the form that are no part of the story.
OUTSIDE_THE_STORY = {"step_reason", "step_at", "base", "sitting", "turn"}


class PersonField(forms.ModelChoiceField):
    """Somebody who may write stories; whoever is chosen already stays to be chosen."""

    def offer(self, chosen: int | None) -> None:
        writers = User.objects.with_perm("articles.change_article", backend=BACKEND)
        self.queryset = User.objects.filter(Q(pk__in=writers.values("pk")) | Q(pk=chosen)).order_by(
            "username"
        )

    def label_from_instance(self, person):
        return name_of(person)


class ArticleForm(StatedDatesMixin, forms.ModelForm):
    """Edits the newest snapshot. The row that readers see is validated against, never written."""

    body = BodyFormField()
    tag_names = TagNamesField(
        label=_("Tags"), required=False, help_text=_("Parted by commas: hải quan, thi đua yêu nước")
    )
    lead_photo = PhotoRefField(label=_("Lead photo"), required=False)
    source_url = WebAddressField(label=_("Source address"), max_length=600, required=False, own_pages=False)
    step_reason = TextFormField(
        label=_("Reason"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "For everybody who works on the story. When you withdraw it, readers find this text at its address."
        ),
    )
    part = forms.IntegerField(label=_("Part"), required=False, min_value=1, max_value=999)
    assignee = PersonField(label=_("Assigned to"), queryset=User.objects.none(), required=False)
    due_at = MomentField(label=_("Due"), help_text=_("Vietnamese time."))
    step_at = MomentField(label=_("Goes out"), help_text=_("Empty: at once. Vietnamese time."))
    # Which revision is on the screen, in which tab, and which state of the tab this is.
    base = forms.CharField(required=False, widget=forms.HiddenInput)
    sitting = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    turn = forms.CharField(required=False, widget=forms.HiddenInput)

    may_assign = True
    user = None  # who fills in the form; `ArticleAdmin.get_form` says

    stated_dates = (
        ("source_published_on", "source_published_basis", "source_published_note"),
        ("event_date", "event_date_basis", "event_date_note"),
    )

    class Meta:
        model = Article
        fields = (
            "title",
            "kicker",
            "slug",
            "standfirst",
            "body",
            "section",
            "genre",
            "series",
            "part",
            "assignee",
            "due_at",
            "lead_photo",
            "source_name",
            "source_url",
            "source_published_on",
            "source_published_basis",
            "source_published_note",
            "event_date",
            "event_date_basis",
            "event_date_note",
        )
        field_classes = {"section": RecordField, "series": RecordField}
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2, "class": "sheet-title"}),
            "standfirst": forms.Textarea(attrs={"rows": 3, "class": "sheet-standfirst"}),
            "series": RelatedFieldWidgetWrapper(Chooser(SERIES, admin.site), SERIES.remote_field, admin.site),
        }
        labels = {
            "source_published_basis": _("How we know"),
            "event_date_basis": _("How we know"),
        }
        help_texts = {"slug": _("Empty: made from the title.")}

    def __init__(self, data=None, files=None, *, instance=None, initial=None, **kwargs):
        row = instance or Article()
        self.sent = Sent.read({} if data is None else data)
        self.opened = Opened.read(row, self.sent.base)
        self.references = References()
        revision = self.opened.seen
        self.before = working_copy.empty_snapshot() | (
            revision.snapshot if revision else working_copy.snapshot_of(row)
        )
        content = [name for name in self.Meta.fields if name not in ASSIGNMENT]
        start = {name: self.before[name] for name in content} | {"tag_names": self.before["tags"]}
        start["body"] = to_editor(self.before["body"])
        for name, _basis, _note in self.stated_dates:
            start[name] = Article._meta.get_field(name).to_python(self.before[name])
        if row.published_at and not row.was_public and row.state != Article.State.WITHDRAWN:
            start["step_at"] = row.published_at
        start |= {"base": Base.of(revision), "sitting": new_key(), "turn": 0}
        super().__init__(data, files, instance=copy(row), initial=start | (initial or {}), **kwargs)
        self.fields["title"].widget.attrs["autofocus"] = not row.pk
        if self.may_assign:
            self.fields["assignee"].offer(row.assignee_id)
        for name in ASSIGNMENT:
            if self.may_assign:
                self.fields[name].show_hidden_initial = True
            else:
                del self.fields[name]
        self.bylines = BylineFormSet(data, prefix="bylines", initial=self.before["bylines"])
        self.bylines.references = self.references
        self.related = RelatedFormSet(data, prefix="related", initial=self.before["related"])
        self.times = TimesForm(data, article=row, user=self.user)

    @property
    def media(self):
        return super().media + self.bylines.media + self.related.media + OWN_MEDIA

    @cached_property
    def changed_data(self):
        names = [name for name in super().changed_data if name not in OUTSIDE_THE_STORY]
        parts = ("bylines", "related", "times")
        return names + [name for name in parts if getattr(self, name).has_changed()]

    def is_valid(self):
        return all(
            [super().is_valid(), self.bylines.is_valid(), self.related.is_valid(), self.times.is_valid()]
        )

    def error_count(self) -> int:
        """Everything that keeps the form from being saved."""
        rows = self.bylines.total_error_count() + self.related.total_error_count()
        return len(self.errors) + rows + len(self.times.errors)

    def validate_unique(self):
        """The one unique field, the address, is looked at in `clean`."""

    def _get_validation_exclusions(self):
        """What is named was looked up in `clean`, which also said what binds dates, and parts to a series."""
        bases = {basis for _date, basis, _note in self.stated_dates}
        return super()._get_validation_exclusions() | bases | {"section", "series", "lead_photo"}

    def clean(self):
        data = super().clean()
        self._find_what_is_named(data)
        self._clean_slug(data)
        if data.get("part") and not data.get("series") and not {"part", "series"} & set(self.errors):
            self.add_error("series", _("Choose the series that this is a part of."))
        step = STEPS.get(self.data.get("_step", ""))
        if step and step.asks_for and not data.get("step_reason"):
            self.add_error("step_reason", step.asks_for)
        return data

    def _find_what_is_named(self, data: dict) -> None:
        """Put records in the place of their keys; a tag that there is gives its spelling."""
        self.references.find(
            section=[data.get("section")],
            series=[data.get("series")],
            author=self.bylines.wanted(),
            tag=data.get("tag_names", []),
            photo=[data.get("lead_photo"), *working_copy.refs_in(data.get("body", ""))],
        )
        for name, kind in (("section", "section"), ("series", "series"), ("lead_photo", "photo")):
            if key := data.get(name):
                data[name] = self.references.get(kind, key)
                if data[name] is None:
                    self.add_error(name, self.fields[name].unknown(key))
        if "tag_names" in data:
            known = [(name, self.references.get("tag", name)) for name in data["tag_names"]]
            data["tag_names"] = [tag.name if tag else name for name, tag in known]

    def _clean_slug(self, data: dict) -> None:
        field = Article._meta.get_field("slug")
        if data.get("slug") and data["slug"] != self.instance.slug:
            if field.free_slug(data["slug"], self.instance) != data["slug"]:
                self.add_error("slug", _("Another page of the site has this address."))
        elif data.get("title") and not data.get("slug") and "slug" not in self.errors:
            data["slug"] = field.free_slug(vietnamese_slug(data["title"]), self.instance)

    def assignment(self) -> dict:
        """Columns of the row that the editor has changed."""
        return {name: self.cleaned_data[name] for name in ASSIGNMENT if name in self.changed_data}

    def snapshot(self) -> dict:
        """What the editor wants the story to be."""
        data = self.cleaned_data
        snapshot = {name: data[name] for name in working_copy.TEXT_FIELDS}
        if "body" not in self.changed_data:
            snapshot["body"] = self.before["body"]
        return snapshot | {
            "section": data["section"].pk if data["section"] else None,
            "series": data["series"].pk if data["series"] else None,
            "part": data["part"],
            "lead_photo": data["lead_photo"].ref if data["lead_photo"] else "",
            "tags": data["tag_names"],
            "bylines": self.bylines.content() if self.bylines.is_valid() else [],
            "related": self.related.content() if self.related.is_valid() else [],
        }

    def held_back(self) -> dict[str, list[str]]:
        """What was typed and cannot be read, by field, with what to say about it."""
        wrong = {
            name: list(map(str, said)) for name, said in self.errors.items() if name in self.changed_data
        }
        for name in ("bylines", "related"):
            rows = getattr(self, name)
            if not rows.is_valid() and rows.has_changed():
                said = [str(text) for form in rows.errors for texts in form.values() for text in texts]
                wrong[name] = [*said, *map(str, rows.non_form_errors())]
        return wrong

    def wrong_fields(self) -> list[str]:
        """Names, as the page has them, of the fields that hold something wrong."""
        rows = [form for formset in (self.bylines, self.related) for form in formset if form.errors]
        return [self.add_prefix(name) for name in self.errors] + [
            form.add_prefix(name) for form in rows for name in form.errors
        ]

    def snapshot_of_what_is_right(self) -> dict:
        """The snapshot of an unfinished form: what cannot be read stays as it was before."""
        wrong = set(self.errors)
        for names in (*self.stated_dates, ("series", "part")):
            wrong |= set(names) if wrong & set(names) else set()
        self.cleaned_data |= dict.fromkeys(wrong)
        snapshot = self.snapshot()
        names = {"tags" if name == "tag_names" else name for name in wrong}
        names |= {name for name in ("bylines", "related") if not getattr(self, name).is_valid()}
        return snapshot | {name: self.before[name] for name in names if name in snapshot}
