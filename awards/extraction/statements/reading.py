"""From frames to statements: status, authority, year, and one statement a form, class and kind."""

from collections.abc import Iterator
from itertools import product

from awards.extraction.award_forms.form import Form
from awards.extraction.award_forms.lexicon import AUTHORITY_CARRIERS, Lexicon
from awards.extraction.framing.frame import Frame, Group
from awards.extraction.framing.frames import frames
from awards.extraction.framing.plainly import say_plainly
from awards.extraction.language import nouns
from awards.extraction.language.tokens import ENDS, Token, sentences
from awards.extraction.naming.name import Name
from awards.extraction.sentence import item as codes
from awards.extraction.statements.givers import Givers
from awards.extraction.statements.inheriting import Inheriting
from awards.extraction.statements.known import Known
from awards.extraction.statements.once import stated_once
from awards.extraction.statements.respectively import Respectively
from awards.extraction.statements.shared_forms import SharedForms
from awards.extraction.statements.statement import Statement
from awards.extraction.statements.status import Status
from awards.extraction.statements.years import Years


def statements(text: str, lexicon: Lexicon) -> list[Statement]:
    """Every statement of honours in a text, in reading order."""
    announced: list[Statement] = []
    found: list[Statement] = []
    people: list[str] = []
    topics: dict[str, Known] = {}
    for paragraph in _paragraphs(text):
        known: dict[str, Known] = {}
        told = [number for number, tokens in enumerate(paragraph, 1) if lexicon.may_be_mentioned(tokens)]
        for tokens in paragraph[: max(told, default=0)]:  # those before may say whom a pronoun means
            sentence = _Sentence(text, tokens, lexicon, known, people, topics)
            if tokens is paragraph[0]:
                sentence.tell_topics()
            headline = tokens is paragraph[0] and tokens[0].start == 0 and tokens[-1].text not in ENDS
            (announced if headline else found).extend(sentence.statements())
            known = sentence.known
    return stated_once(announced, found)


def _paragraphs(text: str) -> Iterator[list[list[Token]]]:
    """The sentences of each paragraph; an empty line parts them."""
    paragraph: list[list[Token]] = []
    for tokens in sentences(text):
        if paragraph and "\n\n" in text[paragraph[-1][-1].end : tokens[0].start]:
            yield paragraph
            paragraph = []
        paragraph.append(tokens)
    if paragraph:
        yield paragraph


def _common_kind(names: list[Name]) -> str | None:
    """The kind of all these names; None where they differ or there are none."""
    found = {name.kind for name in names}
    return found.pop() if len(found) == 1 else None


