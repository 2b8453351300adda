"""Messages: one patch for everybody, a seat for whoever's own view changed, and nothing that is secret."""
from __future__ import unicode_literals

import copy
import random

import pytest
from django.conf import settings

from common.compat import json_loads
from game.moves import batches
from game.realtime import messages
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


def merged(target, patch):
    """RFC 7396, section 2, word for word."""
    if not isinstance(patch, dict):
        return patch
    target = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            target.pop(name, None)
        else:
            target[name] = merged(target.get(name), value)
    return target


def a_document(rng, depth=3):
    """A random JSON object without nulls."""
    return {rng.choice("abcdef"): a_value(rng, depth) for _ in range(rng.randrange(5))}


def a_value(rng, depth):
    kinds = ["number", "text", "list"] + ["object"] * 3 * (depth > 0)
    return {"number": lambda: rng.randrange(3), "text": lambda: rng.choice("xyz"),
            "list": lambda: [rng.randrange(2) for _ in range(rng.randrange(3))],
            "object": lambda: a_document(rng, depth - 1)}[rng.choice(kinds)]()


@pytest.mark.parametrize("seed", range(20))
def test_a_patch_makes_the_new_document_of_the_old(seed):
    rng = random.Random(seed)
    for _ in range(100):
        before, after = a_document(rng), a_document(rng)
        kept = copy.deepcopy((before, after))
        assert merged(before, messages.merge_patch(before, after)) == after
        assert (before, after) == kept


@pytest.mark.parametrize("seed", range(5))
def test_a_patch_of_equal_documents_is_empty(seed):
    document = a_document(random.Random(seed))
    assert messages.merge_patch(document, copy.deepcopy(document)) == {}


def test_a_patch_names_only_what_changed():
    before = {"players": {"1": {"name": "Ann", "score": 0}, "2": {"name": "Bob"}}, "judge": "1"}
    after = {"players": {"1": {"name": "Ann", "score": 1}, "2": {"name": "Bob"}}}
    assert messages.merge_patch(before, after) == {"players": {"1": {"score": 1}}, "judge": None}


def test_a_client_that_applies_every_patch_knows_the_table():
    table = a_table("Ann", "Bob", "Cat", "Dan")
    document = json_loads(messages.welcome(batches.load(table.pk), None))["table"]
    outcomes = [table.deal()]
    for _ in range(2):
        outcomes += [table.play_first_cards(who) for who in table.members]
        for number in range(3):
            outcomes.append(table.act(table.judge, "reveal_play", {"play": "%d" % number}))
        outcomes += [table.pick(), table.act("ann", "next_round")]
    for outcome in outcomes:
        document = merged(document, json_loads(messages.update(outcome).public)["table"])
    assert document == json_loads(messages.welcome(batches.load(table.pk), None))["table"]


def test_a_bulletin_says_from_which_version_to_which():
    table = a_table()
    outcome = table.deal()
    update = messages.update(outcome)
    patch = json_loads(update.public)
    assert (update.topic, update.since, update.version) == (table.pk, table.version - 1, table.version)
    assert (patch["type"], patch["from"], patch["version"]) == ("patch", table.version - 1, table.version)
    assert patch["log"] == outcome.entries


def test_only_those_whose_own_view_changed_get_a_seat():
    table = a_table("Ann", "Bob", "Cat", "Dan")
    table.deal()
    who = table.members[0]
    update = messages.update(table.play_first_cards(who))
    assert set(update.private) == {table.number(who)}
    seat = json_loads(update.private[table.number(who)])
    assert (seat["type"], seat["version"],
            seat["seat"]["play"]) == ("seat", table.version, table.hand(who)[:1])


def test_a_start_deals_everybody_their_own_hand():
    table = a_table()
    update = messages.update(table.deal())
    hands = [json_loads(update.private[number])["seat"]["hand"] for number in ("1", "2", "3")]
    assert len({card["id"] for hand in hands for card in hand}) == 30


def test_the_public_patch_holds_nobodys_hand():
    table = a_table()
    public = messages.update(table.deal()).public
    texts = [card["text"] for who in table.players for card in table.seat(who)["hand"]]
    assert texts and not any(text in public for text in texts)


def test_a_play_before_the_reveal_shows_neither_cards_nor_author():
    table = a_table()
    table.deal()
    table.play_first_cards(table.members[0])
    public = json_loads(messages.update(table.play_first_cards(table.members[1])).public)
    assert public["table"]["plays"] == {"0": {}, "1": {}}


def test_the_kicked_hear_goodbye_and_the_others_stay():
    table = a_table()
    update = messages.update(table.act("ann", "kick", {"player": "2"}))
    assert update.disconnects == {"2": "kicked"}
    assert json_loads(update.public)["table"]["players"] == {"2": None}


def test_whoever_leaves_gets_no_seat_any_more():
    table = a_table()
    table.deal()
    update = messages.update(table.act("bob", "leave"))
    assert "2" not in update.private and update.disconnects == {}


def test_a_welcome_holds_the_table_and_ones_own_seat():
    table = a_table()
    table.deal()
    welcome = json_loads(messages.welcome(batches.load(table.pk), "2"))
    assert (welcome["type"], welcome["protocol"], welcome["version"]) == ("welcome", 1, table.version)
    assert welcome["release"] == settings.RELEASE
    assert welcome["table"]["code"] == table.room.code and welcome["seat"]["player"] == "2"
    assert [card["id"] for card in welcome["seat"]["hand"]] == table.hand("bob")


@pytest.mark.parametrize("who", [None, "2", "99"])
def test_a_spectator_and_whoever_left_have_no_seat(who):
    table = a_table()
    table.deal()
    table.act("bob", "leave")
    assert json_loads(messages.welcome(batches.load(table.pk), who))["seat"] is None


def test_a_welcome_for_a_spectator_holds_nobodys_hand():
    table = a_table()
    table.deal()
    welcome = messages.welcome(batches.load(table.pk), None)
    assert "Tea answer" not in welcome


def test_documents_hold_no_nulls():
    table = a_table()
    table.deal()
    table.play_round()
    text = messages.welcome(batches.load(table.pk), "1")
    assert "null" not in text


def test_an_answer_carries_the_id_of_the_move():
    assert json_loads(messages.ok("k1", 7)) == {"type": "ok", "id": "k1", "version": 7}
    error = json_loads(messages.error("wrong_count", "k1", pick=2))
    assert error == {"type": "error", "id": "k1", "code": "wrong_count",
                     "message": "This card wants exactly 2 of yours."}


def test_an_error_without_an_id_has_none():
    assert "id" not in json_loads(messages.error("bad_frame"))


def test_a_pong_tells_version_and_time():
    pong = json_loads(messages.pong(7))
    assert (pong["type"], pong["version"]) == ("pong", 7) and abs(pong["now"] - batches.now_ms()) < 5000
