"""From frames to statements: status, authority, year, and one statement a form, class and kind."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from awards.extraction import frames as framing
from awards.extraction import items as codes
from awards.extraction import nouns, words
from awards.extraction.forms import Form
from awards.extraction.frame import HEADS, RECIPIENTS, Frame, Group
from awards.extraction.items import Item, Scanner
from awards.extraction.lexicon import AUTHORITY_CARRIERS, Lexicon
from awards.extraction.names import Name
from awards.extraction.statement import Statement
from awards.extraction.tokens import Token, sentences
from awards.extraction.words import AWARDED, PROPOSED, REVOKED


def statements(text: str, lexicon: Lexicon) -> list[Statement]:
    """Every statement of honours in a text, in reading order."""
    found: dict[str, Statement] = {}
    for tokens in sentences(text):
        for statement in _Sentence(text, tokens, lexicon).statements():
            found.setdefault(repr(statement.as_contract()), statement)  # a caption may be printed twice
    return list(found.values())


class _Sentence:
    def __init__(self, text: str, tokens: list[Token], lexicon: Lexicon):
        self.text, self.tokens, self.lexicon = text, tokens, lexicon
        self.scanner = Scanner(text, tokens, lexicon)
        self.items: list[Item] = []

    def statements(self) -> list[Statement]:
        self.items = self.scanner.items()
        if not any(item.code == codes.FORMS for item in self.items):
            return []
        framing.supply_verb(self.items)
        framing.join_verbs(self.items)
        found: list[Statement] = []
        before: Group | None = None
        self.before: Frame | None = None  # the last verb with forms
        self.carried = False  # the last frame, though active, had its recipients from a passive before it
        self.silenced = -1  # the last verb under an aim, whose scope runs on
        for frame in framing.frames(self.items):
            for group in frame.groups:
                self._inherit(frame, group, before)
                found += self._of_group(frame, group)
            if frame.groups:
                before, self.before = frame.groups[-1], frame
        return found

    def _inherit(self, frame: Frame, group: Group, before: Group | None) -> None:
        """ "A đón nhận Huân chương và được tặng Cờ": the second verb has the first one's subject."""
        if frame.subject or group.has_recipients:
            self.carried = False
            return
        carried, self.carried = self.carried, False
        spoken_of = frame.passive is not None or self.items[frame.head].code == codes.RECEIVE
        goes_on = before and (
            (spoken_of and (self._joined(frame, before) or self._elided(frame)))
            or self._another_gives(frame, before, carried)
        )
        if before and goes_on:
            group.counted, group.named, group.listed = before.counted, before.named, before.listed
        elif kind := self._pronoun(frame):
            group.named = self._only_one_named(kind, frame)

    def _another_gives(self, frame: Frame, before: Group, carried: bool) -> bool:
        """ "A được B tặng Bằng khen, C tặng Cờ thi đua": the subject of the passive goes on."""
        passive = self.before is not None and (self.before.passive is not None or carried)
        self.carried = (
            passive
            and frame.agent is not None
            and all(item.code in {",", "v"} for item in self.items[before.end : frame.start])
        )
        return self.carried

    def _only_one_named(self, kind: str, frame: Frame) -> list[Name]:
        """ "Trung úy A ngã xuống; anh được truy tặng …": the one of that kind whom the sentence has named."""
        stop = frame.passive if frame.passive is not None else frame.head
        if (
            stop > 1
            and self._pronoun_at(self.items[stop - 1].start)
            and self.items[stop - 2].text in nouns.KIN
        ):
            return []
        names = [item.name for item in self.items[: frame.start] if item.name and item.name.kind == kind]
        return names if len({name.name for name in names}) == 1 else []

    def _joined(self, frame: Frame, before: Group) -> bool:
        """Whether nothing but "và", "đồng thời" and the like parts the verb from what stands before it."""
        stop = frame.passive if frame.passive is not None else frame.head
        return all(
            item.code in {",", "v", ";", codes.YEAR} or item.text in words.JOINING or item.text.isdigit()
            for item in self.items[before.end : stop]
        )

    def _elided(self, frame: Frame) -> bool:
        """ "ông A được tặng …, năm 2020 là …, năm 2022 được tặng …": the clause has no subject of its own."""
        stop = frame.passive if frame.passive is not None else frame.head
        clause = next((at for at in range(stop - 1, -1, -1) if self.items[at].code in {",", ";"}), 0)
        own = self.items[clause + 1 : stop]
        return bool(own) and all(
            item.code == codes.YEAR or item.text in words.JOINING | {"năm"} or item.text.isdigit()
            for item in own
        )

    def _of_group(self, frame: Frame, group: Group) -> Iterator[Statement]:
        status = self._status(frame)
        if status is None:
            return
        start, end = self._span(frame, group)
        authority, presenter = self._who(frame)
        head = self.items[frame.head]
        for form, those in self._by_class(self._one_for_various(group), group):
            year = self._year(frame, those, form)
            for kind, count, names in self._recipients(frame, those, form):
                yield Statement(
                    form=self._full_name(form, authority),
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

    def _share(self, forms: list[Form]) -> None:
        """ "nhiều Bằng khen, Giấy khen của A": the number before the first, the authority behind the last."""
        rows = [(one, other) for one, other in pairwise(forms) if other.start - one.end == 1]
        rows = [row for row in rows if self.tokens[row[0].end].low in {",", "và"} and row[1].count is None]
        for one, other in rows:
            other.count = "many" if one.count == "many" else None
        for one, other in reversed(rows):
            carriers = one.head in AUTHORITY_CARRIERS and other.head in AUTHORITY_CARRIERS
            if carriers and other.has_authority and not one.has_authority:
                one.text += other.text[len(" ".join(other.head)) :]
                one.has_authority = True

    def _by_class(self, forms: list[Form], group: Group) -> Iterator[tuple[Form, Group]]:
        """ "… gồm: A (hạng Nhất, năm 2019); B (hạng Ba, năm 2021)": each class with its own names."""
        names = [*group.named, *group.listed]
        if not names or not all(name.order_class for name in names):
            yield from ((form, group) for form in forms)
            return
        for form in forms:
            for order_class in dict.fromkeys(name.order_class for name in names):
                of_class = [name for name in names if name.order_class == order_class]
                years = {name.year for name in of_class}
                year = years.pop() if len(years) == 1 else None
                yield (
                    replace(form, order_class=order_class, year=form.year or year),
                    replace(group, counted=[], named=of_class, listed=[]),
                )

    def _one_for_various(self, group: Group) -> list[Form]:
        """ "Hai tập thể được tặng … hạng Nhì, hạng Ba": who got which is not said."""
        self._share(group.forms)
        numbers = [
            count for item in group.counted for _kind, count in item.counted.groups if isinstance(count, int)
        ]
        kept: list[Form] = []
        with_class = {form.text for form in group.forms if form.order_class}
        for form in group.forms:
            if form.order_class is None and form.count is None and form.text in with_class:
                continue  # "Huân chương Chiến công: hạng Ba năm 2009 và hạng Nhì năm 2014"
            same = next(
                (one for one in kept if one.text == form.text and one.order_class and not form.own_count),
                None,
            )
            if same and numbers and not same.own_count:
                same.order_class = "various"
            else:
                kept.append(form)
        return kept

    def _rule(self, frame: Frame) -> str:
        code = self.items[frame.head].code
        if code == codes.REVOKE:
            return "revoked"
        if code == codes.RECEIVE:
            return "received"
        return "given-passive" if frame.passive is not None else "given-active"

    # Whether it is a statement -----------------------------------------------------------------------

    def _status(self, frame: Frame) -> str | None:
        """awarded, proposed or revoked; None for hopes, aims, conditions and what did not happen."""
        if self.items[0].code == codes.AIM:
            return None  # "Phấn đấu đến năm 2030, …"
        for place in frame.governors:
            item = self.items[place]
            comma_after = any(one.code in {",", ";"} for one in self.items[place + 1 : frame.head])
            if item.text == "để" and any(
                self.items[later].code == codes.PROPOSE for later in frame.governors if later > place
            ):
                continue  # "hoàn thiện hồ sơ để trình … tặng"
            if item.code == codes.HOPE or (item.code in {codes.AIM, codes.NOT} and not comma_after):
                self.silenced = frame.head if item.code != codes.NOT else self.silenced
                return None
        if self.silenced >= 0 and not any(
            item.code == ";" or item.text in {"đã", "vừa"} for item in self.items[self.silenced : frame.head]
        ):
            return None
        if self._is_planned(frame):
            return None
        if any(self.items[place].code == codes.PROPOSE for place in frame.governors):
            return PROPOSED
        return REVOKED if self.items[frame.head].code == codes.REVOKE else AWARDED

    def _is_planned(self, frame: Frame) -> bool:
        """ "phấn đấu cuối năm có …, Đảng bộ được tặng …": a plan holds for all that its clauses list."""
        for place in range(frame.head - 1, -1, -1):
            item = self.items[place]
            if item.code == ";" or item.text in {"đã", "vừa"}:
                return False
            if item.code == codes.AIM and item.text in words.PLANS:
                after = self.items[place + 1]
                return after.code == codes.YEAR or after.text in words.PLANNING
        return False

    # Who ----------------------------------------------------------------------------------------------

    def _who(self, frame: Frame) -> tuple[str, str]:
        """(who conferred, who handed it over), as far as the sentence says."""
        mandate = next((item.text for item in self.items[: frame.head] if item.code == codes.MANDATE), "")
        agent = self.items[frame.agent] if frame.agent is not None else None
        if agent is None and not mandate and self._same_giver(frame):
            return self._who(self.before)
        if agent is None and not mandate:
            decided = [item.text for item in self.items[: frame.head] if item.code == codes.DECIDED]
            return (decided[-1] if decided else ""), ""
        if agent is None or agent.code == codes.MANDATE:
            return mandate, ""
        if agent.code == codes.DECIDED:
            return agent.text, ""
        text = agent.text
        if mandate:
            return mandate, text
        return ("", text) if self._presents(frame, agent) else (text, "")

    def _presents(self, frame: Frame, agent: Item) -> bool:
        """Whether who gives only hands over: a deputy, a body's leaders, somebody who just “trao”."""
        if agent.text.lower().startswith(("phó", "thứ")) or self._text_before(agent) in {"đạo", "diện"}:
            return True
        person = agent.name is not None and agent.name.kind == nouns.INDIVIDUAL
        office = nouns.AUTHORITY_HEADS.match(agent.text.lower().split(), 0)[0] > 0
        active = frame.passive is None
        return self.items[frame.head].text in {"trao", "gắn"} and (person or (office and active))

    def _text_before(self, item: Item) -> str:
        return self.scanner.names.low(item.start - 1)

    def _same_giver(self, frame: Frame) -> bool:
        """ "Bộ tặng Cờ thi đua cho A; tặng Bằng khen cho B": who gives is said once."""
        given = frame.passive is None and self.items[frame.head].code == codes.GIVE
        return given and self.before is not None and self.before is not frame and self.before.passive is None

    def _full_name(self, form: Form, authority: str) -> str:
        if form.has_authority or form.head not in AUTHORITY_CARRIERS or not authority:
            return form.text
        return f"{form.text} của {self.lexicon.expand(authority)}"

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
            yield kind, form.count if form.own_count else count, list(dict.fromkeys(listed))
        names = group.named if groups else [*group.named, *group.listed]
        for kind in dict.fromkeys(one.kind for one in names):
            own = list(dict.fromkeys(one.name for one in names if one.kind == kind))
            yield kind, form.count, own
        if not groups and not names:
            kind = self._pronoun(frame) or self._pronoun_of_the_sentence(frame)
            dated = frame.passive is not None and self._year(frame, group, form)
            if kind or form.count or dated:
                yield kind, form.count, []

    def _is_kind(self, own: str, announced: str | None) -> bool:
        """A household is named by its head: "các hộ: ông A, bà B"."""
        return announced in {None, own} or (announced == nouns.HOUSEHOLD and own == nouns.INDIVIDUAL)

    def _pronoun(self, frame: Frame) -> str | None:
        """The kind of an unnamed subject: "đơn vị", "ông"."""
        if frame.passive is None and self.items[frame.head].code != codes.RECEIVE:
            verb = self.items[frame.head]
            to = [item.end for item in self.items[frame.head : frame.end] if item.code == codes.TO]
            return self._pronoun_at(to[-1] if to else verb.end)
        stop = frame.passive if frame.passive is not None else frame.head
        for place in range(stop - 1, max(stop - 9, -1), -1):
            item, after = self.items[place], self.items[place + 1]
            if item.code in {",", ";", codes.FORMS} | HEADS or (
                item.text == "có" and after.text[:1].isdigit()
            ):
                return None
            if kind := self._pronoun_at(self.items[place].start):
                if (
                    self.items[place - 1].text in {"mỗi", "mọi"}
                    or after.text == "nào"
                    or self._tells_a_rule()
                ):
                    return None
                whose = self._pronoun_at(max(self.items[place].start - 2, 0))
                return whose if whose == nouns.HOUSEHOLD else kind  # "gia đình ông"
        return None

    def _tells_a_rule(self) -> bool:
        names = self.scanner.names
        return any(names.phrase(at, words.RULES) > at for at in range(len(self.tokens)))

    def _pronoun_of_the_sentence(self, frame: Frame) -> str | None:
        """ "Đơn vị 2 lần được công nhận …; 5 lần được …": the one of whom the whole sentence tells."""
        spoken_of = frame.passive is not None or self.items[frame.head].code == codes.RECEIVE
        if not spoken_of or any(item.code in RECIPIENTS for item in self.items[: frame.start]):
            return None
        for place in range(frame.start - 1, -1, -1):
            before = self.items[place - 1]
            opens = not place or before.code in {",", ";", ":"} or before.text in words.CLAUSE_OPENERS
            if opens and (kind := self._pronoun_at(self.items[place].start)):
                generic = self.items[place + 1].text == "nào" or self._tells_a_rule()
                return None if generic else kind
        return None

    def _pronoun_at(self, at: int) -> str | None:
        return nouns.PRONOUNS.match(self.scanner.names.lows, at)[1]

    # Where and when --------------------------------------------------------------------------------------

    def _span(self, frame: Frame, group: Group) -> tuple[int, int]:
        first = group.start
        if group is frame.groups[0]:
            proposed = [place for place in frame.governors if self.items[place].code == codes.PROPOSE]
            first = min([first, *proposed, *([frame.agent] if frame.agent is not None else [])])
        last = max(group.end, frame.head + 1)
        tokens = self.tokens[self.items[first].start], self.tokens[self.items[last - 1].end - 1]
        return tokens[0].start, tokens[1].end

    def _year(self, frame: Frame, group: Group, form: Form) -> int | None:
        return form.year or group.year or self._sentence_year(frame)

    def _was_decided(self, date: int, head: int) -> bool:
        """ "Ngày 5/6/2018, Chủ tịch nước ký quyết định tặng …", "tại Quyết định số 12 ngày 5/6/2018"."""
        said = [item.text for item in self.items[max(date - 12, 0) : head]]
        return ("quyết", "định") in pairwise(said)

    def _sentence_year(self, frame: Frame) -> int | None:
        """A year that the sentence, or the clause before the verb, begins with."""
        depth = 0
        for place in range(frame.head - 1, -1, -1):
            item = self.items[place]
            depth += {")": 1, "(": -1}.get(item.code, 0)
            if item.code == codes.DATE and not depth and self._was_decided(place, frame.head):
                return item.year
            if item.code != codes.YEAR or depth:
                continue
            opens = (
                place == 0
                or self.items[place - 1].code in {",", ";", ":", "v"}
                or (self.items[place - 1].text in words.INTO_A_YEAR and place <= 2)
                or (
                    self.items[place + 1].code == ":"
                    and self.items[place - 1].text in {"quả", "trong", "riêng"}
                )
            )
            if any(one.code == codes.YEAR for one in self.items[max(place - 2, 0) : place]):
                return None  # two years share one verb
            beside = self.items[place - 1].code in RECIPIENTS and place - 1 in frame.subject
            return (
                item.year
                if opens or beside or self.items[place - 1].text in {"-", "–", "đó", "riêng"}
                else None
            )
        return None
