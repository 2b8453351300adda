"""The face and colour of each seat."""
from __future__ import unicode_literals

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('game', '0010_written_black_cards'),
    ]

    operations = [
        migrations.AddField(
            model_name='player',
            name='colour',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='player',
            name='face',
            field=models.PositiveSmallIntegerField(default=0),
        ),
    ]
