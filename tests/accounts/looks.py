"""What tests of pages look at: the make of a page, our design, and Ann, who has an account."""
from __future__ import unicode_literals

import re

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings as project
from django.contrib.auth import get_user_model
from django.core.cache import cache
from six.moves.html_parser import HTMLParser

from common.compat import reverse

PASSWORD = "a duck in a bath"
current = pytest.mark.skipif(project.CLASSIC, reason="the old allauth has nothing of the kind")


class Look(HTMLParser):
    """What a page is made of: tags with their attributes, and the fields that people see."""

    def __init__(self, response):
        HTMLParser.__init__(self)
        self.tags = []
        self.text = response.content.decode("utf-8")
        self.feed(self.text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def all(self, tag, **wanted):
        return [found for name, found in self.tags
                if name == tag and all(found.get(key) == value for key, value in wanted.items())]

    @property
    def fields(self):
        return [field for field in self.all("input") if field.get("type") not in ("hidden", "checkbox")]


@pytest.fixture(autouse=True)
def fresh(settings, db):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def ann():
    user = get_user_model().objects.create_user("ann", "ann@example.org", PASSWORD)
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return user


@pytest.fixture
def signed_in(client, ann):
    client.post(reverse("account_login"), {"login": "ann", "password": PASSWORD})
    if not project.CLASSIC:  # what concerns safety wants the password once more
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def wears_our_design(response, status=200):
    """Check what every page must have, and return its Look."""
    look = Look(response)
    body, = look.all("body")
    title = re.search(r"<title>(.*?)</title>", look.text).group(1)
    labels = {label.get("for") for label in look.all("label")}
    assert response.status_code == status and len(body["data-csrf"]) > 20
    assert look.all("header", **{"class": "brand"}) and look.all("section", **{"class": "sheet account"})
    assert len(look.all("h1")) == 1 and title.endswith(
        " &middot; Cards Against Django") and not title.startswith(" ")
    assert look.all("link", href="/static/css/pages/account.css") and not look.all("table")
    assert all(field.get("autocomplete") and field["id"] in labels for field in look.fields)
    assert not [found for found in look.all("script")
                if not (found.get("src") or found["type"] == "application/json")]
    assert all(found.get("method") == "post" for found in look.all("form"))
    return look
