"""Cleaning in small bites."""
from __future__ import unicode_literals

import pytest
from django.contrib.sites.models import Site

from common.storage import sweeping

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def five(monkeypatch):
    """Five rows, and no pauses between bites."""
    monkeypatch.setattr(sweeping, "PAUSE_SECONDS", 0)
    Site.objects.all().delete()
    for number in range(5):
        Site.objects.create(pk=10 + number, domain="%d.example" % number)


def bites(sweep, count):
    return [[row.pk for row in sweep.bite(Site.objects.all())] for _ in range(count)]


def test_a_sweep_goes_on_where_it_was_and_begins_anew():
    assert bites(sweeping.Sweep(2), 4) == [[10, 11], [12, 13], [14], [10, 11]]


def test_a_sweep_over_few_rows_sees_all_of_them_each_time():
    assert bites(sweeping.Sweep(9), 2) == [[10, 11, 12, 13, 14]] * 2


def test_so_many_are_deleted_and_no_more(monkeypatch):
    monkeypatch.setattr(sweeping, "ROWS", 2)
    assert sweeping.delete_some(Site.objects.all(), 3) == 3
    assert Site.objects.count() == 2
    assert sweeping.delete_some(Site.objects.all(), 3) == 2
