"""The first tables of decks: decks, black and white cards, snapshots."""
from __future__ import unicode_literals

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Deck',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('language', models.CharField(default='en', help_text='A language tag such as "en" or "pt-BR".', max_length=35, validators=[django.core.validators.RegexValidator('^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$', 'Write a language tag such as "en" or "pt-BR".')])),
                ('description', models.TextField(blank=True, default='')),
                ('author', models.CharField(blank=True, default='', max_length=200)),
                ('licence', models.CharField(blank=True, default='', max_length=200)),
                ('rating', models.CharField(choices=[('family', 'Family: fit for every table'), ('teen', 'Teen: cheeky'), ('adult', 'Adult: not for children')], default='adult', max_length=10)),
                ('source', models.CharField(blank=True, default='', editable=False, max_length=120)),
                ('source_digest', models.CharField(blank=True, default='', editable=False, max_length=64)),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('updated', models.DateTimeField(auto_now=True)),
            ],
            options={
                'ordering': ('name', 'id'),
            },
        ),
        migrations.CreateModel(
            name='Snapshot',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('black', models.TextField()),
                ('white', models.TextField()),
                ('created', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='BlackCard',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(help_text='One "_" for each blank.')),
                ('pick', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                ('draw', models.PositiveSmallIntegerField(default=0, help_text='How many more cards each player gets before playing.', validators=[django.core.validators.MaxValueValidator(10)])),
                ('position', models.PositiveIntegerField(default=0)),
                ('deck', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='black_cards', to='decks.Deck')),
            ],
            options={
                'ordering': ('deck', 'position', 'id'),
            },
        ),
        migrations.CreateModel(
            name='WhiteCard',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('position', models.PositiveIntegerField(default=0)),
                ('deck', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='white_cards', to='decks.Deck')),
            ],
            options={
                'ordering': ('deck', 'position', 'id'),
            },
        ),
    ]
