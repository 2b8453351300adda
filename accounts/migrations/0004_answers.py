"""Whether answers to somebody's letters go to their own address."""
from __future__ import unicode_literals

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0003_owners_of_old_sessions'),
    ]

    operations = [
        migrations.AddField(
            model_name='profile',
            name='answers',
            field=models.BooleanField(default=False),
        ),
    ]
