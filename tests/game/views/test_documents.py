"""What pages fetch."""
from __future__ import unicode_literals

import mock
import pytest
import segno
from django.test import Client

from common.web import sites
from decks.cards.texts import fingerprint
from decks.models import WhiteCard
from game.views import documents
from tests.game.pages import address, come_in, json_of, sit
from tests.game.table import a_stored_deck, a_table

pytestmark = pytest.mark.django_db
PRIVATE = ["decks", "history", "seat_qr"]


@pytest.fixture
def table():
    return a_table("Ann", "Bob", "Cat")


@pytest.mark.parametrize("name", PRIVATE)
def test_strangers_get_nothing(client, table, name):
    assert client.get(address(name, table.room.code)).status_code == 404


@pytest.mark.parametrize("name", PRIVATE)
def test_the_kicked_get_nothing(client, table, name):
    sit(client, table.player("bob"))
    come_in(client, table.room)
    table.act("ann", "kick", {"player": "2"})
    assert client.get(address(name, table.room.code)).status_code == 404


@pytest.mark.parametrize("name", PRIVATE + ["qr"])
def test_a_room_that_does_not_exist_has_nothing(client, name):
    assert client.get(address(name, "KX7PQ")).status_code == 404


def test_a_player_sees_the_decks(client, table):
    sit(client, table.player("bob"))
    deck, = json_of(client.get(address("decks", table.room.code)))["decks"]
    assert (deck["id"], deck["name"], deck["black"], deck["white"]) == (table.deck.pk, "Tea", 12, 80)


def test_a_spectator_sees_the_history(client, table):
    come_in(client, table.room)
    table.deal()
    judge = table.judge.title()
    table.play_round()
    shown, = json_of(client.get(address("history", table.room.code)))["rounds"]
    assert (shown["game"], shown["round"], shown["judge"]) == (1, 1, judge)
    assert shown["winner"] in ("Ann", "Bob", "Cat") and shown["black"].startswith("Tea ")
    assert sorted(play["won"] for play in shown["plays"]) == [False, True]


def test_the_newest_round_comes_first(client, table):
    come_in(client, table.room)
    table.deal()
    table.play_round()
    table.act("ann", "next_round")
    table.play_round()
    rounds = json_of(client.get(address("history", table.room.code)))["rounds"]
    assert [shown["round"] for shown in rounds] == [2, 1]


def test_the_history_calls_people_by_their_present_names(client, table):
    come_in(client, table.room)
    table.deal()
    table.play_round()
    winner = table.room.results.get().winner.number
    table.act(table.name(winner), "change_name", {"name": "Zoe"})
    shown, = json_of(client.get(address("history", table.room.code)))["rounds"]
    assert shown["winner"] == "Zoe"
    assert [play["name"] for play in shown["plays"] if play["won"]] == ["Zoe"]


def test_the_history_after_a_known_round_has_the_later_ones(client, table):
    come_in(client, table.room)
    table.deal()
    for _ in range(3):
        table.play_round()
        table.act("ann", "next_round")
    rounds = [json_of(client.get(address("history", table.room.code), {"after": after}))["rounds"]
              for after in ("1.1", "1.3", "0.9", "one")]
    assert [[each["round"] for each in some] for some in rounds] == [[3, 2], [], [3, 2, 1], [3, 2, 1]]


def test_the_history_knows_nothing_of_the_round_under_way(client, table):
    come_in(client, table.room)
    table.deal()
    table.everybody_plays()
    assert json_of(client.get(address("history", table.room.code))) == {"rounds": []}


def test_everybody_may_scan_the_way_to_a_room(client, table):
    response = client.get(address("qr", table.room.code))
    assert response["Content-Type"] == "image/svg+xml" and b"<svg" in response.content
    assert b"<script" not in response.content


def test_a_code_to_scan_holds_the_whole_address(client, table):
    with mock.patch("segno.make", wraps=segno.make) as make:
        client.get(address("qr", table.room.code))
    assert make.call_args[0][0] == sites.address("/rooms/%s/" % table.room.code)


def test_a_player_may_scan_their_own_seat(client, table):
    sit(client, table.player("bob"))
    with mock.patch("segno.make", wraps=segno.make) as make:
        response = client.get(address("seat_qr", table.room.code))
    assert response["Content-Type"] == "image/svg+xml"
    assert make.call_args[0][0] == sites.address("/seats/%s/" % table.player("bob").key)


def test_a_spectator_has_no_seat_to_scan(client, table):
    come_in(client, table.room)
    assert client.get(address("seat_qr", table.room.code)).status_code == 404


@pytest.mark.parametrize("name", PRIVATE)
def test_private_documents_are_not_cached(client, table, name):
    sit(client, table.player("bob"))
    assert "max-age=0" in client.get(address(name, table.room.code))["Cache-Control"]


# ---- decks by their share code

def give_code(client, table, code):
    return client.post(address("deck_of_code", table.room.code), {"code": code})


def test_decks_tell_how_many_they_serve_alone(client, table):
    sit(client, table.player("ann"))
    shown = json_of(client.get(address("decks", table.room.code)))
    assert [deck["serves"] for deck in shown["decks"]] == [6] and not shown["more"]


def test_decks_are_looked_for_by_words(client, table):
    a_stored_deck("Cake", white=3, black=0)
    sit(client, table.player("ann"))
    shown = json_of(client.get(address("decks", table.room.code), {"q": "cak"}))["decks"]
    assert [deck["name"] for deck in shown] == ["Cake"]


