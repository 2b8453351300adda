"""Whose a session is, asked with nothing but its cookies."""
from __future__ import unicode_literals

import pytest

from accounts.sessions.session_user import is_signed_in

pytestmark = pytest.mark.django_db


def cookies(client):
    return {name: morsel.value for name, morsel in client.cookies.items()}


def test_somebody_with_an_account_is_signed_in(client, django_user_model):
    django_user_model.objects.create_user("ann", password="a long word")
    client.login(username="ann", password="a long word")
    assert is_signed_in(cookies(client))


@pytest.mark.parametrize("strange", [{}, {"sessionid": ""}, {"sessionid": "nobody"},
                                     {"sessionid": "x" * 5000}, {"other": "1"}])
def test_nobody_else_is(strange):
    assert not is_signed_in(strange)


def test_a_session_ends_with_its_password(client, django_user_model):
    ann = django_user_model.objects.create_user("ann", password="a long word")
    client.login(username="ann", password="a long word")
    ann.set_password("another word")
    ann.save()
    assert not is_signed_in(cookies(client))
