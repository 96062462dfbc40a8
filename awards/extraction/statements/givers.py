"""Who conferred and who only handed over."""

from awards.extraction.framing.frame import Frame
from awards.extraction.language import nouns
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item
from awards.extraction.statements.told import Told

_JOINING = {"và", ","}
_FRONTING = {"sau", "trước", "khi", "cùng", "với", "ngoài", "việc", "bên", "cạnh"}
_BESIDE = {"của", "với", "cùng", "giữa", "tại", "ở"}


def _is_of_another(items: list[Item], place: int) -> bool:
    """ "lãnh đạo Sở A và Sở B trao", "phối hợp với Sở A và Sở B", "… cho Sở A và Sở B tặng": not who confers."""
    before = items[place - 1]
    return place > 0 and (
        before.code in {codes.TO, codes.LIST} or before.text in {*_BESIDE, "đạo", "diện", "hợp"}
    )


class Givers(Told):
    """Reads who gave from the verb, its clause and the mandate of the sentence."""

    def _who(self, frame: Frame) -> tuple[str, str]:
        """(who conferred, who handed it over), as far as the sentence says."""
        mandate = next((item.text for item in self.items[: frame.head] if item.code == codes.MANDATE), "")
        agent = self.items[frame.agent] if frame.agent is not None else None
        if agent is None and not mandate and self._same_giver(frame):
            return self._who(self.before)
        if agent is None and not mandate:
            return self._decided_by(frame) or self._named_behind(frame), ""
        if agent is None or agent.code == codes.MANDATE:
            return mandate, ""
        if agent.code == codes.DECIDED:
            return agent.text, ""
        text = agent.text
        if mandate:
            return mandate, text
        return ("", text) if self._presents(frame, agent) else (text, "")

    def _decided_by(self, frame: Frame) -> str:
        """Whose decision the sentence names: "Theo Quyết định của A, …", "… theo Quyết định số 12 của A"."""
        before = [item.text for item in self.items[: frame.head] if item.code == codes.DECIDED]
        behind = [item.text for item in self.items[frame.head : frame.end] if item.code == codes.DECIDED]
        return [*behind, *before[::-1], ""][0]

    def _named_behind(self, frame: Frame) -> str:
        """ "Sau khi tặng Giấy khen cho 9 cá nhân, Giám đốc Sở A đề nghị …": who gave is named behind the comma."""
        before = {item.text for item in self.items[: frame.head]}
        end = frame.groups[-1].end
        behind = self.items[end : end + 2]
        fronted = frame.passive is None and bool(before) and before <= _FRONTING
        parted = [item.code for item in behind] in ([",", codes.OFFICE], [",", codes.NAMED])
        return behind[1].text if fronted and parted else ""

    def _joint_givers(self, frame: Frame) -> list[str]:
        """ "được Bộ A và UBND tỉnh B tặng Bằng khen": all who conferred the same, each by a paper of its own."""
        agents = {codes.NAMED, codes.OFFICE}
        if frame.agent is None or self.items[frame.agent].code not in agents:
            return []
        first = last = frame.agent
        while first > 1 and self.items[first - 1].text in _JOINING and self.items[first - 2].code in agents:
            first -= 2
        while self.items[last + 1].text in _JOINING and self.items[last + 2].code in agents:
            last += 2
        several = [self.items[place] for place in range(first, last + 1, 2)]
        joined = frame.passive is not None or any(item.text == "và" for item in self.items[first:last])
        if not joined or last >= frame.head or _is_of_another(self.items, first):
            return []
        return [item.text for item in several if not self._presents(frame, item)]

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
