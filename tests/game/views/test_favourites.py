"""Hearts for one's own winning plays, given and taken back on the profile page."""
from __future__ import unicode_literals

import pytest

from game.models import Favourite
from tests.game.history.test_past_games import keep_round
from tests.game.pages import address, path_of
from tests.game.people import an_account, own
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


@pytest.fixture
def play(client):
    """A play that Bob, who is signed in, has won with."""
    table = a_table()
    own(table, "bob", an_account("bob"))
    client.login(username="bob", password="walnut-pudding-7")
    return keep_round(table, 1, 1, "bob")


def press(client, play, heart="yes"):
    return client.post(address("heart", play.pk), {"heart": heart})


def test_a_heart_is_kept_and_leads_back_to_the_play(client, play):
    assert path_of(press(client, play)) == "/accounts/profile/#play-%d" % play.pk
    assert [(heart.user.username, heart.result) for heart in Favourite.objects.all()] == [("bob", play)]


def test_pressing_twice_gives_one_heart(client, play):
    assert [press(client, play).status_code for _ in range(2)] == [302, 302]
    assert Favourite.objects.count() == 1


def test_a_heart_can_be_taken_back(client, play):
    press(client, play)
    press(client, play, "no")
    assert not Favourite.objects.exists()


def test_a_play_of_somebody_else_takes_no_heart(client, play):
    an_account("eve")
    client.login(username="eve", password="walnut-pudding-7")
    assert press(client, play).status_code == 404 and not Favourite.objects.exists()


def test_a_guest_is_asked_to_sign_in(client, play):
    client.logout()
    assert "/accounts/login/" in path_of(press(client, play)) and not Favourite.objects.exists()


def test_looking_changes_nothing(client, play):
    assert client.get(address("heart", play.pk)).status_code == 405
