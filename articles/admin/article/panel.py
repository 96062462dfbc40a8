"""What stands beside the story's form: state, steps, links, history."""

from django.urls import reverse
from django.utils.functional import cached_property

from articles import share_links, workflow
from articles.admin.article.noting import Notes
from articles.admin.article.schedule import Plan
from articles.gate import ticking_off
from articles.models import Article, Correction, PreviewLink
from articles.sittings import presence
from articles.state_labels import state_label, step_label
from newsroom import places
from newsroom.people import name_of
from newsroom.site import absolute

SHOWN = 8


class Panel:
    """The story's surroundings for one person; a fixed number of queries."""

    def __init__(self, article: Article, user):
        self.article, self.user = article, user

    @property
    def is_new(self) -> bool:
        return self.article.pk is None

    @property
    def state(self):
        return state_label(self.article)

    @cached_property
    def steps(self) -> list[workflow.Step]:
        if self.is_new:
            return workflow.first_steps(self.user)
        return workflow.allowed_steps(self.article, self.user)

    @property
    def may_publish(self) -> bool:
        return any(step.name == "publish" for step in self.steps)

    @cached_property
    def may_edit(self) -> bool:
        return self.is_new or workflow.may_edit(self.article, self.user)

    @cached_property
    def gate(self) -> ticking_off.Judgement:
        return ticking_off.judge(self.article)

    @property
    def asks_reason(self) -> bool:
        return any(step.asks_for for step in self.steps)

    @cached_property
    def objections(self) -> list[tuple[workflow.Step, str]]:
        """Steps that wait for somebody else, with the reason."""
        return [] if self.is_new else workflow.objections(self.article, self.user)

    @property
    def sent_back(self):
        """The step that brought the story back with a reason, while nobody has moved it on since."""
        last = next((step for step, _label in self.transitions), None) if not self.is_new else None
        return last if last and last.step in ("return", "reopen") else None

    @cached_property
    def plan(self) -> Plan:
        return Plan(self.article, self.user)

    @cached_property
    def revisions(self) -> list:
        return list(self.article.revisions.select_related("user").defer("snapshot")[:SHOWN])

    @cached_property
    def others(self) -> list[tuple]:
        """Who else has the story open, and since when."""
        if self.is_new:
            return []
        sittings = [one for one in presence.others(self.article) if one.user_id != self.user.pk]
        first = {one.user_id: one for one in reversed(sittings)}
        return [(name_of(one.user), one.since) for one in first.values()]

    @cached_property
    def held_texts(self) -> list:
        """Texts that came too late and wait for a decision."""
        if self.is_new:
            return []
        return list(self.article.held_texts.filter(resolved_at=None).select_related("user").defer("snapshot"))

    @cached_property
    def transitions(self) -> list[tuple]:
        return [(one, step_label(one)) for one in self.article.transitions.select_related("user")[:SHOWN]]

    @cached_property
    def of_the_registry(self) -> list[str]:
        """Parts that other apps put beside the story."""
        return [part for part in places.ask("story_panels", self.user, self.article) if part]

    @property
    def may_share(self) -> bool:
        return self.user.has_perm("articles.add_previewlink")

    @property
    def may_revoke(self) -> bool:
        return self.user.has_perm("articles.change_previewlink")

    @cached_property
    def links(self) -> list[tuple[PreviewLink, str]]:
        """Open share links with their full addresses, for those who may make them."""
        if not self.may_share:
            return []
        links = PreviewLink.objects.usable().filter(revision__article=self.article)
        links = links.select_related("revision", "user").defer("revision__snapshot")
        return [(link, absolute(reverse("articles:preview", args=[link.token]))) for link in links]

    @cached_property
    def notes(self) -> Notes:
        return Notes(self.article, self.user)

    @property
    def share_days(self) -> list[tuple]:
        """How long a new link may stay open: days, words, whether that is usual."""
        return [(days, words, days == share_links.USUAL) for days, words in share_links.CHOICES.items()]

    @property
    def may_correct(self) -> bool:
        return self.user.has_perm("articles.add_correction")

    @cached_property
    def corrections(self) -> list[Correction]:
        return list(self.article.corrections.all())

    @property
    def correction_kinds(self) -> list[tuple]:
        return Correction.Kind.choices

    @property
    def may_delete(self) -> bool:
        return self.article.first_published_at is None and workflow.may_throw_away(self.article, self.user)
