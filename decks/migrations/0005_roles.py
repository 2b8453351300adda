"""Reviewing decks is a permission; editors, reviewers and the support of hosts are groups."""
from __future__ import unicode_literals

from django.db import migrations

from decks import roles


def make(apps, schema_editor):
    roles.make(apps)


class Migration(migrations.Migration):

    dependencies = [
        ('decks', '0004_codes'),
        ('auth', '0006_require_contenttypes_0002'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='deck',
            options={'ordering': ('name', 'id'), 'permissions': (('review_deck', 'Can review decks'),)},
        ),
        migrations.RunPython(make, migrations.RunPython.noop),
    ]
