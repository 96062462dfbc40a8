"""What a person may do from every page of the desk: commands of the quick search and their keys."""

from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.palette import Command

# permission, label, name of the address, key
_OFFERED = (
    ("articles.add_article", lambda: _("Write a story"), "admin:articles_article_add", "W"),
    ("articles.add_article", lambda: _("Import documents"), "admin:articles_article_import", ""),
    ("articles.view_output", lambda: _("Output of authors"), "admin:articles_author_output", ""),
)


def commands(request) -> list[Command]:
    return [
        Command(label(), reverse(address), key)
        for permission, label, address, key in _OFFERED
        if request.user.has_perm(permission)
    ]
