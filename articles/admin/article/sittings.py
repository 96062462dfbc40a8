"""What the open form of a story asks for by itself: to save, to say that it is open, to log in again."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.db import DataError, transaction
from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles import workflow, working_copy
from articles.admin.article.form import ArticleForm
from articles.models import Article, Sitting
from articles.sittings import presence, saving
from articles.sittings.base import Base, Opened, Sent
from newsroom.people import name_of


class WritingForm(ArticleForm):
    """The part of the form that saves itself: who is to write the story is left to the Save button."""

    may_assign = False


def urls(model_admin) -> list:
    @transaction.atomic
    def autosave(request, object_id):
        return _saved(request, _editable(model_admin, request, object_id, locked=True))

    @transaction.atomic
    def autosave_new(request):
        sent = Sent.read(request.POST)
        if not sent.sitting:
            return problem(422, "unreadable", _("This form cannot be saved by itself. Press Save."))
        if begun := saving.begun_by(sent.sitting, request.user):
            return _saved(request, _editable(model_admin, request, str(begun.pk), locked=True))
        if not model_admin.has_add_permission(request):
            raise PermissionDenied(_("You may not begin a story."))
        return _begun(request, sent)

    def here(request, object_id):
        if "leaving" in request.POST:
            # Who has just sent the story on may not edit it any more, and leaves it nevertheless.
            presence.leave(Sent.read(request.POST).sitting, request.user)
            return JsonResponse({"code": "left"})
        return _here(request, _editable(model_admin, request, object_id))

    def logged_in(request):
        return render(request, "admin/articles/article/logged_in.html")

    return [
        path("add/autosave/", _door(model_admin, autosave_new), name="articles_article_add_autosave"),
        path("<path:object_id>/autosave/", _door(model_admin, autosave), name="articles_article_autosave"),
        path("<path:object_id>/here/", _door(model_admin, here), name="articles_article_here"),
        path("logged-in/", model_admin.admin_site.admin_view(logged_in), name="articles_article_logged_in"),
    ]


def problem(status: int, code: str, message: str, **more) -> JsonResponse:
    """An answer for a script, with a sentence for the person."""
    return JsonResponse({"code": code, "message": str(message)} | more, status=status)


def _door(model_admin, view):
    """Lets in what a form sends by itself, and says in JSON what is in the way."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        if not model_admin.admin_site.has_permission(request):
            return problem(401, "login", _("Your login has ended. Log in again: what you write is kept."))
        if request.method != "POST":
            return problem(405, "method", _("This address only takes what a form sends."))
        try:
            return view(request, *args, **kwargs)
        except Http404:
            return problem(404, "gone", _("This story is not there any more, or not open to you any more."))
        except PermissionDenied as error:
            return problem(403, "forbidden", str(error) or _("You may not change this story now."))
        except (OverflowError, DataError):
            return problem(422, "unreadable", _("There is no such number or date."))

    return answer


def _editable(model_admin, request, object_id, *, locked=False) -> Article:
    article = model_admin.visible(request, object_id, locked=locked)
    if not workflow.may_edit(article, request.user):
        raise PermissionDenied
    return article


def _begun(request, sent: Sent) -> JsonResponse:
    form = WritingForm(request.POST)
    form.is_valid()
    snapshot = form.snapshot_of_what_is_right()
    if working_copy.normalised(snapshot) == working_copy.normalised({}):
        left_out = {"errors": form.held_back(), "wrong": form.wrong_fields()}
        return JsonResponse({"code": "unchanged", "message": ""} | left_out)
    article = saving.begin(snapshot, sent, user=request.user, asked_for=False, references=form.references)
    outcome = saving.Outcome(working_copy.newest(article), changed=True)
    return _answer(article, outcome, form, request.user)


def _saved(request, article: Article) -> JsonResponse:
    form = WritingForm(request.POST, instance=article)
    form.is_valid()
    outcome = saving.save(
        form.opened,
        form.snapshot_of_what_is_right(),
        form.sent,
        user=request.user,
        asked_for=False,
        references=form.references,
    )
    if outcome.held:
        return problem(
            409,
            "conflict",
            _("%(name)s saved this story meanwhile. Both texts are kept: compare them and decide.")
            % {"name": name_of(outcome.newest.user) or _("Somebody else")},
            url=reverse("admin:articles_article_held", args=[article.pk, outcome.held.pk]),
        )
    if outcome.overtaken:
        return problem(
            409,
            "overtaken",
            _("%(name)s saved this story meanwhile. Load it again before you go on.")
            % {"name": name_of(outcome.newest.user) or _("Somebody else")},
            url=reverse("admin:articles_article_change", args=[article.pk]),
        )
    return _answer(article, outcome, form, request.user)


def _answer(article, outcome, form, user) -> JsonResponse:
    saved_at = outcome.newest.created_at
    return JsonResponse(
        {
            "code": "stale" if outcome.stale else "saved" if outcome.changed else "unchanged",
            "message": _("Saved at %(time)s") % {"time": clock(saved_at)},
            # What came too late says nothing of what is on the screen.
            **({} if outcome.stale else {"base": str(Base.of(outcome.newest))}),
            "errors": form.held_back(),
            "wrong": form.wrong_fields(),
            "addresses": addresses(article),
            "others": people(outcome.others, user),
        }
    )


def _here(request, article: Article) -> JsonResponse:
    """The form is open: tell it who else is here and what has been saved meanwhile."""
    sent = Sent.read(request.POST)
    if earlier := Sent.read({"sitting": request.POST.get("instead", "")}).sitting:
        presence.leave(earlier, request.user)
    opened = Opened.read(article, sent.base)
    newest = opened.newest
    sitting, others = presence.around(article, sent.sitting, request.user)
    if sitting or (sitting := presence.begin(article, sent.sitting, request.user, opened.base)):
        Sitting.objects.filter(pk=sitting.pk).update(seen_at=timezone.now())
    asked = request.POST.getlist("kept")[:20]
    arrived = Sitting.objects.filter(key__in=asked, user=request.user).values_list("key", "turn")
    overtaken = newest and sent.base != Base.of(newest) and newest.sitting != sent.sitting
    return JsonResponse(
        {
            "code": "here",
            "others": people(others, request.user),
            "arrived": dict(arrived),
            "overtaken": (
                _("%(name)s saved this story at %(time)s. Load it again before you go on.")
                % {
                    "name": name_of(newest.user) or _("Somebody else"),
                    "time": clock(newest.created_at),
                }
                if overtaken
                else ""
            ),
        }
    )


def addresses(article: Article) -> dict[str, str]:
    """Where a form of this story sends what it says by itself."""
    return {
        name: reverse(f"admin:articles_article_{name}", args=[article.pk])
        for name in ("autosave", "here", "change")
    }


def people(others: list[Sitting], user) -> list[dict]:
    """Who else has the story open, one entry a person; oneself where it is another window."""
    known = {}
    for sitting in others:
        known.setdefault(sitting.user_id, sitting)
    return [
        {
            "name": _("You, in another window") if one.user_id == user.pk else name_of(one.user),
            "since": _("since %(time)s") % {"time": clock(one.since)},
        }
        for one in known.values()
    ]


def clock(moment) -> str:
    return date_format(timezone.localtime(moment), "H:i")
