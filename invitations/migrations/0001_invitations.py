"""Invitations, their letters, game nights, and who wants no letters."""
from __future__ import unicode_literals

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('game', '0001_rooms'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='StoppedAddress',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.EmailField(max_length=254, unique=True)),
                ('created', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='GameNight',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts', models.DateTimeField(db_index=True)),
                ('minutes', models.PositiveSmallIntegerField(default=180)),
                ('zone', models.CharField(default='UTC', help_text="The host's time zone, in which letters tell the time.", max_length=64)),
                ('uid', models.CharField(editable=False, max_length=100, unique=True)),
                ('sequence', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('cancelled', models.DateTimeField(blank=True, editable=False, null=True)),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('host', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='nights', to=settings.AUTH_USER_MODEL)),
                ('room', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='nights', to='game.Room')),
            ],
            options={
                'ordering': ('-starts',),
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('sent', models.DateTimeField(blank=True, editable=False, null=True)),
                ('due', models.DateTimeField(db_index=True, default=django.utils.timezone.now, editable=False, null=True)),
                ('claimed', models.DateTimeField(editable=False, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('failed', models.DateTimeField(editable=False, null=True)),
                ('last_error', models.CharField(blank=True, default='', editable=False, max_length=300)),
                ('sender_name', models.CharField(help_text='What the letter calls the sender.', max_length=80)),
                ('email', models.EmailField(max_length=254)),
                ('name', models.CharField(blank=True, default='', max_length=80)),
                ('language', models.CharField(default='en', max_length=7)),
                ('note', models.TextField(blank=True, default='', max_length=500)),
                ('key', models.CharField(editable=False, max_length=32, unique=True)),
                ('answer', models.CharField(blank=True, choices=[('yes', 'yes'), ('no', 'no'), ('maybe', 'maybe')], default='', editable=False, max_length=5)),
                ('opened', models.DateTimeField(editable=False, null=True)),
                ('accepted', models.DateTimeField(editable=False, null=True)),
                ('declined', models.DateTimeField(editable=False, null=True)),
                ('revoked', models.DateTimeField(editable=False, null=True)),
                ('expires', models.DateTimeField(db_index=True, editable=False)),
                ('night', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='invitations', to='invitations.GameNight')),
                ('player', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='invitations', to='game.Player')),
                ('room', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='invitations', to='game.Room')),
                ('sender', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-pk',),
            },
        ),
        migrations.CreateModel(
            name='Postage',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.EmailField(db_index=True, max_length=254)),
                ('created', models.DateTimeField(auto_now_add=True, db_index=True)),
                ('host', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='postages', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='NightLetter',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('sent', models.DateTimeField(blank=True, editable=False, null=True)),
                ('due', models.DateTimeField(db_index=True, default=django.utils.timezone.now, editable=False, null=True)),
                ('claimed', models.DateTimeField(editable=False, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('failed', models.DateTimeField(editable=False, null=True)),
                ('last_error', models.CharField(blank=True, default='', editable=False, max_length=300)),
                ('kind', models.CharField(choices=[('night', 'set or moved'), ('cancelled', 'called off'), ('reminder', 'reminder')], max_length=9)),
                ('sequence', models.PositiveSmallIntegerField(help_text="The night's sequence that this letter tells about.")),
                ('invitation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='letters', to='invitations.Invitation')),
                ('night', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='letters', to='invitations.GameNight')),
            ],
            options={
                'unique_together': {('invitation', 'night', 'kind', 'sequence')},
            },
        ),
    ]
