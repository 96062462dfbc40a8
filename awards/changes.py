"""What follows a change in the registry: stories show it, and addresses once public lead on."""

from articles import publishing
from articles.models import Article
from awards.citing import stories_citing
from awards.contradictions.review import review
from awards.models import AwardForm, Campaign, Event, Organisation, Person
from awards.suggestions.counting import asking, count

_WITH_A_PAGE = (AwardForm, Campaign, Event, Organisation, Person)
_BATCH = 500


class Change:
    """One change: made with the records as they are before it, settled with them as they are after.

    Records that no story prints, like decisions, may stand among them.
    """

    def __init__(self, *records):
        self._records = records
        self._stories = _stories(records)
        self._asking = asking(records)
        self._addresses = {_key(record): public_address(record) for record in records}

    def settle(self, *records, instead=None) -> int:
        """Leave redirects, review contradictions, make the stored pages anew; returns how many stories that were.

        A record that was there before and is not given now is gone: its address says so, or leads to
        the address that `instead` has for it, by (model, key).
        """
        now = (instead or {}) | {_key(record): public_address(record) for record in records}
        for key, address in self._addresses.items():
            if address:
                publishing.leave_redirect(address, now.get(key, ""))
        review([*self._records, *records])
        for story in Article.objects.filter(pk__in=self._asking | asking(records)):
            count(story)
        stories = sorted(self._stories | _stories(records))
        batches = (stories[start : start + _BATCH] for start in range(0, len(stories), _BATCH))
        return sum(publishing.renew(Article.objects.filter(pk__in=keys)) for keys in batches)


def public_address(record) -> str:
    """The address of the record's own page if readers could ever open it, else nothing."""
    if not isinstance(record, _WITH_A_PAGE):
        return ""
    if isinstance(record, AwardForm):
        return record.get_absolute_url()
    once_public = Article.objects.once_public()
    proven = record.evidence.filter(article__in=once_public).exists()
    return record.get_absolute_url() if proven else ""


def _key(record):
    return type(record), record.pk


def _stories(records) -> set[int]:
    found = (stories_citing(record).order_by().values_list("pk", flat=True) for record in records)
    return {key for keys in found for key in keys}
