"""The face and colour that doors offer to an account."""
from __future__ import unicode_literals

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_canonical_addresses'),
    ]

    operations = [
        migrations.AddField(
            model_name='profile',
            name='colour',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='profile',
            name='face',
            field=models.PositiveSmallIntegerField(default=0),
        ),
    ]
