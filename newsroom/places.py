"""Places that the lower app offers and the upper app fills, as ordered lists of plain functions.

`articles` knows nothing of `awards`, yet a story shows the honours it proves. So `articles` asks a
place by name, and `awards` fills it in `AppConfig.ready()`. A place exists only here: filling or
asking one that is not in `NAMES` is a programming error and raises KeyError at start-up.

What no page for readers asks is put in by its dotted name and loaded when it is asked, so that a
process that serves readers alone does without.
"""

from collections.abc import Callable

from django.utils.module_loading import import_string

NAMES = {
    "story_aside": "(article) -> safe HTML shown beside a story; rendered when the story is published",
    "story_subjects": "(article) -> `articles.reading.subjects.About`s: what of the registry this story is about",
    "story_panels": "(user, article) -> safe HTML of one part of the panel beside a story's form, or an empty string",
    "story_changed": "(article) -> None, inside the publishing transaction, after the row changed",
    "deletion_blockers": "(article) -> reasons (text) why this story must not be deleted",
    "step_taken": "(transition) -> None, inside the transaction of a step of the workflow",
    "publish_checks": "(article, snapshot) -> checks of the publish gate",
    "records_deleted": "(records) -> None, before the desk deletes these records, in the same transaction",
    "front_bands": "() -> safe HTML of one band of the front page, or an empty string",
    "front_strips": "() -> an `articles.front.strips.Source`: what a strip of the front page can be made of",
    "desk_addresses": "(admin site) -> URL patterns of the desk's own pages, below /admin/",
    "desk_head": "(request) -> safe HTML of one link in the head of every page of the desk, or an empty string",
    "desk_panels": "(request) -> safe HTML of one panel on the admin's index, or an empty string",
    "desk_margin": "(request) -> safe HTML of one part of the margin of the admin's index, or an empty string",
    "desk_commands": "(request) -> `newsroom.palette.Command`s that this person may use from every page of the desk",
    "list_tools": "(request, model admin) -> safe HTML of one tool above a list of the desk, or an empty string",
    "next_change": "(now) -> the next moment at which readers' pages change without a write, or None",
    "query_names": "() -> names of parameters that readers' pages know in the query of an address",
    "sitemap_parts": "() -> `articles.sitemaps.Part`s of records that have pages",
    "sitemap_pages": "() -> addresses of pages that stand alone, beside those of `masthead_links`",
    "search_groups": "(articles.search query, limit) -> `articles.search.records.Group`s of what readers may see, best first",
    "masthead_links": "() -> (label, address) pairs for the navigation",
    "stylesheets": "() -> static paths of stylesheets for what the places show on readers' pages",
}

_filled: dict[str, list[tuple[int, Callable | str]]] = {name: [] for name in NAMES}


def fill(name: str, function: Callable | str, *, order: int = 100) -> None:
    """Put `function`, or what bears this dotted name, into the place.

    Functions run by ascending `order`, then as they came.
    """
    entries = _filled[name]
    if all(function != present for _, present in entries):
        entries.append((order, function))
        entries.sort(key=lambda entry: entry[0])


def ask(name: str, *args) -> list:
    """Call each function in the place with these arguments; returns what they return."""
    return [function(*args) for function in filling(name)]


def filling(name: str) -> list[Callable]:
    """The functions in the place, loaded."""
    return [_loaded(function) for _, function in _filled[name]]


def _loaded(function: Callable | str) -> Callable:
    return import_string(function) if isinstance(function, str) else function
