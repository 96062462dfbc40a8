"""Places in the order of precedence, and names by the alphabet, for the rows that are there already.

`shown` and the tallies are counted once all migrations have run (`awards.keeping`).
"""

from django.db import migrations
from django.db.models import F, OuterRef, Subquery

from newsroom.vietnamese import sort_key

BATCH = 1000


def fill(apps, schema_editor):
    AwardForm = apps.get_model("awards", "AwardForm")
    Honour = apps.get_model("awards", "Honour")
    form = AwardForm.objects.filter(pk=OuterRef("form_id")).annotate(
        standing=((F("family_rank") * 100_000 + F("rank")) * 10_000_000 + F("pk")) * 10
    )
    for rows in (Honour.objects, apps.get_model("awards", "Announcement").objects):
        rows.update(standing=Subquery(form.values("standing")) + F("class_rank"))
    Honour.objects.update(age=9999 - F("listed_year"), recipient_alphabet=F("recipient_sort"))
    people = Honour.objects.filter(person__isnull=False).select_related("person").only("person__full_name")
    batch = []
    for honour in people.iterator(chunk_size=BATCH):
        honour.recipient_alphabet = sort_key(honour.person.full_name)
        batch.append(honour)
        if len(batch) == BATCH:
            Honour.objects.bulk_update(batch, ["recipient_alphabet"])
            batch = []
    Honour.objects.bulk_update(batch, ["recipient_alphabet"])


class Migration(migrations.Migration):
    dependencies = [("awards", "0005_shown_standing_and_tallies")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
