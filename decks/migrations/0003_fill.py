"""Decks that hosts could choose stay so; every deck gets a code, every card its fingerprint."""
from __future__ import unicode_literals

from django.db import migrations

from decks.cards.texts import fingerprint
from decks.codes import new_code


def fill(apps, schema_editor):
    Deck = apps.get_model("decks", "Deck")
    taken = set()
    for deck in Deck.objects.all():
        code = new_code()
        while code in taken:
            code = new_code()
        taken.add(code)
        Deck.objects.filter(pk=deck.pk).update(code=code, status="published")
    for name in ("BlackCard", "WhiteCard"):
        model = apps.get_model("decks", name)
        for pk, text in list(model.objects.values_list("pk", "text")):
            model.objects.filter(pk=pk).update(fingerprint=fingerprint(text))


class Migration(migrations.Migration):

    dependencies = [
        ('decks', '0002_cupboard'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
