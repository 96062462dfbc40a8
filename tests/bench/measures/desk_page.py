"""The first page of the desk, and the list of stories."""

from django.urls import reverse

from tests.bench.desk import managing_editor
from tests.bench.timing import cost

SIZES = (0,)


def measure():
    with managing_editor() as client:
        for name, address in (
            ("desk page", reverse("admin:index")),
            ("list of stories", reverse("admin:articles_article_changelist")),
        ):

            def opened(address=address):
                assert client.get(address).status_code == 200

            yield from cost(name, opened)
