"""Addresses of the lists of decisions, below /admin/."""


def urls(site) -> list:
    from awards.award_lists import desk  # its forms need the desk's registered lists

    return desk.urls(site)
