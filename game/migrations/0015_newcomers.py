"""Requests for new seats: of nobody who sits there yet, under a name."""
from __future__ import unicode_literals

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('game', '0014_going_on'),
    ]

    operations = [
        migrations.AlterField(
            model_name='seatrequest',
            name='player',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='requests', to='game.Player'),
        ),
        migrations.AddField(
            model_name='seatrequest',
            name='name',
            field=models.CharField(default='', max_length=24),
        ),
        migrations.AddField(
            model_name='seatrequest',
            name='face',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='seatrequest',
            name='colour',
            field=models.PositiveSmallIntegerField(default=0),
        ),
    ]
