"""Postage of letters that wait for their turn has a time of its own."""
from __future__ import unicode_literals

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('invitations', '0005_notices_and_plus_one'),
    ]

    operations = [
        migrations.AlterField(
            model_name='postage',
            name='created',
            field=models.DateTimeField(db_index=True, default=django.utils.timezone.now),
        ),
    ]
