"""Addresses for use away from this site."""

from newsroom.site import absolute


def make_whole(root, *, page: str = "") -> None:
    """Give every address below `root` the name of this site; places on the page lead to `page`."""
    for element in root.iterdescendants():
        for name in ("src", "href"):
            address = element.get(name, "")
            if address.startswith("#"):
                element.set(name, page + address)
            elif address:
                element.set(name, absolute(address))
        if element.get("srcset"):
            sources = element.get("srcset").split(", ")
            element.set("srcset", ", ".join(absolute(source) for source in sources))
