"""Versions may hold what differs from the one before."""
from __future__ import unicode_literals

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('decks', '0007_review_note'),
    ]

    operations = [
        migrations.AddField(
            model_name='deckversion',
            name='base',
            field=models.PositiveIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='deckversion',
            name='cards',
            field=models.PositiveIntegerField(default=0, editable=False, help_text='How many the deck had.'),
        ),
        migrations.AddField(
            model_name='deckversion',
            name='facts',
            field=models.TextField(blank=True, default='', editable=False, help_text='JSON: what the deck said of itself.'),
        ),
    ]
