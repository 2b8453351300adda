"""Addresses of accounts in the form in which all others are stored: domains as the network knows them."""
from __future__ import unicode_literals

from django.conf import settings
from django.db import migrations

from common.email_addresses import canonical
from common.text import is_ascii


def make_canonical(apps, schema_editor):
    users = apps.get_model(*settings.AUTH_USER_MODEL.split(".")).objects
    addresses = apps.get_model("account", "EmailAddress").objects
    for pk, email in _odd(users):
        users.filter(pk=pk).update(email=canonical(email))
    for pk, email in _odd(addresses):
        row, same = addresses.get(pk=pk), addresses.filter(email__iexact=canonical(email)).first()
        if same is not None and same.user_id == row.user_id:
            row.verified, row.primary = row.verified or same.verified, row.primary or same.primary
        elif same is not None and (same.verified or not row.verified):
            row.delete()  # as it goes with two who write down one address: who has confirmed it keeps it
            continue
        if same is not None:
            same.delete()
        row.email = canonical(email)
        row.save()


def _odd(rows):
    """(id, address) of those whose domain is written in its own script."""
    return [(pk, email) for pk, email in rows.values_list("pk", "email").iterator()
            if email and not is_ascii(email.rpartition("@")[2])]


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_answers'),
        ('account', '0001_initial'),
    ]

    operations = [
        migrations.RunPython(make_canonical, lambda apps, schema_editor: None),
    ]
