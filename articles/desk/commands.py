"""What a person may do from every page of the desk: commands of the quick search and their keys."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Author
from newsroom.palette import Command

# permission, label, name of the address, key
_OFFERED = (
    ("articles.add_article", _("Write a story"), "admin:articles_article_add", "W"),
    (
        "articles.change_article",
        _("Next story that waits for you"),
        "admin:articles_article_next",
        "N",
    ),
    ("articles.view_article", _("Inbox"), "admin:inbox", "I"),
    ("articles.view_article", _("Calendar"), "admin:articles_article_calendar", "L"),
    ("articles.add_article", _("Import documents"), "admin:articles_article_import", ""),
    ("articles.view_output", _("Output of authors"), "admin:articles_author_output", ""),
)


def commands(request) -> list[Command]:
    return [
        Command(str(label), reverse(address), key)
        for permission, label, address, key in _OFFERED
        if request.user.has_perm(permission)
    ]


# Where a command belongs to one list, its link stands above that list too.
_OF_LIST = {Article: "admin:articles_article_import", Author: "admin:articles_author_output"}


def list_link(request, model_admin) -> str:
    """The command of the list, for those who may use it."""
    address = _OF_LIST.get(model_admin.model) and reverse(_OF_LIST[model_admin.model])
    command = next((one for one in commands(request) if one.address == address), None)
    return render_to_string("admin/articles/list_link.html", {"command": command}) if command else ""
