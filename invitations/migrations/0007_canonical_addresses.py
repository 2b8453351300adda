"""Addresses with domains of other scripts in the one form in which they are compared now."""
from __future__ import unicode_literals

from django.db import migrations

from common.email_addresses import canonical


def make_canonical(apps, schema_editor):
    for name, column in (("Invitation", "email"), ("Postage", "address"), ("StoppedAddress", "address")):
        rows = apps.get_model("invitations", name).objects.order_by("pk")
        for pk, address in list(rows.values_list("pk", column)):
            if canonical(address) == address:
                continue
            if name == "StoppedAddress" and rows.filter(address=canonical(address)).exists():
                rows.filter(pk=pk).delete()
            else:
                rows.filter(pk=pk).update(**{column: canonical(address)})


class Migration(migrations.Migration):

    dependencies = [
        ('invitations', '0006_postage_ahead'),
    ]

    operations = [
        migrations.RunPython(make_canonical, lambda apps, schema_editor: None),
    ]
