"""One honour as a page shows it: on the roll under its award, on a recipient's page under its name."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from awards.markup.records import name_html, proofs_html
from awards.markup.words import text
from awards.models import Honour
from awards.unstated import unstated
from newsroom.stated import Basis, missing


def stated_html(value, basis: str = "") -> SafeString:
    """A value as a reader sees it, “suy luận” beside an inferred one, or why there is none."""
    if not value:
        return SafeString(f'<span class="missing">{missing(basis)}</span>')
    shown = text(value.display() if hasattr(value, "display") else value)
    return SafeString(
        f'{shown} <span class="inferred">(suy luận)</span>' if basis == Basis.INFERRED else shown
    )


def entry_html(honour: Honour) -> SafeString:
    """Its line on the roll: the recipient, and the facts below."""
    revoked = " honour--revoked" if _is_revoked(honour) else ""
    year = f' <span class="honour__year">năm {honour.year}</span>' if honour.year else ""
    name = f'<p class="honour__name">{name_html(honour.recipient)}{year}</p>'
    return SafeString(
        f'<li class="honour{revoked}" id="{text(honour.ref)}">{name}\n{facts_html(honour)}</li>'
    )


def facts_html(honour: Honour) -> SafeString:
    """All that is known beside recipient and award, what is not, and where it stands."""
    facts = (_presentation(honour), _decision(honour), _authority(honour), _campaign(honour))
    parts = (
        _revocation(honour),
        '<p class="honour__mark">Truy tặng</p>' if honour.posthumous else "",
        _then(honour),
        f'<p class="honour__facts">{" ".join(f"<span>{fact}</span>" for fact in facts if fact)}</p>',
        *_missing(honour),
        _disagreements(honour),
        proofs_html(honour.proofs),
    )
    return SafeString("\n".join(part for part in parts if part))


def _is_revoked(honour: Honour) -> bool:
    return honour.status == Honour.Status.REVOKED


def _is_public(record) -> bool:
    return record is not None and record.is_public


def _revocation(honour: Honour) -> str:
    if not _is_revoked(honour):
        return ""
    decision = honour.revoked_by
    by = f" theo Quyết định số {text(decision)}" if decision else ""
    on = f", {text(decision.date)}" if decision and decision.date else ""
    return f'<p class="honour__mark honour__mark--revoked">Đã thu hồi{by}{on}</p>'


def _then(honour: Honour) -> str:
    """Title and unit at the time."""
    title = text(honour.recipient_title)
    unit = name_html(honour.recipient_unit) if _is_public(honour.recipient_unit) else ""
    told = ", ".join(part for part in (title, unit) if part)
    return f'<p class="honour__then">{told}</p>' if told else ""


def _presentation(honour: Honour) -> str:
    day, parts = honour.presented_on, []
    if day:
        parts.append(f" {'ngày ' if day.day else ''}{stated_html(day, honour.presented_on_basis)}")
    if _is_public(honour.event):
        parts.append(f" tại {name_html(honour.event)}")
    if _is_public(honour.presenter):
        capacity = f" {text(honour.presenter_capacity)}" if honour.presenter_capacity else ""
        parts.append(f", do {text(honour.presenter_title)} {name_html(honour.presenter)}{capacity} trao")
    return f"Trao{''.join(parts)}" if parts else ""


def _decision(honour: Honour) -> str:
    decision = honour.decision
    if not decision:
        return ""
    return f"Quyết định số {text(decision)}" + (f" ngày {text(decision.date)}" if decision.date else "")


def _authority(honour: Honour) -> str:
    authority = honour.conferring_authority
    if not authority:
        return ""
    by_law = ' <span class="inferred">(theo luật)</span>' if authority.basis == "law" else ""
    return f"{text(authority.name)} tặng{by_law}"


def _campaign(honour: Honour) -> str:
    return f"Phong trào: {name_html(honour.campaign)}" if _is_public(honour.campaign) else ""


def _missing(honour: Honour) -> list[str]:
    facts = unstated(honour)
    reasons = ((Basis.NOT_STATED, facts.by_source), (Basis.UNKNOWN, facts.not_entered))
    return [
        f'<p class="honour__missing missing">{missing(basis)}: {", ".join(names)}.</p>'
        for basis, names in reasons
        if names
    ]


def _disagreements(honour: Honour) -> str:
    found = getattr(honour, "disagreements", ())
    return render_to_string("awards/includes/disagreements.html", {"disagreements": found}) if found else ""
