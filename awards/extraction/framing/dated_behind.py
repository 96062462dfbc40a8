"""Years behind the verb: of the form, of the whole group, or of all groups that a colon opens."""

from awards.extraction.framing.building import Building
from awards.extraction.language import nouns, words
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item

# "… cho Đồn Biên phòng A lần thứ hai vào năm 1985"
_UNTIL_A_YEAR = set("ngay chính hồi từ vào trong lần thứ đầu tiên nhất hai ba tư".split())


class DatedBehind(Building):
    """Takes a year."""

    def _year(self, place: int) -> None:
        year = self.items[place].year
        if not self.group.forms and self._text_behind(place) == ":":
            self.heading = year  # "… được tặng năm 2021: Cờ thi đua: 2 tập thể; Bằng khen: 3 tập thể"
        if self.items[place - 1].text == "từ" and self._text_behind(place) in {"đến", "tới"}:
            return  # "từ năm 2009 đến năm 2014"
        dated = self._dated(place)
        if dated.code == codes.FORMS:
            for form in dated.forms:
                form.year = year
            self.group.end = max(self.group.end, place + 1)
        elif self._dates_the_group(place, dated):
            self.group.year = self.group.year or year

    def _dated(self, place: int) -> Item:
        """What the year stands behind, past a bracket, whose form it is and small words."""
        back = place - 1
        in_a_month = self.items[place].text == "tháng"  # "đón nhận … vào tháng 5/2019": when handed over
        while back > 0 and not in_a_month and self._leads_to_a_year(back):
            back -= 1
        if back < place - 1:
            return self.items[back]
        behind = place - 1 - (self.items[place - 1].code == "(")
        if self.items[behind].code == codes.OFFICE and self.items[behind - 1].text == "của":
            behind -= 2  # "Huân chương … của Chủ tịch nước năm 2018"
        return self.items[behind]

    def _leads_to_a_year(self, place: int) -> bool:
        return self.items[place].code == codes.WORD and self.items[place].text in _UNTIL_A_YEAR

    def _dates_the_group(self, place: int, dated: Item) -> bool:
        beside = self.depth or dated.code in {codes.NAMED, codes.GIVE, ")"}
        return bool(beside) or self._closes(place) or self._is_behind_a_pronoun(place)

    def _closes(self, place: int) -> bool:
        """ "…, năm 2016." at the very end."""
        after = self.items[place + 1 :]
        ends = all(item.text in {".", "”"} for item in after) or after[0].text in words.WHY
        return self.items[place - 1].code == "," and ends

    def _is_behind_a_pronoun(self, place: int) -> bool:
        """ "… tặng gia đình ông năm 2016"."""
        near = range(place - 1, max(place - 5, 0), -1)
        to = next((at for at in near if self.items[at].code == codes.TO), place)
        said = [item.text for item in self.items[to + 1 : place]]
        return bool(said) and nouns.PRONOUNS.match(said, 0)[0] > 0
