"""Where a group goes on in another room."""
from __future__ import unicode_literals

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('game', '0013_open_rooms'),
    ]

    operations = [
        migrations.AddField(
            model_name='room',
            name='next',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='before', to='game.Room'),
        ),
    ]
