"""An older text made the working copy again: as a new revision, so that nothing in the history changes."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles import audit, working_copy
from articles.models import Article, Author, Photo, Revision, Section, Series
from newsroom.body_html import read_blocks


@transaction.atomic
def restore(article: Article, revision: Revision, *, user, note: str = "") -> Revision | None:
    """Save the snapshot of `revision` anew, with the ids of its blocks; None when nothing changed."""
    before = working_copy.newest(article)
    note = note.strip() or _("Restored revision %(number)s") % {"number": revision.number}
    made = working_copy.save(
        article,
        without_what_is_gone(revision.snapshot),
        user=user,
        note=note[: Revision._meta.get_field("note").max_length],
        earlier=revision.snapshot["body"],
    )
    if made:
        audit.record(
            "restore",
            article,
            user=user,
            before=_("revision %(number)s") % {"number": before.number},
            after=_("revision %(made)s, as revision %(number)s was")
            % {"made": made.number, "number": revision.number},
            note=note,
        )
    return made


def losses(snapshot: dict) -> list[str]:
    """What the snapshot names and the newsroom has no more, in words."""
    snapshot = working_copy.empty_snapshot() | snapshot
    lost = []
    if _is_gone(Section, snapshot["section"]):
        lost.append(_("Its section is gone; the story will be without one."))
    if _is_gone(Series, snapshot["series"]):
        lost.append(_("Its series is gone; the story will belong to none."))
    if gone := len(_authors(snapshot) - _known_authors(snapshot)):
        lost.append(_("%(count)s of its authors are gone; their bylines are left out.") % {"count": gone})
    refs = {snapshot["lead_photo"], *(block.photo for block in read_blocks(snapshot["body"]))} - {""}
    if gone := len(refs) - Photo.objects.filter(ref__in=refs).count():
        lost.append(_("%(count)s of its photos are gone; they will not be shown.") % {"count": gone})
    return lost


def without_what_is_gone(snapshot: dict) -> dict:
    """The snapshot without a section, series, authors and a lead photo that are no more."""
    snapshot = working_copy.empty_snapshot() | snapshot
    known = _known_authors(snapshot)
    kept = {"bylines": [line for line in snapshot["bylines"] if line["author"] in known]}
    if _is_gone(Section, snapshot["section"]):
        kept["section"] = None
    if _is_gone(Series, snapshot["series"]):
        kept |= {"series": None, "part": None}
    if not Photo.objects.filter(ref=snapshot["lead_photo"]).exists():
        kept["lead_photo"] = ""
    return snapshot | kept


def _is_gone(model, pk: int | None) -> bool:
    return pk is not None and not model.objects.filter(pk=pk).exists()


def _authors(snapshot: dict) -> set[int]:
    return {line["author"] for line in snapshot["bylines"]}


def _known_authors(snapshot: dict) -> set[int]:
    return set(Author.objects.filter(pk__in=_authors(snapshot)).values_list("pk", flat=True))
