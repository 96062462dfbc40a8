"""The state of a story as a small label: a word, a shape and a colour."""

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Transition
from articles.workflow import STEPS

SHAPES = {
    Article.State.DRAFT: "○",
    Article.State.SUBMITTED: "◔",
    Article.State.IN_EDIT: "◑",
    Article.State.READY: "◕",
    Article.State.PUBLISHED: "●",
    Article.State.WITHDRAWN: "⊘",
}

# What `articles.schedule` puts on record; the state stays as it is.
PLANNING = {
    "schedule": gettext_lazy("Update scheduled"),
    "unschedule": gettext_lazy("Scheduled update cancelled"),
    "move": gettext_lazy("Moved to another time"),
    "miss": gettext_lazy("Scheduled update did not go out"),
}


def state_label(article: Article):
    """The label, as safe HTML; a published story that readers do not see yet is scheduled.

    An update under way has a label of its own behind it.
    """
    name, word = article.state, article.get_state_display()
    if name == Article.State.PUBLISHED and not article.is_public:
        expired = article.was_public
        name, word = ("withdrawn", _("Gone off")) if expired else ("scheduled", _("Scheduled"))
    label = _label(name, "◷" if name == "scheduled" else SHAPES[article.state], word)
    if not article.update_state:
        return label
    update = _("update: %(state)s") % {"state": article.get_update_state_display().lower()}
    return label + _label(article.update_state, SHAPES[article.update_state], update)


def state_mark(state: str):
    """The label of a state by itself, as safe HTML."""
    return _label(state, SHAPES[state], Article.State(state).label)


def _label(name: str, shape: str, word: str):
    return format_html(
        '<span class="state state--{}"><span aria-hidden="true">{}</span> {}</span> ', name, shape, word
    )


def step_label(transition: Transition) -> str:
    """“Submit: Draft → Submitted”, in the editor's language."""
    words = dict(Article.State.choices)
    before, after = (words.get(state, state) for state in (transition.before, transition.after))
    if transition.step in PLANNING:
        return str(PLANNING[transition.step])
    step = STEPS.get(transition.step)
    return f"{step.label if step else transition.step}: {before} → {after}"
