"""The pages that say that something is broken: they ask nobody, and lead back to where the site is."""
from __future__ import unicode_literals

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.views.defaults import server_error

from common.compat import set_script_prefix


@pytest.fixture
def below_cards():
    """The site is below a path."""
    set_script_prefix("/cards/")
    yield
    set_script_prefix("/")


def test_the_page_for_our_own_mistakes_leads_home(below_cards):
    page = server_error(RequestFactory().get("/"))
    assert page.status_code == 500 and b'<a href="/cards/">Back' in page.content and b"(500)" in page.content


def test_the_page_without_a_database_leads_to_where_somebody_was():
    page = render_to_string("503.html", {"message": "Soon.", "again": "/cards/decks/"})
    assert '<a href="/cards/decks/">Try again</a>' in page and "<h1>Soon.</h1>" in page
