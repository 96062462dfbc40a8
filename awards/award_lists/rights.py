"""Who may enter lists of decisions and take them back."""

_NEEDED = [
    f"awards.{verb}_{model}"
    for verb in ("add", "delete")
    for model in ("honour", "evidence", "organisation", "person", "decision")
]


def may_enter_lists(user) -> bool:
    return user.has_perms(_NEEDED)
