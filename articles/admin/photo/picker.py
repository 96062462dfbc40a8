"""The picker: a small window from which a story takes a picture, or adds one on the spot."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin.photo.form import PickerUploadForm
from articles.admin.photo.listing import card
from articles.models import Photo
from articles.photos.storing import store_photo
from newsroom.keys import is_key

PAGE_SIZE = 24
# The body editor names a callback, a form field its own id; either goes along through every page.
TARGETS = ("CKEditorFuncNum", "field")


def picker(model_admin, request):
    """Pictures newest first, searched by `q`, below the id `before`; a POST adds one and chooses it."""
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    target = {name: request.GET[name] for name in TARGETS if request.GET.get(name)}
    form = None
    if model_admin.has_add_permission(request):
        form = PickerUploadForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            photo = _added(form, request.user)
            model_admin.log_addition(request, photo, [{"added": {}}])
            return HttpResponseRedirect(_address(target, chosen=photo.ref))
    query = request.GET.get("q", "").strip()
    photos, older = _page(model_admin, request, query)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Choose a picture"),
        "is_popup": True,
        "opts": Photo._meta,
        "query": query,
        "target": target,
        "photos": [_card(photo) for photo in photos],
        "twin": form and form.twin and _card(form.twin),
        "chosen": request.GET.get("chosen", ""),
        "form": form,
        "older": older and _address(target, q=query, before=older),
        "newest": request.GET.get("before") and _address(target, q=query),
    }
    return TemplateResponse(request, "admin/articles/photo/picker.html", context)


def _added(form: PickerUploadForm, user) -> Photo:
    # No transaction around this: encoding takes a second, and others may write meanwhile.
    photo = form.save(commit=False)
    photo.uploaded_by = user
    photo.file_name = form.uploaded_name
    return store_photo(photo, form.cleaned_data["upload"])


def _page(model_admin, request, query: str) -> tuple[list[Photo], int | None]:
    """One page of photos, and the id below which the next one begins."""
    photos, _distinct = model_admin.get_search_results(request, Photo.objects.order_by("-pk"), query)
    before = request.GET.get("before", "")
    if is_key(before):
        photos = photos.filter(pk__lt=int(before))
    found = list(photos[: PAGE_SIZE + 1])
    page = found[:PAGE_SIZE]
    return page, page[-1].pk if len(found) > PAGE_SIZE else None


def _card(photo: Photo) -> dict:
    return card(photo) | {"address": reverse("admin:articles_photo_thumbnail", args=[photo.ref])}


def _address(target: dict, **more) -> str:
    query = urlencode(target | {name: value for name, value in more.items() if value})
    return f"{reverse('admin:articles_photo_picker')}?{query}"
