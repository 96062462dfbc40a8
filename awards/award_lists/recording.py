"""A checked list becomes records, all of them or none."""

import hashlib
import json

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import audit, publishing
from articles.comparing.versions import versions_of_row
from articles.models import Article
from awards.award_lists.judging import Judged, Judgement
from awards.award_lists.names import Named
from awards.contradictions.review import review
from awards.models import AwardList, AwardListEntry, Decision, Evidence, Honour, Organisation, Person
from awards.references import give_refs
from awards.suggestions.counting import count
from newsroom.batches import in_batches

_BATCH = 500


class NotReady(ValueError):
    """Something of the list is wrong or open, or it is no draft any more; nothing was recorded."""


@transaction.atomic
def record(award_list: AwardList, *, user) -> AwardList:
    """Record every row that is to be recorded, in one transaction and a fixed number of statements a batch.

    Raises NotReady. Every record cites the story's words where the list names them.
    """
    row = AwardList.objects.select_for_update().get(pk=award_list.pk)
    judgement = Judgement(row)
    if row.state != AwardList.State.DRAFT or not judgement.is_ready:
        raise NotReady(_("The list has changed: check it once more."))
    row.decision = judgement.decision or _new_decision(row)
    row.brought_decision = row.decision is not None and judgement.decision is None
    recorded = judgement.to_record
    units, people = _add_names(recorded)
    honours = [_honour(row, judged) for judged in recorded]
    give_refs(honours)
    Honour.objects.bulk_create(honours, batch_size=_BATCH)
    brought = [(one.numbers[0], one.record) for one in (*units, *people)]
    brought += [(judged.row.number, honour) for judged, honour in zip(recorded, honours, strict=True)]
    _prove(row, [record for _number, record in brought])
    AwardListEntry.objects.bulk_create(
        (_entry(row, number, record) for number, record in brought), batch_size=_BATCH
    )
    row.state, row.recorded_at = AwardList.State.RECORDED, timezone.now()
    row.counts = {"honours": len(honours), "organisations": len(units), "people": len(people)}
    row.save(update_fields=["state", "recorded_at", "counts", "decision", "brought_decision"])
    audit.record("record_list", row, user=user, after=row.reference, note=in_words(row.counts))
    look_again([record for _number, record in brought])
    renew_story(row)
    return row


def look_again(records: list) -> None:
    """Look for contradictions of these records, as after every change in the registry."""
    for batch in in_batches(records):
        review(batch)


def in_words(counts: dict[str, int]) -> str:
    return _("honours: %(honours)d, new units: %(organisations)d, new people: %(people)d") % counts


def renew_story(award_list: AwardList) -> None:
    """The page of the story whose words prove the list shows what it proves, and its statements are answered."""
    story = Article.objects.once_public().filter(pk=award_list.article_id)
    publishing.renew(story)
    for article in story:
        count(article)


def digest(record) -> str:
    """The same as long as the columns that an editor can change hold the same."""
    columns = [field for field in record._meta.concrete_fields if field.editable]
    said = [getattr(record, field.attname) for field in columns]
    return hashlib.sha256(json.dumps(said, default=str).encode()).hexdigest()


def _new_decision(award_list: AwardList) -> Decision | None:
    if not award_list.reference:
        return None
    columns = ("number", "symbol", "date", "authority")
    return Decision.objects.create(**{name: getattr(award_list, name) for name in columns})


def _add_names(recorded: list[Judged]) -> tuple[list[Named], list[Named]]:
    """Units, those that others are part of first, and people whom the registry does not hold yet."""
    named = {one.key: one for judged in recorded for one in (judged.unit, judged.named) if one is not None}
    named |= {one.twin.key: one.twin for one in named.values() if one.twin}
    new = [one for one in named.values() if one.is_new and not one.twin]
    upper = [one for one in new if one.model is Organisation and not one.superior]
    lower = [one for one in new if one.model is Organisation and one.superior]
    people = [one for one in new if one.model is Person]
    _create(upper, lambda one: Organisation(name=one.name))
    _create(lower, lambda one: Organisation(name=one.name, parent=record_of(one.superior)))
    _create(people, lambda one: Person(full_name=one.name))
    return upper + lower, people


def _create(new: list[Named], make) -> None:
    if not new:
        return
    records = [make(one) for one in new]
    model = new[0].model
    model._meta.get_field("slug").give_slugs(records)
    model.objects.bulk_create(records, batch_size=_BATCH)
    for one, record in zip(new, records, strict=True):
        one.record = record


def record_of(named: Named | None) -> Organisation | Person | None:
    """The record that the name means, once new ones are made."""
    return named and (named.twin or named).record


def _honour(award_list: AwardList, judged: Judged) -> Honour:
    recipient = record_of(judged.named)
    is_person = isinstance(recipient, Person)
    return Honour(
        form=judged.form,
        order_class=judged.order_class,
        organisation=recipient if isinstance(recipient, Organisation) else None,
        person=recipient if is_person else None,
        household="" if recipient else judged.row.name,
        recipient_title=judged.row.title if is_person else "",
        recipient_unit=record_of(judged.unit) if is_person else None,
        year=award_list.year,
        decision=award_list.decision,
        campaign=award_list.campaign,
        scope=award_list.scope,
        status=award_list.status,
    )


def _prove(award_list: AwardList, records: list) -> None:
    if not award_list.quote or award_list.article is None:
        return
    columns = {Honour: "honour", Organisation: "organisation", Person: "person"}
    held = versions_of_row(award_list.article).held
    pieces = [
        Evidence(
            article=award_list.article,
            revision_id=held,
            block=award_list.block,
            quote=award_list.quote,
            **{columns[type(record)]: record},
        )
        for record in records
    ]
    give_refs(pieces)
    Evidence.objects.bulk_create(pieces, batch_size=_BATCH)


def _entry(award_list: AwardList, number: int, record) -> AwardListEntry:
    column = record._meta.model_name
    return AwardListEntry(award_list=award_list, row=number, digest=digest(record), **{column: record})
