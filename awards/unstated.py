"""What a record does not say: because its source is silent, or because nobody has entered it yet."""

from typing import NamedTuple

from awards.models import Honour
from awards.models.base import RecipientKind
from newsroom.stated import Basis


class Unstated(NamedTuple):
    """Names of missing facts, for “Nguồn không nêu: …” and “Chưa có thông tin: …”."""

    by_source: list[str]
    not_entered: list[str]


def unstated(honour: Honour) -> Unstated:
    """The facts of an entry on the roll that are missing.

    An honour is entered from the story that proves it, so what it lacks is what the story does not
    state; only the date of presentation keeps account of its own.
    """
    by_source, not_entered = [], []
    if not honour.year:
        by_source.append("năm tặng")
    if not honour.presented_on:
        silent = honour.presented_on_basis == Basis.NOT_STATED
        (by_source if silent else not_entered).append("ngày trao")
    if honour.event is None:
        by_source.append("buổi trao")
    if honour.decision is None:
        by_source.append("số quyết định")
    if honour.conferring_authority is None:
        by_source.append("người có thẩm quyền")
    if honour.kind == RecipientKind.INDIVIDUAL:
        if not honour.recipient_title:
            by_source.append("chức vụ")
        if honour.recipient_unit is None:
            by_source.append("đơn vị")
    return Unstated(by_source, not_entered)
