"""A story that the registry cites: what is said before its words change, and why it must stay."""

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.gate import Finding
from awards.block_texts import LEAD_CAPTION, STANDFIRST, TITLE
from awards.evidence import losses
from awards.models import Evidence

# Blocks of a story that are fields of its form.
_FIELDS = {TITLE: "title", STANDFIRST: "standfirst", LEAD_CAPTION: "lead_photo"}


def lost_evidence(article, snapshot: dict) -> list[Finding]:
    """Each record whose words the story would no longer say; once out, its evidence waits for new words."""
    return [
        Finding(
            "evidence",
            _("The registry cites “%(quote)s” for %(kind)s %(record)s: the story would no longer say so.")
            % {
                "quote": Truncator(piece.quote).chars(160),
                "kind": piece.record._meta.verbose_name,
                "record": piece.record,
            },
            field=_FIELDS.get(piece.block, ""),
            block="" if piece.block in _FIELDS else piece.block,
            subject=f"{piece.ref} {piece.quote}",
        )
        for piece in losses(article, snapshot)
    ]


def deletion_blockers(article) -> list[str]:
    """A cited story stays: withdrawn it may be, deleted it would take the proof with it."""
    number = Evidence.objects.filter(article=article).count()
    if not number:
        return []
    return [_("The registry of honours cites this story %(number)d times as evidence.") % {"number": number}]
