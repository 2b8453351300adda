"""How surely the white cards of a snapshot win, for bots."""
from __future__ import unicode_literals

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('decks', '0014_deck_jobs'),
    ]

    operations = [
        migrations.AddField(
            model_name='snapshot',
            name='rates',
            field=models.TextField(default='[]', editable=False),
        ),
    ]
