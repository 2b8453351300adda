"""More tables of decks: states, owners, versions, codes to share, proposals, reports, statistics, imports."""
from __future__ import unicode_literals

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('decks', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='blackcard',
            name='attribution',
            field=models.CharField(blank=True, default='', help_text='Whose idea it was.', max_length=200),
        ),
        migrations.AddField(
            model_name='blackcard',
            name='fingerprint',
            field=models.CharField(db_index=True, default='', editable=False, max_length=40),
        ),
        migrations.AddField(
            model_name='blackcard',
            name='tags',
            field=models.CharField(blank=True, default='', help_text='Words with spaces between.', max_length=300),
        ),
        migrations.AddField(
            model_name='deck',
            name='code',
            field=models.CharField(default='', editable=False, help_text='To share it by.', max_length=8),
        ),
        migrations.AddField(
            model_name='deck',
            name='listed',
            field=models.BooleanField(default=True, help_text='Published decks: offered to everybody, or only by the code.'),
        ),
        migrations.AddField(
            model_name='deck',
            name='owner',
            field=models.ForeignKey(blank=True, help_text='Nobody: the deck belongs to the site.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='decks', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='deck',
            name='plays',
            field=models.PositiveIntegerField(default=0, editable=False, help_text='Games that were begun with it.'),
        ),
        migrations.AddField(
            model_name='deck',
            name='source_note',
            field=models.TextField(blank=True, default='', help_text='Where the cards come from, in words.'),
        ),
        migrations.AddField(
            model_name='deck',
            name='status',
            field=models.CharField(choices=[('draft', 'Draft'), ('review', 'In review'), ('published', 'Published'), ('archived', 'Archived')], db_index=True, default='draft', max_length=10),
        ),
        migrations.AddField(
            model_name='deck',
            name='tags',
            field=models.CharField(blank=True, default='', help_text='Words with spaces between.', max_length=300),
        ),
        migrations.AddField(
            model_name='deck',
            name='version',
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name='whitecard',
            name='attribution',
            field=models.CharField(blank=True, default='', help_text='Whose idea it was.', max_length=200),
        ),
        migrations.AddField(
            model_name='whitecard',
            name='fingerprint',
            field=models.CharField(db_index=True, default='', editable=False, max_length=40),
        ),
        migrations.AddField(
            model_name='whitecard',
            name='tags',
            field=models.CharField(blank=True, default='', help_text='Words with spaces between.', max_length=300),
        ),
        migrations.AlterField(
            model_name='blackcard',
            name='text',
            field=models.TextField(),
        ),
        migrations.CreateModel(
            name='CardStatistic',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('black', 'black card'), ('white', 'white card')], max_length=5)),
                ('fingerprint', models.CharField(max_length=40)),
                ('dealt', models.PositiveIntegerField(default=0)),
                ('played', models.PositiveIntegerField(default=0)),
                ('won', models.PositiveIntegerField(default=0)),
                ('discarded', models.PositiveIntegerField(default=0)),
            ],
            options={
                'unique_together': {('kind', 'fingerprint')},
            },
        ),
        migrations.CreateModel(
            name='ImportJob',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(blank=True, default='', max_length=200)),
                ('content', models.TextField(editable=False)),
                ('options', models.TextField(default='{}', help_text='JSON of what was chosen: mode, rating, language.')),
                ('status', models.CharField(choices=[('waiting', 'waiting'), ('queued', 'queued'), ('running', 'running'), ('done', 'done'), ('failed', 'failed'), ('undone', 'undone')], db_index=True, default='waiting', max_length=7)),
                ('done', models.PositiveIntegerField(default=0)),
                ('total', models.PositiveIntegerField(default=0)),
                ('result', models.TextField(default='{}', help_text='JSON: counts, what went wrong, the versions that were made.')),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('changed', models.DateTimeField(auto_now=True)),
                ('deck', models.ForeignKey(help_text='None: each pack of the file becomes a deck of its own.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='imports', to='decks.Deck')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='imports', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-pk',),
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('black', 'black card'), ('white', 'white card')], max_length=5)),
                ('text', models.TextField()),
                ('pick', models.PositiveSmallIntegerField(default=1)),
                ('attribution', models.CharField(blank=True, default='', max_length=200)),
                ('status', models.CharField(choices=[('waiting', 'waiting'), ('accepted', 'accepted'), ('refused', 'refused')], db_index=True, default='waiting', max_length=8)),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('decided', models.DateTimeField(null=True)),
                ('deck', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='decks.Deck')),
                ('proposer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposals', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-pk',),
            },
        ),
        migrations.CreateModel(
            name='CardReport',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('black', 'black card'), ('white', 'white card')], max_length=5)),
                ('fingerprint', models.CharField(db_index=True, max_length=40)),
                ('text', models.TextField()),
                ('reason', models.CharField(choices=[('offensive', 'offensive'), ('typo', 'a typo'), ('unfunny', 'not funny')], max_length=9)),
                ('reporter', models.CharField(max_length=40)),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('resolved', models.DateTimeField(db_index=True, null=True)),
                ('resolver', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-pk',),
                'unique_together': {('fingerprint', 'kind', 'reporter')},
            },
        ),
        migrations.CreateModel(
            name='DeckVersion',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('note', models.CharField(blank=True, default='', max_length=200)),
                ('document', models.TextField()),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('deck', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='decks.Deck')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('deck', '-number'),
                'unique_together': {('deck', 'number')},
            },
        ),
        migrations.CreateModel(
            name='FavouriteDeck',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('deck', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='favourites', to='decks.Deck')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='favourite_decks', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'unique_together': {('user', 'deck')},
            },
        ),
        migrations.CreateModel(
            name='HiddenCard',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('black', 'black card'), ('white', 'white card')], max_length=5)),
                ('fingerprint', models.CharField(max_length=40)),
                ('text', models.TextField()),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-pk',),
                'unique_together': {('kind', 'fingerprint')},
            },
        ),
    ]
