"""Addresses that an older release has stored in another form are found by the one of today."""
from __future__ import unicode_literals

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from invitations.models import Postage, StoppedAddress
from tests.invitations.people import a_guest, a_host
from tests.invitations.visits import again

pytestmark = pytest.mark.django_db


def migrate():
    names = [name for app, name in MigrationLoader(connection).disk_migrations
             if app == "invitations" and name.endswith("_canonical_addresses")]
    import_module("invitations.migrations." + names[0]).make_canonical(apps, None)


def test_every_table_gets_the_form_of_today():
    host = a_host()
    guest, other = a_guest(host, "bob@b\xfccher.example"), a_guest(host, "bob@example.org")
    Postage.objects.create(host=host.user, address="bob@b\xfccher.example")
    migrate()
    assert [again(guest).email, again(other).email] == ["bob@xn--bcher-kva.example", "bob@example.org"]
    assert Postage.objects.get().address == "bob@xn--bcher-kva.example"


def test_an_address_that_was_stopped_in_both_forms_stays_stopped():
    for address in ("bob@b\xfccher.example", "bob@xn--bcher-kva.example", "eve@b\xfccher.example"):
        StoppedAddress.objects.create(address=address)
    migrate()
    assert sorted(StoppedAddress.objects.values_list("address", flat=True)) == [
        "bob@xn--bcher-kva.example", "eve@xn--bcher-kva.example"]
