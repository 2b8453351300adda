"""What a host sees of each invitation: the word for it, and the message that brings it to their own screens
only.
"""
from __future__ import unicode_literals

import pytest
from django.utils import timezone

from common.compat import json_loads
from game.models import Player
from game.realtime.handlers import rooms
from game.rooms import services as game_services
from invitations import status
from invitations.models import Invitation
from invitations.words import STATES
from tests.game import contract
from tests.game.table import unpublished

from .people import a_guest, a_host

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def host():
    return a_host("Ann")


@pytest.fixture
def published(monkeypatch):
    """(handler, update) of what was published."""
    published = []
    monkeypatch.setattr("game.rooms.services.publish", lambda *what: published.append(what))
    return published


@pytest.mark.parametrize("stamps,word", [
    ((), "queued"), (("sent",), "sent"), (("sent", "opened"), "opened"), (("opened",), "opened"),
    (("failed",), "failed"),
    (("sent", "opened", "failed"), "failed"), (("sent", "opened", "declined"), "declined"),
    (("sent", "opened", "accepted"), "joined"), (("declined", "accepted"), "joined"),
    (("accepted", "revoked"), "revoked")])
def test_one_word_says_where_it_stands(stamps, word):
    assert status.status_of(Invitation(**dict.fromkeys(stamps, NOW))) == word


def test_a_letter_that_was_kept_was_not_sent_and_may_be_opened_all_the_same():
    assert status.status_of(Invitation(sent=NOW, kept=True)) == "kept"
    assert status.status_of(Invitation(sent=NOW, kept=True, opened=NOW)) == "opened"


def test_the_document_has_what_the_page_shows_and_no_key(host):
    player = game_services.join(host.room, "Bobby")
    bob = a_guest(host, name="Bob", last_error="451 later", answer="maybe", player=player, accepted=NOW)
    assert status.document(bob) == {
        "id": bob.pk, "email": "bob@example.org", "name": "Bob", "status": "joined", "reason": "451 later",
        "answer": "maybe", "player": "Bobby", "seat": "2", "told": None, "missed": None, "goes": None,
        "stops": False, "same_as": None}


def test_news_goes_to_the_senders_own_seat(host, published):
    with unpublished():
        game_services.join(host.room, "Bob")
    bob = a_guest(host)
    status.tell(bob.pk)
    (handler, update), = published
    assert handler is rooms and (update.topic, update.version, update.public, update.disconnects) == (
        host.room.pk, 0, "", {})
    assert {seat: json_loads(text) for seat, text in update.private.items()} == {
        "1": {"type": "invitation", "invitation": status.document(bob)}}


def test_a_sender_without_a_seat_there_is_told_nothing(host, published):
    bob = a_guest(host)
    Player.objects.update(user=None)
    status.tell(bob.pk)
    assert published == []


def test_what_is_gone_is_told_to_nobody(host, published):
    bob = a_guest(host)
    status.tell(4711)
    host.room.delete()
    status.tell(bob.pk)
    assert published == []


def test_the_message_is_on_the_page_of_the_protocol(host, published):
    status.tell(a_guest(host).pk)
    message = json_loads(published[0][1].private["1"])
    told = contract.section("News of invitations")
    assert contract.TYPE.findall(told) == [message["type"]]
    assert {word for row in contract.rows(told)
            for word in contract.WORD.findall(row[0])} == set(message["invitation"])
    row = next(row for row in contract.rows(told) if row[0] == "`status`")
    assert set(contract.WORD.findall(row[1])) == set(STATES)
