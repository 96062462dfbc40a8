"""A panel of the desk: what the imprint of every page still lacks."""

from django.template.loader import render_to_string

from articles.models import Masthead

EXPECTED = (
    "name",
    "press_agency",
    "governing_body",
    "licence_number",
    "head",
    "address",
    "telephone",
    "email",
)


def imprint_panel(request) -> str:
    """For those who fill in the masthead; empty once readers learn all that the press law asks for."""
    if not request.user.has_perm("articles.change_masthead"):
        return ""
    masthead = getattr(request, "masthead", None) or Masthead.current()
    lacking = [
        Masthead._meta.get_field(name).verbose_name for name in EXPECTED if not getattr(masthead, name)
    ]
    if not lacking:
        return ""
    names = ", ".join(map(str, lacking))
    return render_to_string("admin/articles/imprint_panel.html", {"names": names}, request)
