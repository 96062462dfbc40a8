"""The inbox at the desk: what concerns me, what of it is unread, and whether I want mail too."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from articles.models import InboxChoice, Notice
from articles.notes import inbox
from articles.notes.mail import address_of
from articles.state_labels import step_label
from newsroom.paging import page_by_moment
from newsroom.people import name_of

PAGE_SIZE = 30


def addresses(site) -> list:
    """What the place “desk_addresses” asks for."""

    def address(way: str, name: str, view, *, only):
        @only
        def guarded(request, **keys):
            if not request.user.has_perm("articles.view_article"):
                raise PermissionDenied
            return view(site, request, **keys)

        return path(f"hop-thu/{way}", site.admin_view(guarded), name=name)

    return [
        address("", "inbox", _page, only=require_GET),
        address("da-doc/", "inbox_read_all", _read_all, only=require_POST),
        address("thu/", "inbox_by_mail", _by_mail, only=require_POST),
        address("<int:pk>/", "inbox_open", _open, only=require_POST),
    ]


def link(request) -> str:
    """The way to the inbox in the head of the desk, with the number of what is unread. One query."""
    if not request.user.has_perm("articles.view_article"):
        return ""
    number = inbox.unread_count(request.user)
    shown = f"{inbox.SHOWN_AT_MOST}+" if number > inbox.SHOWN_AT_MOST else number
    unread = (
        format_html(
            ' <span class="inbox-count">{}<span class="visually-hidden"> {}</span></span>',
            shown,
            _("unread"),
        )
        if number
        else ""
    )
    return format_html('<a href="{}">{}{}</a>', reverse("admin:inbox"), _("Inbox"), unread)


def _page(site, request):
    kind, unread = request.GET.get("kind", ""), request.GET.get("unread") == "1"
    notices = Notice.objects.of(request.user)
    if kind in Notice.Kind.values:
        notices = notices.filter(kind=kind)
    if unread:
        notices = notices.unread()
    notices = notices.select_related("article", "by", "note__thread", "transition").defer(
        "article__body", "article__story_html"
    )
    page = page_by_moment(
        notices, cursor=request.GET.get("page", ""), size=PAGE_SIZE, moment="made_at", upto=timezone.now()
    )
    asked = {name: value for name, value in (("kind", kind), ("unread", "1" if unread else "")) if value}
    choice = InboxChoice.objects.filter(person=request.user).first()
    context = {
        **site.each_context(request),
        "title": _("Inbox"),
        "rows": [_row(notice) for notice in page],
        "older": page.next_cursor and f"?{urlencode(asked | {'page': page.next_cursor})}",
        "filters": _filters(kind, unread),
        "unread": unread,
        "asked": asked,
        "by_mail": choice is None or choice.by_mail,
    }
    return render(request, "admin/articles/inbox.html", context)


def _row(notice: Notice) -> dict:
    return {
        "notice": notice,
        "by": name_of(notice.by) if notice.by else _("a former account") if notice.note_id else "",
        "step": step_label(notice.transition) if notice.transition else "",
    }


def _filters(kind: str, unread: bool) -> list[dict]:
    def choice(value, label):
        asked = {name: one for name, one in (("kind", value), ("unread", "1" if unread else "")) if one}
        return {"label": label, "query": f"?{urlencode(asked)}", "chosen": kind == value}

    return [choice("", _("Everything")), *(choice(value, label) for value, label in Notice.Kind.choices)]


def _open(_site, request, *, pk):
    """Mark a notice as read and lead to what it tells of; with `stay` back to the inbox."""
    notice = get_object_or_404(Notice.objects.of(request.user), pk=pk)
    inbox.mark_read(request.user, pk=pk)
    return _back(request) if "stay" in request.POST else HttpResponseRedirect(address_of(notice))


def _read_all(_site, request):
    inbox.mark_read(request.user)
    return _back(request)


def _by_mail(_site, request):
    InboxChoice.objects.update_or_create(
        person=request.user, defaults={"by_mail": request.POST.get("by_mail") == "1"}
    )
    return _back(request)


def _back(request):
    """To the inbox as it was filtered."""
    asked = {name: request.POST[name] for name in ("kind", "unread", "page") if request.POST.get(name)}
    query = f"?{urlencode(asked)}" if asked else ""
    return HttpResponseRedirect(reverse("admin:inbox") + query)
