"""Links to the recap of a game."""
from __future__ import unicode_literals

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('game', '0011_looks'),
    ]

    operations = [
        migrations.CreateModel(
            name='Recap',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('game', models.PositiveIntegerField()),
                ('key', models.CharField(editable=False, max_length=32, unique=True)),
                ('scores', models.TextField(default='{}', editable=False)),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('expires', models.DateTimeField(db_index=True)),
                ('player', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='recaps', to='game.Player')),
                ('room', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recaps', to='game.Room')),
            ],
            options={
                'ordering': ('-pk',),
                'unique_together': {('room', 'game')},
            },
        ),
    ]
