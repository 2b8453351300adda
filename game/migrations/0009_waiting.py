"""People who wait: for a seat that is theirs, and in line for a free one."""
from __future__ import unicode_literals

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('game', '0008_names_are_free_again'),
    ]

    operations = [
        migrations.CreateModel(
            name='LinePlace',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('visitor', models.CharField(max_length=32)),
                ('since', models.DateTimeField(auto_now_add=True)),
                ('seen', models.DateTimeField()),
                ('offered', models.DateTimeField(null=True)),
                ('room', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='line', to='game.Room')),
            ],
            options={
                'ordering': ('since', 'pk'),
                'unique_together': {('room', 'visitor')},
            },
        ),
        migrations.CreateModel(
            name='SeatRequest',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('visitor', models.CharField(max_length=32)),
                ('answer', models.CharField(blank=True, default='', max_length=4)),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('player', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requests', to='game.Player')),
                ('room', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seat_requests', to='game.Room')),
            ],
            options={
                'ordering': ('pk',),
                'unique_together': {('room', 'visitor')},
            },
        ),
    ]
