"""The table as it first stood: rooms, players, round results."""
from __future__ import unicode_literals

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Room',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=5, unique=True)),
                ('version', models.IntegerField(default=1)),
                ('state', models.TextField(editable=False)),
                ('password', models.CharField(blank=True, default='', editable=False, max_length=128)),
                ('listed', models.BooleanField(default=False, help_text='Shown on the home page to everybody.')),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('used', models.DateTimeField(db_index=True)),
            ],
            options={
                'ordering': ('-used',),
            },
        ),
        migrations.CreateModel(
            name='Player',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('name', models.CharField(max_length=24)),
                ('name_key', models.CharField(editable=False, max_length=96)),
                ('key', models.CharField(editable=False, max_length=32, unique=True)),
                ('kicked', models.BooleanField(default=False)),
                ('joined', models.DateTimeField(auto_now_add=True)),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='players', to=settings.AUTH_USER_MODEL)),
                ('room', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='players', to='game.Room')),
            ],
            options={
                'ordering': ('room', 'number'),
                'unique_together': {('room', 'name_key'), ('room', 'number'), ('room', 'user')},
            },
        ),
        migrations.CreateModel(
            name='RoundResult',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('game', models.PositiveIntegerField()),
                ('round', models.PositiveIntegerField()),
                ('black', models.TextField()),
                ('pick', models.PositiveSmallIntegerField()),
                ('plays', models.TextField()),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('judge', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='judged_rounds', to='game.Player')),
                ('room', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='results', to='game.Room')),
                ('winner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='won_rounds', to='game.Player')),
            ],
            options={
                'ordering': ('room', '-game', '-round'),
                'unique_together': {('room', 'game', 'round')},
            },
        ),
    ]
