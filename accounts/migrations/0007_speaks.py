"""The language in which an account reads pages."""
from __future__ import unicode_literals

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0006_looks'),
    ]

    operations = [
        migrations.AddField(
            model_name='profile',
            name='speaks',
            field=models.CharField(blank=True, default='', max_length=10),
        ),
    ]
