"""How people with an account are called."""


def name_of(user) -> str:
    """Family name first, as Vietnamese names are written, else the login name; nothing for nobody."""
    if user is None:
        return ""
    return " ".join(filter(None, (user.last_name, user.first_name))) or user.get_username()
