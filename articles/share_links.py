"""Share links are made and closed here, each with its entry in the audit log."""

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import audit
from articles.models import PreviewLink, Revision

# How long a link may stay open, in days.
CHOICES = {1: gettext_lazy("One day"), 7: gettext_lazy("Seven days"), 30: gettext_lazy("Thirty days")}
USUAL = 7


@transaction.atomic
def make(revision: Revision, *, expires_at, user=None, **fields) -> PreviewLink:
    """A new link to the revision, open until `expires_at`."""
    link = PreviewLink.objects.create(revision=revision, user=user, expires_at=expires_at, **fields)
    audit.record("share", revision.article, user=user, after=_words(link))
    return link


@transaction.atomic
def close(links, *, user=None) -> int:
    """Close those of the links that are not closed yet; returns how many there were."""
    open_links = list(links.filter(revoked_at=None).select_related("revision__article"))
    PreviewLink.objects.filter(pk__in=[link.pk for link in open_links]).update(revoked_at=timezone.now())
    for link in open_links:
        audit.record("unshare", link.revision.article, user=user, before=_words(link))
    return len(open_links)


def _words(link: PreviewLink) -> str:
    """Which link, without the secret in it."""
    until = date_format(timezone.localtime(link.expires_at), "H:i j/n/Y")
    return _("link %(key)s to revision %(number)s, open until %(until)s") % {
        "key": link.pk,
        "number": link.revision.number,
        "until": until,
    }
