"""The levels of "Chiến sĩ thi đua", which are part of the title."""

from awards.extraction.award_forms.authorities import QUOTES
from awards.extraction.award_forms.classes import Classes
from awards.extraction.award_forms.form import Form
from awards.extraction.language.phrases import phrases

_LEVELS = phrases(
    "tập đoàn|tổng công ty|quân khu|quân chủng|toàn quốc|cơ sở|cấp cơ sở|tiêu biểu|toàn quân|toàn ngành|toàn lực lượng công an nhân dân|toàn lực lượng|toàn tỉnh"
)
_SERVICES = phrases(
    "tòa án nhân dân|viện kiểm sát nhân dân|công an nhân dân|quân đội nhân dân|kiểm toán nhà nước"
)


class Fighters(Classes):
    """Reads the title with its level."""

    def _fighter(self, start: int, at: int) -> Form:
        """ "Chiến sĩ thi đua" with its level as printed."""
        if self.names.low(at) in QUOTES - {"“", "‘", "«"} and self.names.low(at + 1) in {
            "cấp",
            "toàn",
            "cơ",
            "ngành",
        }:
            at += 1  # "“Chiến sĩ thi đua” cấp Bộ"
        end = self.names.phrase(at, _LEVELS)
        if end == at and self.names.low(at) == "cấp":
            end = max(at + 2, self.names.head(at + 1))  # "cấp Tổng cục"
            while self.names.low(end) == "," and self.names.low(end + 1) in {
                "ban",
                "ngành",
                "tỉnh",
                "bộ",
                "đoàn",
                "thành",
            }:
                end += 2
            body = self.names.body(at + 1)
            end = max(end, body)
            if self.names.low(end - 1) == "thành":
                end += self.names.low(end) == "phố"
        elif end == at:
            body = self.names.body(at)
            end = max(end, body)
            if end == at and self.names.capital(at):
                end = self.names.phrase(at, _SERVICES)  # "Chiến sĩ thi đua Tòa án nhân dân"
            if end == at and self.names.low(at) in {"ngành", "bộ", "tỉnh"}:
                end = at + 1
        longest = self.lexicon.longest_name(self.tokens, start)
        self.last_fighter = self._form(start, max(end, longest, at), head=("chiến", "sĩ"))
        return self.last_fighter
