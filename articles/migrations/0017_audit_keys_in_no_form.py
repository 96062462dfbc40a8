from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0016_notes_and_inbox"),
    ]

    operations = [
        migrations.AlterField(
            model_name="auditentry",
            name="subject_model",
            field=models.CharField(blank=True, editable=False, max_length=100),
        ),
        migrations.AlterField(
            model_name="auditentry",
            name="subject_pk",
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AlterField(
            model_name="auditentry",
            name="user_pk",
            field=models.BigIntegerField(editable=False, null=True),
        ),
    ]
