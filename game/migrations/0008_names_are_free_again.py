"""A name is somebody's only as long as they sit in the room, which its state knows; the table held it for ever."""
from __future__ import unicode_literals

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('game', '0007_numbers_in_plays'),
    ]

    operations = [
        migrations.AlterUniqueTogether(
            name='player',
            unique_together={('room', 'number'), ('room', 'user')},
        ),
        migrations.RemoveField(
            model_name='player',
            name='name_key',
        ),
    ]
