"""Decks that are added while a game runs are noted with it."""
from __future__ import unicode_literals

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('game', '0005_ordering'),
    ]

    operations = [
        migrations.AddField(model_name='playedgame', name='added', field=models.TextField(default='[]')),
    ]
