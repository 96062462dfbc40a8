"""The registry editors' part of the desk, a module per noun."""

from awards.admin import (
    announcement,
    award_form,
    campaign,
    decision,
    event,
    evidence,
    exemplary_model,
    honour,
    merge,
    organisation,
    person,
    target,
)

__all__ = [
    "announcement",
    "award_form",
    "campaign",
    "decision",
    "event",
    "evidence",
    "exemplary_model",
    "honour",
    "merge",
    "organisation",
    "person",
    "target",
]
