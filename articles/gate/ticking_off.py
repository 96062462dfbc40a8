"""Advice of the gate that somebody read and ticked off with a reason."""

from dataclasses import dataclass
from hashlib import blake2s

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import audit, gate, working_copy
from articles.gate.finding import Finding
from articles.models import Article, GateWaiver
from newsroom.vietnamese import collapse_spaces


@dataclass(frozen=True)
class Judgement:
    """What the gate says of the working copy: what blocks it, open advice, advice ticked off."""

    required: list[Finding]
    advice: list[Finding]
    ticked_off: list[tuple[Finding, GateWaiver]]

    @property
    def asks_first(self) -> bool:
        """Whether publishing needs the word of the person who does it, because advice is open."""
        return bool(self.advice) and not self.required

    @property
    def digest(self) -> str:
        """Differs whenever the open advice does."""
        return blake2s("".join(one.fingerprint for one in self.advice).encode(), digest_size=8).hexdigest()


def judge(article: Article) -> Judgement:
    """A ticked-off finding is open again as soon as its subject has changed."""
    found = gate.findings(article, working_copy.newest_snapshot(article))
    waivers = {waiver.fingerprint: waiver for waiver in article.gate_waivers.select_related("user")}
    advice = [one for one in found if not one.required]
    return Judgement(
        required=[one for one in found if one.required],
        advice=[one for one in advice if one.fingerprint not in waivers],
        ticked_off=[(one, waivers[one.fingerprint]) for one in advice if one.fingerprint in waivers],
    )


@transaction.atomic
def tick_off(article: Article, fingerprint: str, reason: str, user) -> GateWaiver:
    """Close one piece of advice. Raises ValidationError when there is none such, or no reason."""
    reason = collapse_spaces(reason)
    found = gate.findings(article, working_copy.newest_snapshot(article))
    finding = next((one for one in found if one.fingerprint == fingerprint), None)
    if finding is None:
        raise ValidationError(_("The story has changed meanwhile, and this finding is gone."))
    if finding.required:
        raise ValidationError(_("This must be put right; it cannot be ticked off."))
    if not reason:
        raise ValidationError(_("Say why it may stay as it is."))
    if len(reason) > GateWaiver._meta.get_field("reason").max_length:
        raise ValidationError(_("The reason is too long: 300 characters at most."))
    waiver, _made = GateWaiver.objects.update_or_create(
        article=article,
        fingerprint=fingerprint,
        defaults={"code": finding.code, "says": finding.says, "reason": reason, "user": user},
    )
    audit.record("tick_off", article, user=user, after=finding.says, note=reason)
    return waiver


@transaction.atomic
def take_back(article: Article, fingerprint: str, user) -> None:
    """Open a ticked-off finding again; nothing happens when it is open."""
    for waiver in article.gate_waivers.filter(fingerprint=fingerprint):
        audit.record("tick_off", article, user=user, before=waiver.says, note=waiver.reason)
        waiver.delete()
