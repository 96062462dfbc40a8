"""Whether what a verb says was awarded, proposed or revoked, or is no statement at all."""

from awards.extraction.framing.frame import HEADS, Frame, Group
from awards.extraction.language import words
from awards.extraction.language.words import AWARDED, PROPOSED, REVOKED
from awards.extraction.sentence import item as codes
from awards.extraction.statements.told import Told


class Status(Told):
    """Weighs what turns a verb on the way to it."""

    def _is_anybody(self, group: Group) -> bool:
        """ "Các cá nhân được tặng Bằng khen được hưởng …": whoever they will be."""
        return (
            bool(group.counted)
            and not group.named
            and not group.listed
            and all(item.counted.plural for item in group.counted)
        )

    def _is_denied(self) -> bool:
        """ "Tin A được tặng … là không đúng sự thật", but not "thu hồi … do báo cáo không đúng sự thật"."""
        names = self.scanner.names
        denied = next((at for at in range(len(self.tokens)) if names.phrase(at, words.DENIED) > at), None)
        why = next(
            (item.start for item in self.items if item.text in words.WHY and item.start), len(self.tokens)
        )
        revoked = any(item.code == codes.REVOKE and item.start < why for item in self.items)
        return denied is not None and not (revoked and why < denied)

    def _status(self, frame: Frame) -> str | None:
        """awarded, proposed or revoked; None for hopes, aims, conditions and what did not happen."""
        if self.items[0].code == codes.AIM:
            return None  # "Phấn đấu đến năm 2030, …"
        before = frame.passive if frame.passive is not None else frame.head
        for place in frame.governors:
            item = self.items[place]
            comma_after = any(one.code in {",", ";"} for one in self.items[place + 1 : before])
            if item.text == "để" and any(
                self.items[later].code == codes.PROPOSE for later in frame.governors if later > place
            ):
                continue  # "hoàn thiện hồ sơ để trình … tặng"
            if item.code == codes.HOPE or (item.code in {codes.AIM, codes.NOT} and not comma_after):
                runs_on = item.code != codes.NOT and item.text != "%"
                self.silenced = frame.head if runs_on else self.silenced
                return None
        if self.silenced >= 0 and not any(
            item.code == ";" or item.text in {"đã", "vừa"} for item in self.items[self.silenced : frame.head]
        ):
            return None
        if self._is_planned(frame):
            return None
        if any(self.items[place].code == codes.PROPOSE for place in frame.governors):
            if self.items[frame.head].code == codes.REVOKE:
                return None  # "kiến nghị thu hồi Bằng khen": it is held until somebody decides
            self.proposed = frame.head
            return PROPOSED
        if self.proposed >= 0 and self._goes_on_proposing(frame):
            return PROPOSED
        return REVOKED if self.items[frame.head].code == codes.REVOKE else AWARDED

    def _goes_on_proposing(self, frame: Frame) -> bool:
        """ "trình Bộ trưởng tặng Cờ thi đua cho 9 đơn vị, tặng Bằng khen cho …": both are proposed."""
        before = self.items[frame.head - 1].code in {",", "v"}
        return before and self._same_giver(frame) and self.before.head == self.proposed

    def _is_planned(self, frame: Frame) -> bool:
        """ "phấn đấu cuối năm có …, Đảng bộ được tặng …": a plan or wish holds for all that its clauses list."""
        if self._stands_under_a_plan(frame):
            return True
        for place in range(frame.head - 1, -1, -1):
            item = self.items[place]
            if item.code == ";" or item.text in {"đã", "vừa"}:
                return False
            if (
                item.code == codes.HOPE
                and item.text in words.WISHES
                and self.items[place - 1].text not in {"với", "từ", "những", "sự"}
            ):
                return True
            if item.code == codes.AIM and item.text in words.PLANS:
                after = self.items[place + 1]
                return after.code == codes.YEAR or after.text in words.PLANNING or self._goes_on_having(frame)
        return False

    def _goes_on_having(self, frame: Frame) -> bool:
        """ "phấn đấu thu vượt dự toán, có thêm tập thể được tặng …": the clause names nobody of its own."""
        clause = next((at for at in range(frame.head, 0, -1) if self.items[at].code == ","), frame.head)
        return self.items[clause + 1].text == "có"

    def _stands_under_a_plan(self, frame: Frame) -> bool:
        """ "Phương hướng nhiệm kỳ tới: …; có từ 2 tập thể được tặng …", "đề ra mục tiêu …; A được …": it holds for all behind."""
        before = self.items[: frame.head]
        for place, item in enumerate(before):
            set_up = item.text in words.PLANS and self.items[place - 1].text in {"ra", "đặt", "định"}
            if set_up and not any(one.code in HEADS or one.text in {"đã", "vừa"} for one in before[place:]):
                return True
        colon = next((place for place, item in enumerate(before) if item.code == ":"), 0)
        plans = [item for item in before[:colon] if item.code == codes.AIM and item.text in words.PLANS]
        return bool(plans) and not any(item.code in HEADS for item in before[:colon])
