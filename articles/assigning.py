"""Who works on a story and until when: changed in one place, and told in the audit log."""

from django.db import transaction

from articles import audit
from articles.models import Article
from articles.schedule.words import moment_text
from newsroom.people import name_of


@transaction.atomic
def assign(article: Article, columns: dict, *, user) -> bool:
    """Set assignee and due time as far as `columns` says; True where that changed something."""
    row = Article.objects.select_for_update(of=("self",)).select_related("assignee").get(pk=article.pk)
    changed = {name: value for name, value in columns.items() if getattr(row, name) != value}
    if not changed:
        return False
    before = _words(row, changed)
    for name, value in changed.items():
        setattr(row, name, value)
    row.save(update_fields=list(changed))
    audit.record("assign", row, user=user, before=before, after=_words(row, changed))
    return True


def _words(row: Article, names) -> str:
    said = []
    if "assignee" in names:
        said.append(name_of(row.assignee) or "–")
    if "due_at" in names:
        said.append(moment_text(row.due_at) or "–")
    return " · ".join(said)
