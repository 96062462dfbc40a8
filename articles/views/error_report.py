from urllib.parse import urlencode, urlsplit

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.error_reports import throttle
from articles.error_reports.form import ReportForm, is_page, story_at
from newsroom.origin import address_of


# Readers have no session that another site could borrow, and their pages set no cookie.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def error_report(request):
    """The form about the page `?trang=`; 429 once one address has sent too many."""
    if request.method == "POST":
        return _sent(request)
    path = request.GET.get("trang", "/")
    if not is_page(path):
        raise Http404
    context = {"form": ReportForm(initial={"trang": path}), "path": path, "story": story_at(path)}
    return render(request, "articles/error_report.html", context | {"sent": "da-gui" in request.GET})


def _sent(request):
    origin = request.headers.get("Origin", "")
    if origin and urlsplit(origin).netloc != request.get_host():
        raise PermissionDenied
    form = ReportForm(request.POST)
    path = form["trang"].value() or "/"
    context = {"form": form, "path": path if is_page(path) else "/"}
    if not form.is_valid():
        return render(request, "articles/error_report.html", context, status=400)
    if not throttle.may_send(address_of(request)):
        return render(request, "articles/error_report.html", context | {"too_many": True}, status=429)
    if not form.cleaned_data["trang_nha"]:
        form.save()
    query = urlencode({"trang": path, "da-gui": "1"})
    return redirect(f"{reverse('articles:error_report')}?{query}")
