"""Lists of decisions on the desk: pasted, checked, recorded, taken back."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from awards.award_lists import recorded_page, sheet_page, typed
from awards.award_lists.forms import SharedForm, SourceForm
from awards.award_lists.headings import layout_of
from awards.award_lists.judging import Judgement
from awards.award_lists.preamble import decision_in
from awards.award_lists.recording import NotReady, record
from awards.award_lists.rights import may_enter_lists
from awards.award_lists.undoing import CannotUndo, undo
from awards.models import AwardList
from newsroom import sheets
from newsroom.numbers import grouped

LISTED = 50
_COPIED = (
    "name", "sheet", "head", "columns", "answers", "number", "symbol", "date", "authority", "campaign", "scope",
    "year", "status", "form", "order_class", "kind", "article", "quote", "block",
)  # fmt: skip
_TEMPLATE = (
    ("Họ và tên", "Chức vụ", "Đơn vị", "Hình thức", "Hạng", "Đối tượng"),
    ("Người Mẫu Một", "Công chức", "Chi cục Mẫu", "Bằng khen", "", "cá nhân"),
    ("Chi cục Mẫu", "", "Cục Mẫu", "Huân chương Lao động", "Nhì", "tập thể"),
)


def urls(site) -> list:
    def address(way: str, name: str, view, only):
        @only
        @wraps(view)
        def guarded(request, **keys):
            if not may_enter_lists(request.user):
                raise PermissionDenied
            return view(site, request, **keys)

        return path(f"danh-sach/{way}", site.admin_view(guarded), name=name)

    page = require_http_methods(["GET", "HEAD", "POST"])
    return [
        address("", "awards_lists", _lists, page),
        address("mau.csv", "awards_list_template", _template, require_GET),
        address("<int:pk>/", "awards_awardlist_change", _list, page),
        address("<int:pk>/hoan-tac/", "awards_list_undo", _undo, page),
        address("<int:pk>/lam-lai/", "awards_list_again", _again, require_POST),
        address("<int:pk>/bo/", "awards_list_drop", _drop, require_POST),
    ]


def _lists(site, request):
    """Every list, the newest first, and the box for a new one."""
    sent = request.method == "POST"
    form = SourceForm(request.POST, request.FILES) if sent else SourceForm()
    if sent and form.is_valid():
        return redirect("admin:awards_awardlist_change", _begun(form, request.user).pk)
    lists = AwardList.objects.select_related("user").defer("sheet", "answers")
    context = {
        **site.each_context(request),
        "title": _("Lists of decisions"),
        "form": form,
        "lists": lists[:LISTED],
    }
    return render(request, "admin/awards/lists/all.html", context, status=400 if sent else 200)


def _template(_site, _request):
    """A file that shows which columns a list has."""
    return sheets.download(sheets.lines(_TEMPLATE[0], _TEMPLATE[1:]), "danh-sach-mau.csv")


def _begun(form: SourceForm, user) -> AwardList:
    layout = layout_of(form.cells)
    narrow = max(map(len, form.cells)) == 1
    return AwardList.objects.create(
        name=form.name,
        sheet=form.cells,
        head=layout.head,
        columns=layout.columns or ({"name": 0} if narrow else {}),
        user=user,
        **decision_in(form.cells[: max(layout.head, 0)]),
    )


def _list(site, request, pk):
    award_list = get_object_or_404(AwardList, pk=pk)
    if award_list.state != AwardList.State.DRAFT:
        return _recorded(site, request, award_list)
    if request.method == "POST":
        return _checked(site, request, award_list)
    return _draft(site, request, award_list, SharedForm(instance=award_list))


def _recorded(site, request, award_list):
    if request.method == "POST":
        messages.error(request, _("The list is no draft any more; nothing was changed."))
        return redirect("admin:awards_awardlist_change", award_list.pk)
    context = {**site.each_context(request), "title": award_list.name}
    context |= recorded_page.context(award_list, request.GET)
    return render(request, "admin/awards/lists/recorded.html", context)


def _draft(site, request, award_list, form, *, status=200):
    judgement = Judgement(award_list)
    context = {**site.each_context(request), "title": award_list.name, "form": form, "media": form.media}
    context |= sheet_page.context(award_list, judgement, request.GET)
    return render(request, "admin/awards/lists/draft.html", context, status=status)


def _checked(site, request, award_list):
    """Keep what was said, then record the list if that was asked and nothing stands against it."""
    with transaction.atomic():
        award_list = AwardList.objects.select_for_update().get(pk=award_list.pk)
        form = SharedForm(request.POST, instance=award_list)
        is_valid = form.is_valid()
        if is_valid:
            award_list = form.save(commit=False)
        else:
            award_list.refresh_from_db()
        typed.take(award_list, request.POST)
        award_list.save()
    if not is_valid:
        messages.error(request, _("Put right what is marked. What you said of the rows is kept."))
        return _draft(site, request, award_list, form, status=400)
    if "record" not in request.POST:
        return redirect(request.get_full_path())
    try:
        return _record(request, award_list)
    except NotReady as refusal:
        messages.error(request, str(refusal))
        return _draft(site, request, award_list, SharedForm(instance=award_list), status=409)


def _record(request, award_list):
    if sheet_page.seen(Judgement(award_list)) != request.POST.get("seen"):
        raise NotReady(_("The rows are not as you saw them: look at them once more, then record."))
    done = record(award_list, user=request.user)
    messages.success(
        request,
        _("%(count)s honours are recorded. They can be taken back as one.")
        % {"count": grouped(done.counts["honours"])},
    )
    return redirect("admin:awards_awardlist_change", done.pk)


def _undo(site, request, pk):
    """What taking the list back means, or what stands against it; posted, it is taken back."""
    award_list = get_object_or_404(AwardList, pk=pk)
    if award_list.state != AwardList.State.RECORDED:
        return redirect("admin:awards_awardlist_change", pk)
    hindrances, status = None, 200
    if request.method == "POST":
        try:
            undo(award_list, user=request.user)
        except CannotUndo as refusal:
            hindrances, status = refusal.hindrances, 409
        else:
            messages.success(request, _("The list is taken back; what it brought is deleted."))
            return redirect("admin:awards_awardlist_change", pk)
    context = {**site.each_context(request), "title": _("Take the list back"), "subtitle": award_list.name}
    context |= recorded_page.undo_context(award_list, hindrances)
    return render(request, "admin/awards/lists/undo.html", context, status=status)


def _again(_site, request, pk):
    """A new draft with everything that was said of this list."""
    award_list = get_object_or_404(AwardList, pk=pk)
    copied = {name: getattr(award_list, name) for name in _COPIED}
    return redirect("admin:awards_awardlist_change", AwardList.objects.create(**copied, user=request.user).pk)


def _drop(_site, request, pk):
    """Throw a draft away; what was recorded once stays on record."""
    award_list = get_object_or_404(AwardList, pk=pk)
    if award_list.state == AwardList.State.DRAFT:
        award_list.delete()
        messages.success(request, _("The draft is thrown away."))
    return redirect("admin:awards_lists")
