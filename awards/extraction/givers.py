"""Who conferred and who only handed over."""

from awards.extraction import item as codes
from awards.extraction import nouns
from awards.extraction.frame import Frame
from awards.extraction.item import Item
from awards.extraction.told import Told


class Givers(Told):
    """Reads who gave from the verb, its clause and the mandate of the sentence."""

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
