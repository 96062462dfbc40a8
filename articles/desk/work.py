"""The stories that are worked on, as one person meets them: what is theirs to do, what others have."""

from django.conf import settings
from django.utils.functional import cached_property

from articles.models import Article, Byline, Transition
from articles.workflow import STEPS

State = Article.State
# The step that leads on from each stage. Who may take it is whom the story waits for.
NEXT_STEP = {State.SUBMITTED: "take", State.IN_EDIT: "ready", State.READY: "publish"}
CLOSED_TO_AUTHORS = {State.IN_EDIT, State.READY}
BACK = ("return", "reopen")
MOST = 500  # of each kind; nobody reads a longer work list


class Work:
    """What one person may see of the working stories, in a fixed number of queries.

    It goes by the rows of stories, so it may offer a step to which the newest revision objects.
    """

    def __init__(self, user):
        self.user = user

    @cached_property
    def stories(self) -> list[Article]:
        """Stories that have left their writers, drafts of this person, and every update under way."""
        visible = Article.objects.visible_to(self.user)
        handed_in = visible.filter(state__in=NEXT_STEP)
        drafts = visible.own(self.user).filter(state=State.DRAFT)
        updates = visible.exclude(update_state="")
        return [story for rows in (handed_in, drafts, updates) for story in _newest(rows)]

    @cached_property
    def _signed(self) -> set[int]:
        ids = [story.pk for story in self.stories]
        lines = Byline.objects.filter(author__user=self.user, article__in=ids)
        return set(lines.order_by().values_list("article", flat=True))

    @cached_property
    def came_back(self) -> dict[int, Transition]:
        """Own drafts whose last step led back, with that step and its reason."""
        ids = [story.pk for story in self.stories if self._is_own_draft(story)]
        steps = Transition.objects.filter(article__in=ids).select_related("user").order_by("at", "pk")
        last = {step.article_id: step for step in steps}
        return {pk: step for pk, step in last.items() if step.step in BACK}

    @cached_property
    def waiting(self) -> list[Article]:
        """What this person can do something about: the most urgent first, then what waits longest."""
        found = [story for story in self.stories if self._waits(story)]
        return sorted(found, key=lambda story: (story.due_at is None, story.due_at, story.modified_at))

    @cached_property
    def with_others(self) -> list[Article]:
        """Own stories whose next step is for somebody else."""
        return self._in_order(
            story
            for story in self.stories
            if story.stage != State.DRAFT and self._is_own(story) and not self._waits(story)
        )

    @cached_property
    def drafts(self) -> list[Article]:
        return self._in_order(
            story for story in self.stories if self._is_own_draft(story) and not self._waits(story)
        )

    def _waits(self, story: Article) -> bool:
        if story.stage == State.DRAFT:
            given = story.assignee_id == self.user.pk != story.created_by_id
            return given or story.pk in self.came_back
        if not self.user.has_perm(STEPS[NEXT_STEP[story.stage]].permission):
            return False
        if settings.FOUR_EYES and story.stage in CLOSED_TO_AUTHORS and self._is_author(story):
            return False
        # An editor who is named for it has it; the writer's name on it says nothing about the editing.
        others = {None, self.user.pk, story.created_by_id}
        return story.stage != State.IN_EDIT or story.assignee_id in others

    def _is_own_draft(self, story: Article) -> bool:
        return story.stage == State.DRAFT and self._is_own(story)

    def _is_author(self, story: Article) -> bool:
        return story.created_by_id == self.user.pk or story.pk in self._signed

    def _is_own(self, story: Article) -> bool:
        return self._is_author(story) or story.assignee_id == self.user.pk

    def _in_order(self, stories) -> list[Article]:
        return sorted(stories, key=lambda story: story.modified_at, reverse=True)


def light(stories):
    """Rows for a line of a list, without what is wide."""
    wide = ("body", "story_html", "standfirst", "withdrawal_notice")
    return (
        stories.select_related("section", "created_by", "assignee")
        .defer(*wide)
        .order_by("-modified_at", "-pk")
    )


def _newest(stories) -> list[Article]:
    """The few that are worked on, found first and sorted then: in order, a database reads all that are out."""
    moments = sorted(stories.order_by().values_list("modified_at", "pk"), reverse=True)
    return list(light(Article.objects.filter(pk__in=[pk for _moment, pk in moments[:MOST]])))
