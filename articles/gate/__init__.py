"""The publish gate: what a story lacks before it goes to readers, and what is worth a second look.

A check is a function from a `Reading` to findings. Required findings block publishing, whoever
asks; the others are advice that can be ticked off with a reason. Other apps add checks through the
place `publish_checks`.
"""

from articles.gate import (
    corrections,
    essentials,
    facts,
    lengths,
    links,
    pictures,
    series,
    spelling,
    structure,
)
from articles.gate.finding import Finding
from articles.gate.reading import read
from articles.models import Article
from newsroom import places

__all__ = ["Finding", "faults", "findings"]

CHECKS = (
    essentials.check,
    pictures.check,
    corrections.check,
    structure.check,
    series.check,
    links.check,
    facts.check,
    lengths.check,
    spelling.check,
)


def findings(article: Article, snapshot: dict) -> list[Finding]:
    """Everything found, required first. A fixed number of queries."""
    reading = read(article, snapshot)
    found = [one for check in CHECKS for one in check(reading)]
    for more in places.ask("publish_checks", article, snapshot):
        found += more
    unique = {one.fingerprint: one for one in found}.values()
    return sorted(unique, key=lambda one: not one.required)


def faults(article: Article, snapshot: dict) -> list[str]:
    """What keeps the story from readers, in words for people; empty when nothing does."""
    return [one.says for one in findings(article, snapshot) if one.required]
