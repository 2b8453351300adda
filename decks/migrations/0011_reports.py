"""The table of a dry run is stored with it, so that no page has to plan the import again."""
from __future__ import unicode_literals

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('decks', '0010_revisions'),
    ]

    operations = [
        migrations.AddField(
            model_name='importjob',
            name='report',
            field=models.TextField(default='', editable=False,
                                   help_text='Every row of the dry run: CSV, packed by zlib, as base64.'),
        ),
    ]
