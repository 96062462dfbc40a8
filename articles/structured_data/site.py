"""The publisher, the site and the way to a page. Only what the masthead states is said of the publisher."""

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

from articles.models import Masthead
from newsroom.site import absolute

LOGO, LOGO_SIDE = "newsroom/img/icon-512.png", 512


def publisher_id() -> str:
    """The name by which other objects point at the publisher."""
    return absolute("/#toa-soan")


def organization(masthead: Masthead) -> dict:
    """The publisher. A news organisation once it states its licence; before that no more than a publisher."""
    address = absolute("/")
    return {
        "@type": "NewsMediaOrganization" if masthead.licence_number else "Organization",
        "@id": publisher_id(),
        "name": masthead.name or settings.SITE_NAME,
        "legalName": masthead.press_agency,
        "url": address,
        "logo": {
            "@type": "ImageObject",
            "url": absolute(static(LOGO)),
            "width": LOGO_SIDE,
            "height": LOGO_SIDE,
        },
        "parentOrganization": {"@type": "Organization", "name": masthead.governing_body}
        if masthead.governing_body
        else None,
        "address": masthead.address,
        "telephone": masthead.telephone,
        "faxNumber": masthead.fax,
        "email": masthead.email,
        "publishingPrinciples": principles(),
        "correctionsPolicy": absolute(reverse("articles:corrections")),
    }


def principles() -> str:
    """Address of the page that says by which rules the site works."""
    return absolute(reverse("articles:masthead"))


def website(masthead: Masthead) -> dict:
    """The site, and how to search it."""
    return {
        "@type": "WebSite",
        "@id": absolute("/#trang"),
        "url": absolute("/"),
        "name": masthead.name or settings.SITE_NAME,
        "inLanguage": settings.LANGUAGE_CODE,
        "publisher": {"@id": publisher_id()},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": absolute("/tim-kiem/?q={search_term_string}"),
            },
            "query-input": "required name=search_term_string",
        },
    }


def breadcrumbs(*steps: tuple[str, str]) -> dict:
    """The way from the front page: (label, path) pairs, the page itself last."""
    way = [("Trang nhất", "/"), *steps]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": label, "item": absolute(path)}
            for place, (label, path) in enumerate(way, start=1)
        ],
    }