class _Sentence(Inheriting, Givers, Years, SharedForms, Respectively, Status):
    """Reads the statements of one sentence."""

    def statements(self) -> list[Statement]:
        told = self._told_of()
        found = list(self._statements())
        self.known = told
        return found

    def _statements(self) -> list[Statement]:
        if not any(form.by_law for item in self.items for form in item.forms):
            return []
        if self._is_denied():
            return []
        self._leave_out_who_speaks()
        self._name_whom_a_joined_pronoun_means()
        say_plainly(self.items)
        found: list[Statement] = []
        before: Group | None = None
        for frame in frames(self.items):
            for group in frame.groups:
                self._inherit(frame, group, before)
                found += self._of_group(frame, group)
            if frame.groups:
                before, self.before = frame.groups[-1], frame
        return found

    def _of_group(self, frame: Frame, group: Group) -> Iterator[Statement]:
        status = self._status(frame)
        if status is None or (self._is_anybody(group) and self._tells_a_rule()):
            return
        start, end = self._span(frame, group)
        authority, presenter = self._who(frame)
        authorities = (self._joint_givers(frame) if authority else []) or [authority]
        head = self.items[frame.head]
        for form, those in self._forms_with_theirs(frame, group):
            if not form.by_law:
                continue
            year = self._year(frame, those, form)
            told = product(self._full_names(form, authorities), self._recipients(frame, those, form))
            for name, (kind, count, names) in told:
                yield Statement(
                    form=name,
                    order_class=form.order_class,
                    recipient_kind=kind,
                    count=count,
                    names=names,
                    year=year,
                    status=status,
                    quote=self.text[start:end],
                    start=start,
                    end=end,
                    rule=self._rule(frame),
                    posthumous=head.text.startswith("truy"),
                    authority=authority,
                    presenter=presenter,
                    spans={"form": (self.tokens[form.start].start, self.tokens[form.end - 1].end)},
                )

    def _forms_with_theirs(self, frame: Frame, group: Group) -> Iterator[tuple[Form, Group]]:
        for part in self._in_turn(frame, group):
            yield from self._by_class(self._one_for_various(part), part)

    def _rule(self, frame: Frame) -> str:
        code = self.items[frame.head].code
        if code == codes.REVOKE:
            return "revoked"
        if code == codes.RECEIVE:
            return "received"
        return "given-passive" if frame.passive is not None else "given-active"

    def _full_names(self, form: Form, authorities: list[str]) -> list[str]:
        if form.has_authority or form.head not in AUTHORITY_CARRIERS or authorities[0] in {"", "Nhà nước"}:
            return [form.text]
        return [f"{form.text} của {self.lexicon.expand(authority)}" for authority in authorities]

    def _recipients(self, frame: Frame, group: Group, form: Form) -> Iterator[tuple]:
        """(kind, count, names) for each kind of recipient."""
        groups = [(*entry, item.counted.plural) for item in group.counted for entry in item.counted.groups]
        if len(groups) > 1 and isinstance(form.count, int) and all(plural for *_, plural in groups):
            yield None, form.count, []  # "12 Bằng khen cho các tập thể và cá nhân"
            return
        for kind, count, plural in groups:
            listed = [one.name for one in group.listed if self._is_kind(one.kind, kind)]
            count = None if plural and listed else count
            count = form.count if plural and isinstance(form.count, int) and not listed else count
            kind = kind or _common_kind(group.listed)
            yield kind, form.count if form.own_count else count, list(dict.fromkeys(listed))
        names = group.named if groups else [*group.named, *group.listed]
        for kind in dict.fromkeys(one.kind for one in names):
            own = list(dict.fromkeys(one.name for one in names if one.kind == kind))
            yield kind, form.count, own
        if not groups and not names:
            kind = self._pronoun(frame) or self.spoken_of or self._pronoun_of_the_sentence(frame)[0]
            kind = kind or self._pronoun_behind(frame)
            self.spoken_of = kind
            told = kind or frame.passive is not None
            kind = (told and self._holders(form)) or kind
            dated = frame.passive is not None and self._year(frame, group, form)
            if kind or form.count or dated:
                yield kind, form.count, []

    def _holders(self, form: Form) -> str | None:
        """Who bears a title that is counted itself: "Cục có 12 Chiến sĩ thi đua được công nhận"; heroes are of both kinds."""
        hero = form.head[:1] == ("anh",)
        return self.scanner.forms.kind_of_holders(form) if form.own_count and not hero else None

    def _is_kind(self, own: str, announced: str | None) -> bool:
        """A household is named by its head: "các hộ: ông A, bà B"."""
        return announced in {None, own} or (announced == nouns.HOUSEHOLD and own == nouns.INDIVIDUAL)

    def _span(self, frame: Frame, group: Group) -> tuple[int, int]:
        first = group.start
        if group is frame.groups[0]:
            proposed = [place for place in frame.governors if self.items[place].code == codes.PROPOSE]
            first = min([first, *proposed, *([frame.agent] if frame.agent is not None else [])])
        last = max(group.end, frame.head + 1)
        tokens = self.tokens[self.items[first].start], self.tokens[self.items[last - 1].end - 1]
        return tokens[0].start, tokens[1].end
