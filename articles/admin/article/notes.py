"""Notes on a story: their own page, and what the panel beside the form sends.

Whoever may open the story may note on it, settle and reopen. A script sends `part` and gets the
panel's part back; without it the page comes back, at the note.
"""

from urllib.parse import quote

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from articles.admin.article.noting import Notes, Typed
from articles.models import Article, Note, NoteThread
from articles.notes import threads
from articles.notes.people import offered, viewers
from articles.notes.standing import places_of


def urls(model_admin) -> list:
    def address(way: str, name: str, view, *, only):
        @only
        def guarded(request, object_id, **keys):
            return view(model_admin, request, model_admin.visible(request, object_id), **keys)

        return path(
            f"<path:object_id>/notes/{way}",
            model_admin.admin_site.admin_view(guarded),
            name=f"articles_article_{name}",
        )

    return [
        address("", "notes", _page, only=require_GET),
        address("people/", "note_people", _people, only=require_GET),
        address("add/", "note_add", _add, only=require_POST),
        address("<int:thread>/reply/", "note_reply", _reply, only=require_POST),
        address("<int:thread>/settle/", "note_settle", _settle, only=require_POST),
        address("<int:thread>/reopen/", "note_reopen", _reopen, only=require_POST),
        address("one/<int:note>/edit/", "note_edit", _edit, only=require_POST),
        address("one/<int:note>/delete/", "note_delete", _delete, only=require_POST),
    ]


def _page(model_admin, request, article, *, typed=None):
    """Every note on a page of its own, for narrow screens and for browsers without script."""
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": _("Notes"),
        "original": article,
        "notes": Notes(article, request.user, typed),
        "own_page": True,
    }
    status = 400 if typed else 200
    return render(request, "admin/articles/article/notes/page.html", context, status=status)


def _people(_model_admin, request, article):
    return JsonResponse({"people": offered(viewers(article), request.GET.get("q", ""))})


def _add(model_admin, request, article):
    place, words = request.POST.get("place", ""), request.POST.get("quote", "")
    try:
        where = places_of(article).read(place, words)
    except KeyError:
        refusal = ValidationError(_("This place is not in the story any more; choose another."))
        return _refused(model_admin, request, article, "add", refusal)
    return _said(
        model_admin,
        request,
        article,
        "add",
        lambda text: threads.begin(article, request.user, text, **where),
    )


def _reply(model_admin, request, article, *, thread):
    thread = get_object_or_404(NoteThread, pk=thread, article=article)
    return _said(
        model_admin,
        request,
        article,
        f"reply-{thread.pk}",
        lambda text: threads.reply(thread, request.user, text),
    )


def _settle(_model_admin, request, article, *, thread):
    thread = get_object_or_404(NoteThread, pk=thread, article=article)
    threads.settle(thread, request.user)
    return _done(request, article, f"thread-{thread.pk}", _("Settled."))


def _reopen(_model_admin, request, article, *, thread):
    thread = get_object_or_404(NoteThread, pk=thread, article=article)
    threads.reopen(thread)
    return _done(request, article, f"thread-{thread.pk}", _("Open again."))


def _edit(model_admin, request, article, *, note):
    note = get_object_or_404(Note.objects.select_related("thread__article"), pk=note, thread__article=article)

    def put_right(text):
        threads.edit(note, request.user, text)
        return note

    return _said(model_admin, request, article, f"edit-{note.pk}", put_right)


def _delete(_model_admin, request, article, *, note):
    note = get_object_or_404(Note.objects.select_related("thread__article"), pk=note, thread__article=article)
    try:
        threads.delete(note, request.user)
    except PermissionDenied as error:
        return _not_allowed(request, error)
    return _done(request, article, "notes", _("The note is deleted."))


def _said(model_admin, request, article, box: str, say):
    """Store what was written in `box`, or bring it back with the reason why not."""
    try:
        note = say(request.POST.get("text", ""))
    except ValidationError as refusal:
        return _refused(model_admin, request, article, box, refusal)
    except PermissionDenied as error:
        return _not_allowed(request, error)
    return _done(request, article, f"note-{note.pk}", _("Noted."))


def _done(request, article: Article, anchor: str, words: str):
    if "part" in request.POST:
        context = {"notes": Notes(article, request.user), "own_page": "own_page" in request.POST}
        response = render(request, "admin/articles/article/notes/part.html", context)
        response["X-Anchor"], response["X-Said"] = anchor, quote(words)
        return response
    messages.success(request, words)
    page = "notes" if "own_page" in request.POST else "change"
    return HttpResponseRedirect(f"{reverse(f'admin:articles_article_{page}', args=[article.pk])}#{anchor}")


def _refused(model_admin, request, article, box: str, refusal: ValidationError):
    complaint = " ".join(refusal.messages)
    if "part" in request.POST:
        return _said_plainly(complaint, 400)
    typed = Typed(
        box,
        request.POST.get("text", ""),
        request.POST.get("place", ""),
        request.POST.get("quote", ""),
        complaint,
    )
    return _page(model_admin, request, article, typed=typed)


def _not_allowed(request, error: PermissionDenied):
    if "part" in request.POST:
        return _said_plainly(str(error), 403)
    raise error


def _said_plainly(words: str, status: int) -> HttpResponse:
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")
