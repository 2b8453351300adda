"""Addresses in small letters and with an index, so that those who want no more letters are found by an exact match."""
from __future__ import unicode_literals

from django.db import migrations, models
from django.db.models.functions import Lower


def make_small(apps, schema_editor):
    for name, column in (("Invitation", "email"), ("Postage", "address")):
        apps.get_model("invitations", name).objects.update(**{column: Lower(column)})


class Migration(migrations.Migration):

    dependencies = [
        ('invitations', '0001_invitations'),
    ]

    operations = [
        migrations.RunPython(make_small, lambda apps, schema_editor: None),
        migrations.AlterField(
            model_name='invitation',
            name='email',
            field=models.EmailField(db_index=True, max_length=254),
        ),
        migrations.AlterField(
            model_name='postage',
            name='address',
            field=models.EmailField(db_index=True, help_text='In small letters.', max_length=254),
        ),
    ]
