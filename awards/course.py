"""The course of a campaign: launched, reviewed on the way, reviewed at its end; and how its targets fare."""

from dataclasses import dataclass, field
from datetime import date

from awards.models import Campaign, CampaignReview, Event, Target
from awards.views.directory import Entry
from newsroom.partial_dates import PartialDate
from newsroom.stated import Basis

STAGES = {CampaignReview.Stage.INTERIM: "Sơ kết", CampaignReview.Stage.FINAL: "Tổng kết"}


@dataclass(frozen=True)
class Step:
    """One step of the course; `event` is None where no page tells of it, `proofs` are the words behind it."""

    name: str
    on: PartialDate | None
    basis: str
    event: Event | None = None
    proofs: list = field(default_factory=list)

    @property
    def is_known(self) -> bool:
        return bool(self.on or self.event)


def reviews_of(entries: list[Entry]) -> list[Event]:
    """The events of these entries (`detail`: stage, `detail_slug`: basis of the date), by stage and day."""
    events = []
    for entry in entries:
        event = Event(
            pk=entry.pk, slug=entry.slug, name=entry.name, date=entry.first, date_basis=entry.detail_slug
        )
        event.stage, event.is_public = CampaignReview.Stage(entry.detail), True
        events.append(event)
    return sorted(events, key=_place)


def course_of(campaign: Campaign, reviews: list[Event], today: date) -> list[Step]:
    """Launch, then the reviews. A campaign whose period is over says so where no final review is known.

    The campaign and the reviews must have their `proofs`; the campaign's launch event its `is_public`.
    """
    launch = campaign.launch_event if campaign.launch_event and campaign.launch_event.is_public else None
    steps = [Step("Phát động", campaign.launched_on, campaign.launched_on_basis, launch, campaign.proofs[:1])]
    steps += [Step(STAGES[one.stage], one.date, one.date_basis, one, one.proofs[:3]) for one in reviews]
    over = campaign.ends_year and campaign.ends_year < today.year
    if over and all(one.stage != CampaignReview.Stage.FINAL for one in reviews):
        steps.append(Step(STAGES[CampaignReview.Stage.FINAL], None, Basis.UNKNOWN))
    return steps


def time_left(target: Target, today: date) -> str:
    """How long the target still has, derived from its due year; nothing where none is stated or a result is."""
    if not target.due_year or target.result:
        return ""
    years = target.due_year - today.year
    if years < 0:
        return "đã qua hạn"
    return f"còn {years} năm" if years else "đến hạn trong năm nay"


def _place(event: Event) -> tuple:
    """What has no date stands behind the others of its stage."""
    final = event.stage == CampaignReview.Stage.FINAL
    return final, event.date is None, event.date.iso() if event.date else "", event.pk
