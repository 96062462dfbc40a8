"""A panel of the desk: pictures on public pages whose rights end, or have ended."""

from django.template.loader import render_to_string

from articles.models import Photo
from articles.photos.remarks import remarks
from articles.photos.rights import ended, ending_soon

SHOWN = 8


def rights_panel(request) -> str:
    """For those who can do something about it; empty when there is nothing to do."""
    if not request.user.has_perm("articles.change_photo"):
        return ""
    photos = Photo.objects.placed().filter(ended() | ending_soon()).order_by("rights_until", "pk")[:SHOWN]
    rows = [{"photo": photo, "mark": remarks(photo)[0]} for photo in photos]
    return render_to_string("admin/articles/photo/rights_panel.html", {"rows": rows}, request) if rows else ""
