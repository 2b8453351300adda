"""Sets of decks, and decks that a site has switched off."""
from __future__ import unicode_literals

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from decks import roles


def make_roles(apps, schema_editor):
    roles.make(apps)


class Migration(migrations.Migration):

    dependencies = [
        ('decks', '0011_reports'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='deck',
            name='off',
            field=models.BooleanField('switched off', default=False, db_index=True,
                                      help_text='Offered to nobody on this site; games that have it play on.'),
        ),
        migrations.CreateModel(
            name='DeckSet',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False,
                                        verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('description', models.CharField(blank=True, default='', max_length=200)),
                ('position', models.PositiveSmallIntegerField(default=0,
                                                              help_text='Smaller ones stand first.')),
                ('off', models.BooleanField(
                    'switched off', default=False,
                    help_text='Not offered on this site, nor are decks that stand in no other set.')),
                ('created', models.DateTimeField(auto_now_add=True)),
                ('decks', models.ManyToManyField(blank=True, related_name='sets', to='decks.Deck')),
                ('owner', models.ForeignKey(
                    blank=True, help_text="Nobody: the set is the site's.", null=True,
                    on_delete=django.db.models.deletion.CASCADE, related_name='deck_sets',
                    to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('position', 'name', 'id'),
            },
        ),
        migrations.RunPython(make_roles, migrations.RunPython.noop),
    ]
