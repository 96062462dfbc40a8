"""Documents imported from the desk, with the report of the command."""

from collections import Counter

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.documents.reading import MAX_MEGABYTES
from articles.importing import Importer, Outcome, Status, is_document_name, run
from articles.importing.uploads import as_found
from articles.models import Article

MAX_FILES = 40
MAX_TOTAL_MEGABYTES = 80
STATUS_WORDS = {
    Status.CREATED: _("New story"),
    Status.UPDATED: _("New revision"),
    Status.UNCHANGED: _("Unchanged"),
    Status.CONFLICT: _("Left as it is"),
    Status.FAILED: _("Failed"),
}


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class DocumentsField(forms.FileField):
    """One or more files, at least one of them a document."""

    widget = SeveralFiles(attrs={"multiple": True})

    def clean(self, data, initial=None):
        files = [super(DocumentsField, self).clean(file, initial) for file in data or [None]]
        if len(files) > MAX_FILES:
            raise ValidationError(gettext("At most %(count)d files at once.") % {"count": MAX_FILES})
        if sum(file.size for file in files) > MAX_TOTAL_MEGABYTES * 1024 * 1024:
            raise ValidationError(
                gettext("At most %(megabytes)d MB at once.") % {"megabytes": MAX_TOTAL_MEGABYTES}
            )
        if not any(is_document_name(file.name) for file in files):
            raise ValidationError(gettext("Choose at least one .txt, .md or .markdown document."))
        return files


class ImportForm(forms.Form):
    files = DocumentsField(
        label=_("Documents"),
        allow_empty_file=True,  # the report says what an empty document lacks
        error_messages={"required": _("Choose at least one .txt, .md or .markdown document.")},
    )
    dry_run = forms.BooleanField(
        label=_("Only try"),
        required=False,
        help_text=_("The report says what would happen; nothing is kept."),
    )


def urls(model_admin) -> list:
    def import_documents(request):
        if not model_admin.has_add_permission(request):
            raise PermissionDenied
        sent = request.method == "POST"
        form, outcomes = ImportForm(request.POST, request.FILES) if sent else ImportForm(), []
        if sent and form.is_valid():
            outcomes = _imported(request.user, **form.cleaned_data)
        context = {
            **model_admin.admin_site.each_context(request),
            "opts": model_admin.opts,
            "title": gettext("Import documents"),
            "form": form,
            "max_megabytes": MAX_MEGABYTES,
            "may_bring_pictures": _may_bring_pictures(request.user),
            "rows": _rows(outcomes, request.user),
            "told": _told(outcomes),
            "tried": bool(outcomes) and form.cleaned_data["dry_run"],
        }
        status = 400 if sent and not outcomes else 200
        return render(request, "admin/articles/article/import.html", context, status=status)

    view = model_admin.admin_site.admin_view(import_documents)
    return [path("import/", view, name="articles_article_import")]


def _may_bring_pictures(user) -> bool:
    """A picture beside a document may become that of a record which other stories show."""
    return user.has_perm("articles.change_photo")


def _imported(user, files: list, dry_run: bool) -> list[Outcome]:
    importer = Importer(user=user, store_files=_may_bring_pictures(user) and not dry_run)
    outcomes: list[Outcome] = []
    with as_found(files) as found:
        run(importer, found, dry_run=dry_run, told=outcomes.append)
    return outcomes


def _rows(outcomes: list[Outcome], user) -> list[tuple]:
    """(outcome, word for its status, the story where there is one to open)."""
    slugs = [outcome.slug for outcome in outcomes if outcome.slug]
    stories = Article.objects.visible_to(user).filter(slug__in=slugs).only("pk", "slug", "title")
    by_slug = {story.slug: story for story in stories} if slugs else {}
    return [(outcome, STATUS_WORDS[outcome.status], by_slug.get(outcome.slug)) for outcome in outcomes]


def _told(outcomes: list[Outcome]) -> str:
    """“New story: 2 · Failed: 1”."""
    counts = Counter(outcome.status for outcome in outcomes)
    return " · ".join(f"{word}: {counts[status]}" for status, word in STATUS_WORDS.items() if counts[status])
