"""Finds games by their snapshot; games that run since before games were noted get their row, with nothing left to count."""
from __future__ import unicode_literals

import json

from django.db import migrations, models
from django.utils import timezone


def note_running_games(apps, schema_editor):
    Room, PlayedGame = apps.get_model('game', 'Room'), apps.get_model('game', 'PlayedGame')
    noted = set(PlayedGame.objects.values_list('room', 'game'))
    for room, text in Room.objects.order_by('pk').values_list('pk', 'state').iterator():
        state = json.loads(text)
        if 'deck' in state and (room, state['game']) not in noted:
            PlayedGame.objects.create(
                room_id=room, game=state['game'], decks=json.dumps([deck['id'] for deck in state['decks']]),
                cards=state['deck'], ended=timezone.now(), begin_counted=True, end_counted=True)


class Migration(migrations.Migration):

    dependencies = [
        ('game', '0003_counting'),
    ]

    operations = [
        migrations.AlterField(
            model_name='playedgame',
            name='cards',
            field=models.PositiveIntegerField(db_index=True),
        ),
        migrations.RunPython(note_running_games, migrations.RunPython.noop),
    ]
