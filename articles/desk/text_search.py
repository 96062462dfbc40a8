"""From the desk's list of stories on to the search of the site, which reads whole texts."""

from urllib.parse import urlencode

from django.contrib.admin.views.main import SEARCH_VAR
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article
from newsroom.palette import Command


def text_search_link(request, model_admin) -> str:
    """Above the list of stories once something is looked for there: the same words in what readers see."""
    words = request.GET.get(SEARCH_VAR, "").strip()
    if model_admin.model is not Article or not words:
        return ""
    address = f"{reverse('articles:search')}?{urlencode({'q': words})}"
    command = Command(_("Search the text of published stories"), address)
    return render_to_string("admin/articles/list_link.html", {"command": command})
