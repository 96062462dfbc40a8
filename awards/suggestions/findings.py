"""Campaigns, numbered tasks and exemplary models that a story states, beside the registry."""

from dataclasses import dataclass, field

from articles.models import Article
from awards.extraction.campaigns import campaigns
from awards.extraction.practice import models, tasks
from awards.models import Campaign, DismissedSuggestion, ExemplaryModel, Organisation, Person, Target
from awards.suggestions.matching import suggestions_of, texts_of
from awards.suggestions.setting_aside import fingerprint, set_aside_of
from awards.suggestions.suggestion import State, Suggestion
from newsroom.vietnamese import fold


@dataclass
class Finding:
    """One campaign, task or model; `filled` is what its form begins with."""

    model: type
    title: str
    quote: str
    block: str
    filled: dict = field(default_factory=dict)
    facts: list[str] = field(default_factory=list)
    records: list = field(default_factory=list)
    dismissal: DismissedSuggestion | None = None

    @property
    def state(self) -> str:
        if self.records:
            return State.RECORDED
        return State.DISMISSED if self.dismissal else State.NEW

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an editor."""
        return self.state == State.NEW

    @property
    def keys(self) -> list:
        """What a record of it is known by: folded names; of a task its number."""
        if self.model is Target:
            return [self.filled["number"]]
        if self.model is Campaign:
            return [_called(self.title), fold(self.filled["slogan"] or "")]
        return [fold(self.title), fold(f"{self.filled['word']} {self.title}")]

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.model._meta.model_name, self.title, self.quote)

    @property
    def state_label(self):
        return State(self.state).label

    @property
    def kind(self):
        return self.model._meta.verbose_name


def names_of(record) -> list[str]:
    """What a campaign or a model is known by in any story, folded; other records are not."""
    if isinstance(record, Campaign):
        return [name for name in (_called(record.name), fold(record.slogan)) if name]
    return [fold(record.name)] if isinstance(record, ExemplaryModel) else []


def stated_in(article: Article) -> tuple[list[Suggestion], list[Finding]]:
    """All that the working copy suggests to the registry."""
    texts = texts_of(article)
    return suggestions_of(article, texts), findings_of(article, texts)


def findings_of(article: Article, texts: dict[str, str] | None = None) -> list[Finding]:
    """What the working copy states besides honours, each thing once; a fixed number of queries."""
    texts = texts_of(article) if texts is None else texts
    found = [*_campaigns(texts), *_tasks(texts), *_models(texts)]
    if found:
        _compare(found, article)
    return found


def _campaigns(texts: dict[str, str]) -> list[Finding]:
    by_name: dict[str, Finding] = {}
    for block, text in texts.items():
        for one in campaigns(text):
            filled = {
                "name": one.name,
                "slogan": one.slogan,
                "starts_year": one.starts_year,
                "ends_year": one.ends_year,
                "launching_body": one.launching_body,
                "launched_by": one.launched_by,
            }
            finding = by_name.setdefault(_called(one.name), Finding(Campaign, one.name, one.quote, block))
            if sum(map(bool, filled.values())) > sum(map(bool, finding.filled.values())):
                finding.quote, finding.block = one.quote, block
            finding.filled = {key: finding.filled.get(key) or value for key, value in filled.items()}
            said = [one.slogan, one.launching_body, one.launched_by, one.launched_on, one.answers]
            finding.facts += [fact for fact in said if fact and fact not in finding.facts]
    return list(by_name.values())


def _called(name: str) -> str:
    """What all names of a campaign that are told apart by a customary word alone have in common."""
    return fold(name).replace(" thi dua yeu nuoc ", " thi dua ")


def _tasks(texts: dict[str, str]) -> list[Finding]:
    """Tasks run over paragraphs, so they are read from the whole text."""
    blocks = {text: block for block, text in texts.items()}
    return [
        Finding(
            Target,
            f"{one.number}. {one.text}",
            one.quote,
            next((block for text, block in blocks.items() if one.quote in text), ""),
            {"number": one.number, "text": one.text, "due_year": one.due_year},
        )
        for one in tasks("\n".join(texts.values()))
    ]


def _models(texts: dict[str, str]) -> list[Finding]:
    return [
        Finding(
            ExemplaryModel,
            one.name,
            one.quote,
            block,
            {"name": one.name[:1].upper() + one.name[1:], "word": one.word, "organisation": one.unit},
            [one.word, one.unit],
        )
        for block, text in texts.items()
        for one in models(text)
    ]


# Against the registry ---------------------------------------------------------------------------------


def _compare(found: list[Finding], article: Article) -> None:
    known, set_aside = _known(article), set_aside_of(article)
    for finding in found:
        records = known[finding.model]
        finding.records = list(dict.fromkeys(records[key] for key in finding.keys if key in records))
        finding.dismissal = set_aside.get(finding.fingerprint)
    _find_bearers(found)


def _known(article: Article) -> dict[type, dict]:
    """The records of each model by what they are known by; tasks are those that this story proves."""
    return {
        Campaign: {name: one for one in Campaign.objects.all() for name in names_of(one)},
        ExemplaryModel: {name: one for one in ExemplaryModel.objects.all() for name in names_of(one)},
        Target: {one.number: one for one in Target.objects.filter(evidence__article=article)},
    }


def _find_bearers(found: list[Finding]) -> None:
    """Units and people by their printed names: the form begins with their keys, or empty."""
    bodies = _by_name(Organisation, "name", found, ("launching_body", "organisation"))
    people = _by_name(Person, "full_name", found, ("launched_by",))
    for finding in found:
        for column, bearers in (
            ("launching_body", bodies),
            ("organisation", bodies),
            ("launched_by", people),
        ):
            if column in finding.filled:
                bearer = bearers.get(fold(finding.filled[column]))
                finding.filled[column] = bearer.pk if bearer else ""


def _by_name(model, column: str, found: list[Finding], fields: tuple[str, ...]) -> dict:
    names = {fold(finding.filled[name]) for finding in found for name in fields if finding.filled.get(name)}
    return {fold(getattr(one, column)): one for one in model.objects.filter(name_fold__in=names)}
