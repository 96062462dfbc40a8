"""What waits for the registry editor, and how much of it; every list in a query or two."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Sum
from django.urls import reverse
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.comparing.words import Run, compare_texts
from awards.block_texts import block_texts
from awards.evidence import NAMED
from awards.models import Announcement, AwardList, Contradiction, Evidence, Honour, StoryStatements
from awards.reconciliation import Status, reconciled
from awards.rewording import Reworded, nearest_words

SHOWN = 15


@dataclass(frozen=True)
class Line:
    """One thing that waits: where it is answered, the words it is about, and what they became."""

    label: str
    address: str
    detail: str = ""
    quote: str = ""
    mark: str = ""
    piece: Evidence | None = None
    now: Reworded | None = None

    @cached_property
    def change(self) -> list[Run]:
        """How the words that stand there now differ from those that were quoted."""
        return compare_texts(self.quote, self.now.quote)


@dataclass(frozen=True)
class Waiting:
    """One kind of thing that waits; `number` counts all of it, `more` leads to what is not shown."""

    name: str
    heading: str
    number: int
    empty: str
    lines: list[Line] = field(default_factory=list)
    more: str = ""


def everything() -> list[Waiting]:
    """All of it, what readers can see to be wrong first."""
    return [contradictions(), moved_evidence(), statements(), unnamed_totals(), draft_lists()]


def contradictions() -> Waiting:
    """Readings that cannot all be right and that nobody has decided."""
    rows = Contradiction.objects.filter(state=Contradiction.State.OPEN)
    return Waiting(
        "contradictions",
        _("Contradictions"),
        rows.count(),
        _("Stories and records agree."),
        [
            Line(str(row), reverse("admin:awards_contradiction_change", args=[row.pk]), row.about)
            for row in rows.with_readings()[:SHOWN]
        ],
        reverse("admin:awards_contradiction_changelist"),
    )


def moved_evidence() -> Waiting:
    """Evidence whose words its story no longer holds; with each the words that come nearest to it."""
    lost = Evidence.objects.filter(found=False).order_by("-pk")
    named = lost.with_record().select_related("article__lead_photo", "revision", *NAMED)
    pieces = list(named.defer("revision__snapshot")[:SHOWN])
    by_story = defaultdict(list)
    for piece in pieces:
        by_story[piece.article].append(piece)
    texts = {story.pk: block_texts(story) for story in by_story}
    return Waiting(
        "evidence",
        _("Evidence that its story no longer holds"),
        lost.count(),
        _("Every quoted word stands in its story."),
        [
            Line(
                str(piece.record),
                reverse("admin:awards_evidence_change", args=[piece.pk]),
                str(piece.article),
                piece.quote,
                capfirst(str(piece.record._meta.verbose_name)),
                piece,
                nearest_words(texts[piece.article_id], piece.quote),
            )
            for piece in pieces
        ],
        f"{reverse('admin:awards_evidence_changelist')}?found__exact=0",
    )


def statements() -> Waiting:
    """Stories whose statements nobody has answered; the counts are stored."""
    rows = StoryStatements.objects.waiting()
    stories = rows.select_related("article").only(
        "waiting", "conflicts", "article__title", "article__published_at"
    )
    total = rows.order_by().aggregate(total=Sum("waiting"))["total"] or 0
    return Waiting(
        "statements",
        _("What stories say that nobody has answered"),
        total,
        _("Every statement of the published stories is answered."),
        [
            Line(
                row.article.title,
                reverse("admin:awards_suggestions", args=[row.article_id]),
                ngettext("%(count)d statement", "%(count)d statements", row.waiting) % {"count": row.waiting},
                mark=_("disagrees: %(count)d") % {"count": row.conflicts} if row.conflicts else "",
            )
            for row in stories[:SHOWN]
        ],
    )


def unnamed_totals() -> Waiting:
    """Announced totals of whose list not one name is recorded."""
    totals = reconciled(Announcement.objects.filter(count__isnull=False), Honour.objects.all())
    unnamed = totals.filter(status=Status.UNNAMED).select_related("form", "scope").order_by("-pk")
    return Waiting(
        "totals",
        _("Announced totals without a single name"),
        unnamed.count(),
        _("Of every announced total at least one name is recorded."),
        [
            Line(
                str(total),
                reverse("admin:awards_announcement_change", args=[total.pk]),
                str(total.scope or ""),
            )
            for total in unnamed[:SHOWN]
        ],
        reverse("admin:awards_announcement_changelist"),
    )


def draft_lists() -> Waiting:
    """Lists of decisions that were begun and are not recorded."""
    drafts = AwardList.objects.filter(state=AwardList.State.DRAFT).defer("sheet", "answers")
    return Waiting(
        "lists",
        _("Lists of decisions being checked"),
        drafts.count(),
        _("No list is being checked."),
        [
            Line(
                Truncator(one.name).chars(90),
                reverse("admin:awards_awardlist_change", args=[one.pk]),
                one.reference,
            )
            for one in drafts[:SHOWN]
        ],
        reverse("admin:awards_lists"),
    )
