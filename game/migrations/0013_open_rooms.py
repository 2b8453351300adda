"""The list of open rooms: rooms are found in it by an index, kept off it, and reported."""
from __future__ import unicode_literals

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('game', '0012_recaps'),
    ]

    operations = [
        migrations.AddField(
            model_name='room',
            name='barred',
            field=models.BooleanField(default=False, help_text='The host cannot show it in the list of open rooms.', verbose_name='kept off the list'),
        ),
        migrations.AlterField(
            model_name='room',
            name='listed',
            field=models.BooleanField(db_index=True, default=False, help_text='In the list of open rooms, while somebody is here and a seat is free.'),
        ),
        migrations.CreateModel(
            name='RoomReport',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=[('name', 'the name'), ('decks', 'the decks'), ('other', 'something else')], max_length=5)),
                ('said', models.TextField(default='')),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('resolved', models.DateTimeField(db_index=True, editable=False, null=True)),
                ('room', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='game.Room')),
            ],
            options={
                'ordering': ('-pk',),
            },
        ),
    ]
