"""Plays of past rounds say the numbers of their players: names are going to pass from one to another."""
from __future__ import unicode_literals

import json

from django.db import migrations

AT_ONCE = 500


def put_numbers(apps, schema_editor):
    RoundResult, Player = apps.get_model('game', 'RoundResult'), apps.get_model('game', 'Player')
    last = 0
    while True:
        rows = list(RoundResult.objects.filter(pk__gt=last).order_by('pk').values_list('pk', 'room', 'plays')[:AT_ONCE])
        if not rows:
            return
        last = rows[-1][0]
        seats = Player.objects.filter(room__in={room for _, room, _ in rows}).order_by()
        numbers = {(room, name): number for room, name, number in seats.values_list('room', 'name', 'number')}
        for pk, room, text in rows:
            plays = json.loads(text)
            for play in plays:
                if 'bot' not in play and (room, play['name']) in numbers:
                    play.setdefault('player', numbers[room, play['name']])
            RoundResult.objects.filter(pk=pk).update(plays=json.dumps(plays, ensure_ascii=False))


class Migration(migrations.Migration):

    dependencies = [
        ('game', '0006_added_decks'),
    ]

    operations = [
        migrations.RunPython(put_numbers, migrations.RunPython.noop),
    ]
