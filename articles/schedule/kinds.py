"""What can happen to a story on a day of the calendar: a word and a sign each."""

from django.utils.translation import gettext_lazy as _

PUBLICATION, UPDATE, GOING_OFF = "publication", "update", "going-off"
DEADLINE, WITHDRAWAL = "deadline", "withdrawal"
WORDS = {
    PUBLICATION: _("Publication"),
    UPDATE: _("Update"),
    GOING_OFF: _("Going off"),
    DEADLINE: _("Due"),
    WITHDRAWAL: _("Withdrawn"),
}
SHAPES = {PUBLICATION: "●", UPDATE: "↻", GOING_OFF: "⊘", DEADLINE: "⚑", WITHDRAWAL: "✕"}
# What can be moved while it is still to come.
MOVABLE = (PUBLICATION, UPDATE, GOING_OFF, DEADLINE)