def test_a_share_code_brings_its_deck_however_it_is_typed(client, table):
    secret = a_stored_deck("Cake", listed=False)
    sit(client, table.player("ann"))
    deck = json_of(give_code(client, table, " %s-%s " % (secret.code[:4].lower(), secret.code[4:])))["deck"]
    assert (deck["id"], deck["code"], deck["serves"]) == (secret.pk, secret.code, 6)


def test_this_browser_is_shown_the_deck_of_a_code_again(client, table):
    secret = a_stored_deck("Cake", listed=False)
    sit(client, table.player("ann"))
    give_code(client, table, "http://testserver/decks/code/%s/" % secret.code)
    shown = json_of(client.get(address("decks", table.room.code)))["decks"]
    assert [deck["name"] for deck in shown] == ["Cake", "Tea"]


def test_other_browsers_are_not_shown_it(client, table):
    secret, other = a_stored_deck("Cake", listed=False), Client()
    sit(client, table.player("ann"))
    sit(other, table.player("bob"))
    give_code(client, table, secret.code)
    assert [deck["name"] for deck in json_of(other.get(address("decks", table.room.code)))["decks"]] == [
        "Tea"]


@pytest.mark.parametrize("typed", ["", "CDFGHJKM", "short", "%s", "\0", "AEIOUAEI"])
def test_a_code_of_no_deck_says_what_a_code_looks_like(client, table, typed):
    sit(client, table.player("ann"))
    response = give_code(client, table, typed)
    assert response.status_code == 404 and "eight letters" in json_of(response)["message"]


def test_a_code_opens_no_draft(client, table):
    sit(client, table.player("ann"))
    assert give_code(client, table, a_stored_deck("Cake", status="draft").code).status_code == 404


@pytest.mark.one_stack
def test_codes_are_not_found_by_trying(client, table, standing_clock):
    secret = a_stored_deck("Cake", listed=False)
    sit(client, table.player("ann"))
    answers = [give_code(client, table, "CDFGHJKM").status_code for _ in range(60)]
    assert set(answers) == {404}
    assert give_code(client, table, secret.code).status_code == 429


@pytest.mark.one_stack
def test_a_code_this_browser_knows_is_not_counted(client, table, standing_clock):
    secret = a_stored_deck("Cake", listed=False)
    sit(client, table.player("ann"))
    assert {give_code(client, table, secret.code).status_code for _ in range(70)} == {200}


def test_strangers_try_no_codes_at_a_table(client, table):
    assert give_code(client, table, a_stored_deck("Cake").code).status_code == 404


# ---- which cards are double

def test_the_host_reads_which_cards_are_double(client, table):
    cake = a_stored_deck("Cake", white=0, black=0)
    cake.white_cards.create(text="TEA  answer 7.", fingerprint=fingerprint("tea answer 7"))
    table.act("ann", "choose_decks", {"decks": [table.deck.pk, cake.pk]})
    sit(client, table.player("ann"))
    assert json_of(client.get(address("doubles", table.room.code))) == {"more": 0, "cards": [
        {"kind": "white", "text": "TEA  answer 7.", "deck": "Cake", "like": "Tea answer 7",
         "like_deck": "Tea"}]}


def test_nobody_else_reads_them_because_decks_may_be_secret(client, table):
    for visit in (lambda: None, lambda: come_in(client, table.room),
                  lambda: sit(client, table.player("bob"))):
        visit()
        assert client.get(address("doubles", table.room.code)).status_code == 404


def test_asking_which_over_and_over_is_slowed_down(client, table, standing_clock):
    sit(client, table.player("ann"))
    answers = [client.get(address("doubles", table.room.code)).status_code for _ in range(21)]
    assert answers == [200] * 20 + [429]


def test_a_long_list_says_how_much_longer_it_is(client, table, monkeypatch):
    monkeypatch.setattr(documents, "MOST_DOUBLES", 3)
    twin = a_stored_deck("Cake", white=0, black=0)
    twin.white_cards.bulk_create([WhiteCard(deck=twin, text=card.text, fingerprint=card.fingerprint)
                                  for card in table.deck.white_cards.all()])
    table.act("ann", "choose_decks", {"decks": [table.deck.pk, twin.pk]})
    sit(client, table.player("ann"))
    shown = json_of(client.get(address("doubles", table.room.code)))
    assert (len(shown["cards"]), shown["more"]) == (3, 77)


def test_the_history_counts_likes_also_those_after_the_verdict(client, table):
    come_in(client, table.room)
    table.act("ann", "change_settings", {"settings": {"crowd_favourite": "likes"}})
    table.deal()
    table.play_round()
    play = "%d" % next(place for place, one in enumerate(table.state["laid_plays"]) if one["player"] != "1")
    table.act("ann", "like", {"play": play}, "k1")
    table.act("ann", "next_round")
    shown, = json_of(client.get(address("history", table.room.code)))["rounds"]
    assert [one.get("likes", 0) for one in shown["plays"]].count(1) == 1
    assert shown["plays"][int(play)]["likes"] == 1


def test_the_history_says_whose_seat_played(client, table):
    come_in(client, table.room)
    table.deal()
    table.play_round()
    shown, = json_of(client.get(address("history", table.room.code)))["rounds"]
    names = {player.name: "%d" % player.number for player in table.room.players.all()}
    assert all(names[one["name"]] == one["player"] for one in shown["plays"])
