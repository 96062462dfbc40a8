"""The audit log: what happened, to what, by whom, from where; written with what it tells, never changed."""

from django.db import models

from articles.models.audit_entry import Action, AuditEntry
from newsroom import origin
from newsroom.people import name_of


def record(
    action: str,
    subject: models.Model | None,
    *,
    user=None,
    before: str = "",
    after: str = "",
    note: str = "",
) -> AuditEntry:
    """Write one entry. Call it inside the transaction of what it tells.

    Without a `user` it is the person at work on the desk. Raises ValueError for an action that
    `Action` does not list.
    """
    user = user or origin.person()
    return AuditEntry.objects.create(
        action=Action(action).value,
        user_pk=user.pk if user else None,
        user_name=printed_name(user)[:200],
        subject_model=subject._meta.label_lower if subject else "",
        subject_pk=str(subject.pk) if subject else "",
        subject_title=(printed_name(subject) if _is_person(subject) else str(subject or ""))[:300],
        before=before,
        after=after,
        note=note,
        origin=origin.place()[:100],
    )


def record_deletions(records) -> None:
    """Fills the place `records_deleted`."""
    for one in records:
        record("delete", one, note=str(one._meta.verbose_name))


def printed_name(user) -> str:
    """How the log names a person, for good: “Người Mẫu Một (nguoi-mau)”, or the login name alone."""
    if user is None:
        return ""
    name, login = name_of(user), user.get_username()
    return login if name == login else f"{name} ({login})"


def _is_person(subject) -> bool:
    return hasattr(subject, "get_username")
