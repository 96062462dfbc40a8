from django.db import migrations
from django.db.models import Exists, OuterRef


def mark(apps, schema_editor):
    """Stories that are out and whose newest revision has not been published have an update in edit."""
    Article = apps.get_model("articles", "Article")
    Revision = apps.get_model("articles", "Revision")
    Transition = apps.get_model("articles", "Transition")
    newer = Revision.objects.filter(article=OuterRef("article"), number__gt=OuterRef("number"))
    published = Transition.objects.filter(step="publish", revision=OuterRef("pk"))
    waiting = Revision.objects.filter(~Exists(newer), ~Exists(published), number__gt=1)
    Article.objects.filter(
        pk__in=waiting.values("article"),
        state__in=["published", "withdrawn"],
        first_published_at__isnull=False,
    ).update(update_state="in_edit")


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_update_state")]

    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
