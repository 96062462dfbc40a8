"""Who may be named in a note on a story: whoever may open it."""

from django.contrib.auth import get_user_model
from django.db.models import Q

from articles.models import Article, Byline
from articles.notes.mentions import key_of
from newsroom.people import name_of
from newsroom.vietnamese import fold, person_sort_key

BACKEND = "django.contrib.auth.backends.ModelBackend"
OFFERED = 8


def viewers(article: Article):
    """People with a desk who may open the story: those for whom `workflow.may_view` holds."""
    people = get_user_model().objects
    if article.binned_at:
        return people.none()
    openers = people.with_perm("articles.view_article", backend=BACKEND).filter(is_staff=True)
    of_every_story = people.with_perm("articles.view_every_article", backend=BACKEND)
    signed = Byline.objects.filter(article=article).values("author__user")
    return openers.filter(
        Q(pk__in=of_every_story.values("pk"))
        | Q(pk__in=[article.created_by_id, article.assignee_id])
        | Q(pk__in=signed)
    ).order_by("pk")


def names_of(people) -> dict[str, object]:
    """What each may be called after an @: the login name, and the full name where only one has it."""
    names: dict[str, object] = {}
    shared = set()
    for person in people:
        for key in {key_of(name_of(person)), key_of(f"{person.first_name} {person.last_name}")}:
            shared |= {key} & names.keys()
            names[key] = person
    names = {key: person for key, person in names.items() if key and key not in shared}
    return names | {key_of(person.get_username()): person for person in people}


def offered(people, typed: str) -> list[dict[str, str]]:
    """The first few whose name holds every word typed, accents or not, with what to write after the @."""
    people, words = list(people), fold(typed).split()
    names = names_of(people)
    found = [
        person
        for person in people
        if all(word in fold(f"{name_of(person)} {person.get_username()}") for word in words)
    ]
    found.sort(key=lambda person: (person_sort_key(name_of(person)), person.pk))
    return [
        {
            "name": name_of(person),
            "login": person.get_username(),
            "write": name_of(person)
            if names.get(key_of(name_of(person))) == person
            else person.get_username(),
        }
        for person in found[:OFFERED]
    ]
