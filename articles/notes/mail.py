"""Letters about notices: who is named, answered, or got a story back reads it in the mail too."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django_tasks import task

from articles import workflow
from articles.models import Notice
from newsroom.people import name_of
from newsroom.site import absolute
from newsroom.vietnamese import collapse_spaces

logger = logging.getLogger(__name__)

LONGEST_SUBJECT = 150


def is_worth_a_letter(notice: Notice) -> bool:
    """Mentions, answers, and stories that come back; the rest waits in the inbox."""
    if notice.kind == Notice.Kind.STEP:
        return notice.transition.step == "return"
    return notice.kind in (Notice.Kind.MENTION, Notice.Kind.REPLY)


@task()
def send(notices: list[int]) -> int:
    """Write to those who want mail and may still open the story; returns how many letters left.

    A letter that the server refuses is logged and keeps no other back.
    """
    waiting = (
        Notice.objects.filter(pk__in=notices, person__is_active=True, person__is_staff=True)
        .exclude(person__email="")
        .exclude(person__inbox_choice__by_mail=False)
        .select_related("person", "article", "by", "note", "transition")
        .order_by("pk")
    )
    letters = [letter(notice) for notice in waiting if workflow.may_view(notice.article, notice.person)]
    if not letters:
        return 0
    sent = 0
    with get_connection() as connection:
        for one in letters:
            try:
                sent += connection.send_messages([one]) or 0
            except OSError:  # what every failure of smtplib is
                logger.exception("A letter of the inbox was refused")
    return sent


def letter(notice: Notice) -> EmailMessage:
    """The letter, in Vietnamese: an account has no language of its own."""
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "notice": notice,
            "by": name_of(notice.by) if notice.by else "",
            "to": name_of(notice.person),
            "address": absolute(address_of(notice)),
            "inbox": absolute(reverse("admin:inbox")),
            "site": settings.SITE_NAME,
        }
        subject = collapse_spaces(render_to_string("articles/mail/subject.txt", context))
        body = render_to_string("articles/mail/letter.txt", context)
    return EmailMessage(subject[:LONGEST_SUBJECT], body, to=[notice.person.email])


def address_of(notice: Notice) -> str:
    """The place on the desk that the notice tells of."""
    page = reverse("admin:articles_article_change", args=[notice.article_id])
    return f"{page}#note-{notice.note_id}" if notice.note_id else page
