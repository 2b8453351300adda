"""No two decks share a code."""
from __future__ import unicode_literals

from django.db import migrations, models

import decks.codes


class Migration(migrations.Migration):

    dependencies = [
        ('decks', '0003_fill'),
    ]

    operations = [
        migrations.AlterField(
            model_name='deck',
            name='code',
            field=models.CharField(default=decks.codes.new_code, editable=False, help_text='To share it by.', max_length=8, unique=True),
        ),
    ]
