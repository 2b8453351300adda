"""What a reviewer tells the owner of a deck."""
from __future__ import unicode_literals

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('decks', '0006_months'),
    ]

    operations = [
        migrations.AddField(
            model_name='deck',
            name='review_note',
            field=models.CharField(blank=True, default='', editable=False, help_text='What the reviewer told the owner last.', max_length=500),
        ),
    ]
