"""Which black cards of past rounds a judge wrote: none that is known."""
from __future__ import unicode_literals

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('game', '0009_waiting'),
    ]

    operations = [
        migrations.AddField(
            model_name='roundresult',
            name='black_written',
            field=models.BooleanField(default=False, editable=False),
        ),
    ]
