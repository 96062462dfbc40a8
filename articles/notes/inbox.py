"""Who is told of what, and what is still unread."""

from django.db import transaction
from django.utils import timezone

from articles.models import Article, Byline, Note, Notice, Transition
from articles.notes import mail
from articles.notes.people import viewers

Kind = Notice.Kind

# Steps that those whose story it is want to know of.
STEPS_TOLD = {"submit", "return", "publish", "withdraw"}
SHOWN_AT_MOST = 99


def tell_of_note(note: Note, named: list) -> None:
    """Tell those named, those who wrote in the thread, and those whose story it is: each once."""
    thread = note.thread
    kinds = dict.fromkeys(_concerned(thread.article), Kind.NOTE)
    kinds |= dict.fromkeys(thread.notes.values_list("author", flat=True), Kind.REPLY)
    kinds |= dict.fromkeys((person.pk for person in named), Kind.MENTION)
    _tell(thread.article, kinds, by=note.author, note=note)


def tell_named(note: Note, named: list) -> None:
    """Tell those whom an edited note names only now."""
    told = set(note.notices.values_list("person", flat=True))
    kinds = {person.pk: Kind.MENTION for person in named if person.pk not in told}
    _tell(note.thread.article, kinds, by=note.author, note=note)


def tell_of_step(transition: Transition) -> None:
    """A story was handed in, came back, went out or was withdrawn: tell those whose story it is."""
    if transition.step in STEPS_TOLD:
        kinds = dict.fromkeys(_concerned(transition.article), Kind.STEP)
        _tell(transition.article, kinds, by=transition.user, transition=transition)


def unread_count(user) -> int:
    """How many unread notices the inbox shows, counted up to a hundred."""
    return Notice.objects.of(user).unread().order_by()[: SHOWN_AT_MOST + 1].count()


def mark_read(user, **which) -> None:
    Notice.objects.filter(person=user, **which).unread().update(read_at=timezone.now())


def _concerned(article: Article) -> set[int]:
    """Accounts that began the story, sign it or are to write it."""
    signing = Byline.objects.filter(article=article).values_list("author__user", flat=True)
    return {article.created_by_id, article.assignee_id, *signing}


def _tell(article: Article, kinds: dict, *, by, **about) -> None:
    kinds.pop(by.pk if by else None, None)
    people = viewers(article).filter(pk__in=[pk for pk in kinds if pk])
    notices = Notice.objects.bulk_create(
        Notice(person=person, kind=kinds[person.pk], article=article, by=by, **about) for person in people
    )
    written = [notice.pk for notice in notices if mail.is_worth_a_letter(notice)]
    if written:
        # After the commit, so that a slow or failing server keeps nobody's note from being stored.
        transaction.on_commit(lambda: mail.send.enqueue(written), robust=True)
