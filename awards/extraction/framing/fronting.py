"""Verbs and forms whose recipients stand behind them: "Từng được tặng Huân chương …, Công ty A …"."""

from awards.extraction.framing.building import Building
from awards.extraction.framing.frame import RECIPIENTS
from awards.extraction.language import nouns, words
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item


class Fronting(Building):
    """Asks whether those who stand behind received, or act."""

    def _is_fronted(self) -> bool:
        """ "Từng được tặng Huân chương …, Công ty A đang …": whose it is stands behind."""
        receives = self.items[self.frame.head].code == codes.RECEIVE
        stop = self.frame.head if receives and self.frame.passive is None else self.frame.passive
        clause = next((at + 1 for at in range((stop or 0) - 1, -1, -1) if self.items[at].code == ";"), 0)
        before = self.items[clause:stop]
        adverbs = all(
            item.code in {codes.YEAR, ",", "v"}
            or item.text in words.JOINING | words.FRONTING
            or item.text.isdigit()
            for item in before
        )
        among = before[:1] and self._lists_who(before)
        when = next((place for place, item in enumerate(before) if item.text in {"khi", "lúc"}), 0)
        told = when and all(item.code == codes.WORD for item in before)  # "Phát biểu khi nhận"
        told = told and not nouns.PRONOUNS.match([item.text for item in before], 0)[0]
        adverbs = adverbs or (told and all(item.text in words.JOINING for item in before[when + 1 :]))
        again = [item.text for item in before[-1:]] == ["lần"]  # "…, 2 lần đạt …, chị A là …"
        proud = before and before[0].text in {"tự", "là", "vinh"}
        fronted = adverbs or again or among or (proud and not any(item.code in RECIPIENTS for item in before))
        return bool(stop is not None and not self.group.has_recipients and not self.frame.subject and fronted)

    def _names_follow(self, place: int) -> bool:
        """ "Được nhận Bằng khen dịp này còn có bà A", "Cùng nhận Bằng khen với A còn có B"."""
        together = self.items[0].text == "cùng" and self.given
        return together or self._is_fronted() or self._heads_a_row(place)

    def _heads_a_row(self, place: int) -> bool:
        """ "được tặng Huân chương …: hạng Nhì có ông A; hạng Ba có bà B"."""
        row = [item.code for item in self.items[place - 2 : place]]
        return row in ([":", codes.FORMS], [";", codes.FORMS]) and self._code_behind(place) in RECIPIENTS

    def _goes_on_to_act(self, place: int) -> bool:
        """ "Trao Bằng khen cho 5 tập thể, ông A ghi nhận …": who gave, not who received."""
        nobody_gives = self.frame.head <= 1 and self.frame.passive is None and self.frame.agent is None
        after = self.items[place + 1] if place + 1 < len(self.items) else None
        if after is not None and after.text in {"còn", "cũng"} and self.items[place - 1].code == ",":
            return True  # "Bên cạnh Cờ thi đua của A tặng B, ngành C còn có 3 giáo viên …"
        acts = (
            after is not None
            and after.code == codes.WORD
            and after.text.isalpha()
            and after.text not in nouns.STOPS
        )
        gives = self.items[self.frame.head].code == codes.GIVE and self.given
        return nobody_gives and gives and acts and self.items[place - 1].code == ","

    def _tells_of_some(self, place: int) -> bool:
        """ "Trong số các cá nhân được tặng … có ông A": some of those counted are named."""
        if self.group.counted and self._heads_some_of_those(place):
            return self._code_behind(place) == codes.NAMED
        among = self.items[0].text == "trong" and (self.items[1].text == "số" or self.items[1].counted)
        received = self.frame.passive is not None or self.items[self.frame.head].code == codes.RECEIVE
        return (
            bool(among) and received and bool(self.group.counted) and self._code_behind(place) == codes.NAMED
        )

    def _heads_some_of_those(self, place: int) -> bool:
        """ "9 tập thể, trong đó khối doanh nghiệp có Công ty A": where those named are among the counted."""
        before = place - 1
        while before > place - 6 and self.items[before].code == codes.WORD:
            before -= 1
        return before < place - 1 and self.items[before].text in {"trong đó", "trong số đó"}

    def _lists_who(self, before: list[Item]) -> bool:
        """ "Trong danh sách được tặng … có 14 tập thể", "Trong số các tập thể được tặng … có Công đoàn A"."""
        said = [item.text for item in before if item.code == codes.WORD]
        anybody = all(item.counted.plural for item in before if item.counted)
        opens = before[0].text == "trong" or said[:3] in (["có", "mặt", "trong"], ["góp", "mặt", "trong"])
        return anybody and opens and bool({"số", "sách"} & set(said))
