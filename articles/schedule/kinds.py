"""What can happen to a story on a day of the calendar: a word and a sign each."""

from django.utils.translation import gettext_lazy as _

PUBLICATION, UPDATE, GOING_OFF, WITHDRAWAL = "publication", "update", "going-off", "withdrawal"
WORDS = {
    PUBLICATION: _("Goes out"),
    UPDATE: _("Update"),
    GOING_OFF: _("Goes off"),
    WITHDRAWAL: _("Withdrawn"),
}
SHAPES = {PUBLICATION: "●", UPDATE: "↻", GOING_OFF: "⊘", WITHDRAWAL: "✕"}
# What can be moved while it is still to come.
MOVABLE = (PUBLICATION, UPDATE, GOING_OFF)
