"""Seats and results come in the order of their own columns; a room's key would join the rooms."""
from __future__ import unicode_literals

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('game', '0004_games_of_snapshots'),
    ]

    operations = [
        migrations.AlterModelOptions(name='player', options={'ordering': ('number',)}),
        migrations.AlterModelOptions(name='roundresult', options={'ordering': ('-game', '-round')}),
    ]
