"""Whom a pronoun may mean that its own clause does not name: who was told of before, and who speaks."""

from collections.abc import Iterable
from dataclasses import dataclass

from awards.extraction.language.nouns import COLLECTIVE
from awards.extraction.naming.name import Name

_MALE, _FEMALE = set("ông anh thầy chú".split()), set("bà chị cô mẹ".split())
_ANY_BODY = {"đơn vị", "tập thể", "cơ quan", "doanh nghiệp"}
_SPEAKERS_OWN = {"tôi", "mình"}


@dataclass(frozen=True)
class Known:
    """One person or body with the word before the name: "ông", "cô"."""

    name: Name
    address: str
    in_passing: bool = False  # a place that says where or whose: "em nhỏ ở bản A", "lãnh đạo huyện B"

    def is_meant_by(self, pronoun: str) -> bool:
        if self.name.kind == COLLECTIVE:
            return (pronoun in _ANY_BODY and not self.in_passing) or self.name.name.lower().startswith(
                pronoun.removeprefix("nhà ") + " "
            )
        sexes = [{self.address, pronoun} & sex for sex in (_MALE, _FEMALE)]
        return not all(sexes)

    def is_called_otherwise(self, pronoun: str) -> bool:
        """ "chị A …. Mẹ chị, bà B, …. Năm 2019, chị được": "bà" is not whom "chị" means, where somebody else is."""
        return pronoun != self.address and self.address in _MALE | _FEMALE

    def speaks_as(self, pronoun: str) -> bool:
        return pronoun in _SPEAKERS_OWN or pronoun == self.address


def only_one(known: Iterable[Known], kind: str) -> Known | None:
    """The only one of this kind, or None."""
    of_kind = {one.name.name: one for one in known if one.name.kind == kind}
    return next(iter(of_kind.values())) if len(of_kind) == 1 else None
