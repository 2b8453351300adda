"""Games that were begun, and which rounds the statistics have counted: none yet."""
from __future__ import unicode_literals

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('game', '0002_favourites'),
    ]

    operations = [
        migrations.AddField(
            model_name='roundresult',
            name='counted',
            field=models.BooleanField(db_index=True, default=False, editable=False),
        ),
        migrations.CreateModel(
            name='PlayedGame',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('game', models.PositiveIntegerField()),
                ('decks', models.TextField()),
                ('cards', models.PositiveIntegerField()),
                ('begun', models.DateTimeField(auto_now_add=True)),
                ('ended', models.DateTimeField(null=True)),
                ('left', models.TextField(default='[]')),
                ('begin_counted', models.BooleanField(db_index=True, default=False)),
                ('end_counted', models.BooleanField(db_index=True, default=False)),
                ('room', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='games', to='game.Room')),
            ],
            options={
                'unique_together': {('room', 'game')},
            },
        ),
    ]
