"""What search engines require and recommend of the objects of schema.org that pages carry.

Sources: developers.google.com/search/docs/appearance/structured-data (article, breadcrumb, organization,
profile-page, sitelinks-searchbox) and schema.org itself.
"""

import json
from datetime import datetime
from urllib.parse import urlsplit

from lxml import html

REQUIRED = {
    "NewsArticle": {"headline", "image", "datePublished", "dateModified", "author"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "Organization": {"name"},
    "NewsMediaOrganization": {"name", "url", "logo", "publishingPrinciples"},
    "ProfilePage": {"mainEntity"},
    "WebSite": {"name", "url", "potentialAction"},
    "CorrectionComment": {"text", "datePublished"},
    "ImageObject": {"url", "width", "height"},
    "Person": {"name", "url"},
}
_MOMENTS = {"datePublished", "dateModified"}
_ADDRESSES = {"url", "item", "@id", "publishingPrinciples", "correctionsPolicy", "isBasedOn"}


def objects_on(page: bytes | str) -> list[dict]:
    """The objects of the page's one data block. Raises AssertionError where a rule is broken."""
    root = html.fromstring(page)
    (block,) = root.xpath("//script[@type='application/ld+json']/text()")
    data = json.loads(block)
    assert data["@context"] == "https://schema.org"
    named = {node["@id"] for node in data["@graph"] if "@id" in node}
    for node in data["@graph"]:
        check(node, named)
    return data["@graph"]


def check(node: dict, named: set[str]) -> None:
    """Raises AssertionError unless this object and all inside it keep the rules."""
    if set(node) == {"@id"}:
        assert node["@id"] in named, f"nothing is called {node['@id']}"
        return
    missing = REQUIRED.get(node.get("@type"), set()) - set(node)
    assert not missing, f"{node.get('@type')} lacks {sorted(missing)}"
    for name, value in node.items():
        assert value not in ("", None, [], {}), f"{name} is empty"
        if name in _MOMENTS:
            assert datetime.fromisoformat(value).tzinfo, f"{name} {value} has no time zone"
        if name in _ADDRESSES:
            assert urlsplit(value).scheme in ("http", "https"), f"{name} {value} is not a whole address"
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                check(inner, named)


def the(kind: str, objects: list[dict]) -> dict:
    """The one object of this type."""
    (found,) = (node for node in objects if node["@type"] == kind)
    return found
