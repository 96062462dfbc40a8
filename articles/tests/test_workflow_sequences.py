"""Whatever a newsroom does in whatever order: the table holds, nobody approves themselves, nothing is lost."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from articles import binning, workflow, working_copy
from articles.models import Article, AuditEntry, Revision, Transition
from articles.roles import ROLES
from articles.tests.factories import make_author, make_draft, make_section, make_user

pytestmark = pytest.mark.django_db

OUT = ("published", "withdrawn")
TEXTS = st.sampled_from(["<p>Một.</p>", "<p>Hai.</p><p>Ba.</p>", ""])


def targets(step: workflow.Step, before: str, state: str) -> set[str]:
    """Stages in which the table lets the step end."""
    if before not in step.origins:
        return set()
    if step.name == "withdraw":
        return {step.target, before}  # an update stays under way
    return {step.target, state} if step.name == "discard" else {step.target}


class Newsroom(RuleBasedStateMachine):
    """People of every role do what comes to their mind with a few stories."""

    stories = Bundle("stories")

    def __init__(self):
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.section = make_section()
        names = [*ROLES, "managing_editor"]
        self.people = [make_user(role) for role in names]
        self.authors = [make_author(user=person) for person in self.people]
        self.snapshots: dict[int, dict] = {}

    def teardown(self):
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    @rule(target=stories, who=st.integers(0, 5), signs=st.none() | st.integers(0, 5), body=TEXTS)
    def begin(self, who, signs, body):
        authors = [] if signs is None else [self.authors[signs]]
        return make_draft(user=self.people[who], authors=authors, body=body, section=self.section).pk

    @rule(story=stories, who=st.integers(0, 5), body=TEXTS, signs=st.none() | st.integers(0, 5))
    def write(self, story, who, body, signs):
        article, user = Article.objects.get(pk=story), self.people[who]
        if not workflow.may_edit(article, user):
            return
        line = {"role": "author", "job_title": "", "raw_line": ""}
        bylines = [] if signs is None else [{"author": self.authors[signs].pk, **line}]
        working_copy.save(article, {"body": body, "bylines": bylines}, user=user)

    @rule(story=stories, who=st.integers(0, 5), which=st.integers(0, 9))
    def take_an_open_step(self, story, who, which):
        article, user = Article.objects.get(pk=story), self.people[who]
        if steps := workflow.allowed_steps(article, user):
            self.try_step(story, who, steps[which % len(steps)].name, "Vì lẽ ấy.")

    @rule(
        story=stories,
        who=st.integers(0, 5),
        name=st.sampled_from([*workflow.STEPS, "no such step"]),
        reason=st.sampled_from(["", "Vì lẽ ấy."]),
    )
    def try_step(self, story, who, name, reason):
        before, user = Article.objects.get(pk=story), self.people[who]
        allowed = name in {step.name for step in workflow.allowed_steps(before, user)}
        try:
            with transaction.atomic():
                after = workflow.take_step(before, name, user, reason=reason)
        except PermissionDenied:
            assert not allowed
        except ValidationError:
            assert allowed
        else:
            assert allowed
            assert user.has_perm(workflow.STEPS[name].permission)
            assert after.stage in targets(workflow.STEPS[name], before.stage, before.state)
            return
        now = Article.objects.get(pk=story)
        assert (now.state, now.update_state) == (before.state, before.update_state)

    @rule(story=stories, who=st.integers(0, 5))
    def throw_away_or_take_back(self, story, who):
        article, user = Article.objects.get(pk=story), self.people[who]
        if workflow.may_take_back(article, user):
            binning.take_back(article, user=user)
        elif workflow.may_throw_away(article, user):
            try:
                with transaction.atomic():
                    binning.throw_away(article, user=user)
            except ValidationError:
                assert article.first_published_at is not None

    @invariant()
    def every_step_on_record_is_one_of_the_table(self):
        for one in Transition.objects.select_related("article"):
            assert one.after in targets(workflow.STEPS[one.step], one.before, one.article.state) | set(
                OUT if one.step == "discard" else ()
            )

    @invariant()
    def every_text_that_went_out_was_read_by_a_second_person(self):
        for out in Transition.objects.filter(step="publish").select_related("revision", "article"):
            revision = out.revision
            signers = {line["author"] for line in revision.snapshot["bylines"]}
            interested = {author.user_id for author in self.authors if author.pk in signers}
            interested |= {out.article.created_by_id, revision.user_id}
            readers = Transition.objects.filter(
                revision=revision, step__in=("ready", "publish"), pk__lte=out.pk
            )
            assert set(readers.values_list("user", flat=True)) - interested

    @invariant()
    def no_snapshot_is_lost_or_changed(self):
        now = dict(Revision.objects.values_list("pk", "snapshot"))
        assert {pk: now.get(pk) for pk in self.snapshots} == self.snapshots
        self.snapshots = now

    @invariant()
    def what_readers_have_is_a_text_that_was_published(self):
        for article in Article.objects.filter(state__in=OUT, first_published_at__isnull=False):
            shown = article.transitions.filter(step="publish").first().revision.snapshot
            assert working_copy.snapshot_of(article) == shown
            if not article.update_state:
                assert not working_copy.has_unpublished_changes(article)

    @invariant()
    def every_step_is_in_the_audit_log(self):
        actions = ("step", "publish", "withdraw")
        assert AuditEntry.objects.filter(action__in=actions).count() == Transition.objects.count()


def test_any_sequence_of_saves_and_steps_by_anybody_keeps_the_rules():
    # Shrinking a sequence of this length takes minutes and tells little more.
    quick = settings(
        max_examples=15,
        stateful_step_count=25,
        deadline=None,
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
    )
    run_state_machine_as_test(Newsroom, settings=quick)
