"""The legal list of award forms → rows of award_forms.json."""

from awards.seeding.rows import key, picked, row

TEXTS = ("name", "family", "authority", "legal_basis", "valid_from", "valid_to", "description", "note")


def rows(source: dict) -> list[dict]:
    """General forms first, so that an instance finds what it is an instance of."""
    forms = sorted(source.get("form", []), key=lambda form: bool(form.get("general")))
    return [
        row(
            "awards.awardform",
            slug=form["slug"],
            **picked(form, TEXTS),
            rank=form["rank"],
            has_classes=form.get("has_classes", False),
            recipients=form.get("recipients", []),
            verified=form.get("verified", False),
            aliases=form.get("aliases", []),
            general=key(form.get("general")),
        )
        for form in forms
    ]
