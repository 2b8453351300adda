"""A number that grows with each change of a deck, and a column for what a marker in `source` said: that a deck is staged."""
from __future__ import unicode_literals

import json

from django.db import migrations, models

MARKER = "staged/"
KEPT_BY_IMPORTS = ("done", "failed")


def mark_staged(apps, schema_editor):
    apps.get_model("decks", "Deck").objects.filter(source=MARKER).update(staged=True, source="")


def name_revisions(apps, schema_editor):
    """Imports can be taken back while their decks are as they left them: of revision 0 by now, or else of none that is."""
    Deck, ImportJob = apps.get_model("decks", "Deck"), apps.get_model("decks", "ImportJob")
    for pk, text in ImportJob.objects.filter(status__in=KEPT_BY_IMPORTS).values_list("pk", "result"):
        result = json.loads(text)
        updated = dict(Deck.objects.filter(pk__in=[entry["id"] for entry in result.get("decks", ())]).values_list("pk", "updated"))
        for entry in result.get("decks", ()):
            moment = updated.get(entry["id"])
            entry["revision"] = 0 if moment is not None and moment.isoformat() == entry.pop("updated", None) else -1
        ImportJob.objects.filter(pk=pk).update(result=json.dumps(result))


class Migration(migrations.Migration):

    dependencies = [
        ('decks', '0009_snapshots_used'),
    ]

    operations = [
        migrations.AlterModelOptions(name='blackcard', options={'ordering': ('position', 'id')}),
        migrations.AlterModelOptions(name='whitecard', options={'ordering': ('position', 'id')}),
        migrations.AlterModelOptions(name='deckversion', options={'ordering': ('-number',)}),
        migrations.AlterModelOptions(name='deckmonth', options={'ordering': ('month',)}),
        migrations.AddField(
            model_name='deck',
            name='revision',
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name='deck',
            name='staged',
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.RunPython(mark_staged, lambda apps, schema_editor: None),
        migrations.RunPython(name_revisions, lambda apps, schema_editor: None),
    ]
