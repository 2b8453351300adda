"""Rows of sites."""
from __future__ import unicode_literals

import pytest
from django.contrib.sites.models import Site

from cards_project.adoption import site_rows

pytestmark = pytest.mark.django_db


def rows():
    return list(Site.objects.order_by("pk").values_list("pk", "domain"))


def test_a_row_of_ours_needs_nothing():
    assert site_rows.look(()).steps == []


def test_without_a_row_of_ours_it_takes_the_domain_of_the_first():
    Site.objects.all().delete()
    Site.objects.create(pk=3, domain="cards.example.org", name="Cards")
    assert site_rows.look(()).steps == [
        "django_site: a row 1 for this site, cards.example.org",
        'django_site: row 3 becomes "cards.example.org (site 3)", because another row has its domain']
    site_rows.mend(())
    assert rows() == [(1, "cards.example.org"), (3, "cards.example.org (site 3)")]
    assert site_rows.look(()).steps == []


def test_no_rows_at_all_are_a_matter_of_django():
    Site.objects.all().delete()
    assert site_rows.look(()).steps == []
