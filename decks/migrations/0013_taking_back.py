"""Decks that were deleted for some days, and all decks as one ZIP."""
from __future__ import unicode_literals

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('decks', '0012_sets'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='deck',
            name='deleted',
            field=models.DateTimeField(blank=True, db_index=True, editable=False, null=True),
        ),
        migrations.CreateModel(
            name='SiteCopy',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('direction', models.CharField(choices=[('export', 'export'), ('restore', 'restore')], max_length=7)),
                ('file_name', models.CharField(blank=True, default='', max_length=200)),
                ('options', models.TextField(default='{}', help_text='JSON of what was chosen.')),
                ('status', models.CharField(choices=[('waiting', 'waiting'), ('queued', 'queued'), ('running', 'running'), ('done', 'done'), ('failed', 'failed'), ('undone', 'undone')], db_index=True, default='queued', max_length=7)),
                ('done', models.PositiveIntegerField(default=0)),
                ('total', models.PositiveIntegerField(default=0)),
                ('result', models.TextField(default='{}', help_text='JSON: what has happened, what is left.')),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('changed', models.DateTimeField(auto_now=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-pk',),
            },
        ),
        migrations.CreateModel(
            name='SiteCopyPart',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('content', models.TextField()),
                ('copy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='decks.SiteCopy')),
            ],
            options={
                'ordering': ('number',),
                'unique_together': {('copy', 'number')},
            },
        ),
    ]
