"""What was played with a deck, month by month."""
from __future__ import unicode_literals

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('decks', '0005_roles'),
    ]

    operations = [
        migrations.CreateModel(
            name='DeckMonth',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField(help_text='Its first day.')),
                ('games', models.PositiveIntegerField(default=0)),
                ('played', models.PositiveIntegerField(default=0)),
                ('won', models.PositiveIntegerField(default=0)),
                ('deck', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='months', to='decks.Deck')),
            ],
            options={
                'ordering': ('deck', 'month'),
                'unique_together': {('deck', 'month')},
            },
        ),
    ]
