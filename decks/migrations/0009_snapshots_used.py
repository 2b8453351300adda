"""When a game was last begun with a snapshot: for those there are, now."""
from __future__ import unicode_literals

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('decks', '0008_differences'),
    ]

    operations = [
        migrations.AddField(
            model_name='snapshot',
            name='used',
            field=models.DateTimeField(db_index=True, default=django.utils.timezone.now, editable=False),
        ),
    ]
