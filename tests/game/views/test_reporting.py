"""Reporting a card from the table: only one that the player sees,
and only in words that the server found itself.
"""
from __future__ import unicode_literals

import pytest

from common.compat import json_dumps
from decks.models import CardReport
from game.models import Player
from game.moves import batches
from tests.game.pages import address, come_in, json_of, sit
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    table = a_table("Ann", "Bob", "Cat")
    table.deal()
    return table


def report(client, table, status=200, **wanted):
    document = dict({"game": 1, "round": 1, "kind": "white", "reason": "typo"}, **wanted)
    response = client.post(address("report", table.room.code), json_dumps(document),
                           content_type="application/json")
    assert response.status_code == status
    return json_of(response)["message"] if status != 404 or "json" in response["Content-Type"] else ""


def text_in(table, who, place=0):
    return batches.load(table.pk).deck.white[table.hand(who)[place]]


def test_a_card_in_ones_own_hand(client, table):
    sit(client, table.player("bob"))
    assert report(client, table, card=table.hand("bob")[3]).startswith("Thank you")
    found = CardReport.objects.get()
    assert (found.kind, found.text, found.reason) == ("white", text_in(table, "bob", 3), "typo")
    assert found.reporter == "%d-2" % table.pk


def test_the_black_card_that_lies_on_the_table(client, table):
    sit(client, table.player("bob"))
    report(client, table, kind="black", reason="offensive")
    assert CardReport.objects.get().text == batches.load(table.pk).deck.black[table.state["black_card"]].text


def test_an_answer_that_lies_open(client, table):
    sit(client, table.player("bob"))
    table.everybody_plays()
    table.reveal_all()
    report(client, table, play="1", place=0, reason="unfunny")
    loaded = batches.load(table.pk)
    assert CardReport.objects.get().text == loaded.deck.white[loaded.state["laid_plays"][1]["cards"][0]]


def test_a_card_of_a_round_that_is_over_meanwhile(client, table):
    sit(client, table.player("bob"))
    table.play_round()
    table.act("ann", "next_round")
    black, answer = batches.load(table.pk).state, table.room.results.get()
    assert black["round"] == 2
    report(client, table, kind="black")
    report(client, table, play="0")
    assert {found.text for found in CardReport.objects.all()} == {answer.black} | {
        found.text for found in CardReport.objects.filter(kind="white")}
    assert CardReport.objects.get(kind="white").text in answer.plays


def test_a_card_that_somebody_wrote_is_no_card_of_a_deck(client):
    table = a_table("Ann", "Bob", "Cat")
    table.deal_with(write_in="game")
    who = table.play_a_written_card("my cat")
    table.reveal_all()
    table.pick()
    play = [one["player"] for one in table.state["laid_plays"]].index(table.number(who))
    sit(client, table.player("bob"))
    assert "in no deck" in report(client, table, 404, play="%d" % play)
    table.act("ann", "next_round")
    assert "in no deck" in report(client, table, 404, play="%d" % play)


def test_a_black_card_that_the_judge_wrote_is_no_card_of_a_deck(client):
    table = a_table("Ann", "Bob", "Cat")
    table.deal_with(judge_writes=True)
    table.act(table.judge, "write_black", {"text": "Our cat loves _."})
    sit(client, table.player("bob"))
    assert "in no deck" in report(client, table, 404, kind="black")
    table.play_round()
    table.act("ann", "next_round")
    assert "in no deck" in report(client, table, 404, kind="black")
    assert not CardReport.objects.exists()


@pytest.mark.parametrize("wanted",
                         [{"round": 2, "kind": "black"}, {"round": 1, "play": "7"}, {"game": 2, "play": "0"},
                                    {"play": "0", "place": 5}, {"play": 0}, {"card": 10 ** 18},
                          {"card": "x"}])
def test_what_is_not_there_is_told_so(client, table, wanted):
    sit(client, table.player("bob"))
    table.play_round()
    assert "not here any more" in report(client, table, 404, **wanted)
    assert not CardReport.objects.exists()


def test_nobody_reports_what_they_cannot_see(client, table):
    sit(client, table.player("bob"))
    report(client, table, 404, card=table.hand("cat")[0])
    table.everybody_plays()
    report(client, table, 404, play="0")
    assert not CardReport.objects.exists()


def test_the_text_is_never_taken_from_the_client(client, table):
    sit(client, table.player("bob"))
    report(client, table, card=table.hand("bob")[0], text="my own words")
    assert CardReport.objects.get().text == text_in(table, "bob")


@pytest.mark.parametrize("wanted", [{"reason": "dull"}, {"reason": None}, {"reason": ["typo"]},
                                    {"kind": "green"}, {"kind": ["white"]},
                                    {"round": None, "kind": "black"}, {"round": True, "kind": "black"},
                                    {"round": -1, "game": 9},
                                    {"game": 10 ** 18}, {"game": "1"}])
def test_what_is_no_report_is_told_so(client, table, wanted):
    sit(client, table.player("bob"))
    assert "not understood" in report(client, table, 400, **wanted)


@pytest.mark.parametrize("body", ["", "[]", "{", "7", '{"reason": "' + "x" * 3000 + '"}'])
def test_what_is_no_json_is_told_so(client, table, body):
    sit(client, table.player("bob"))
    assert client.post(address("report", table.room.code), body,
                       content_type="application/json").status_code == 400


def test_who_does_not_sit_at_the_table_cannot(client, table):
    report(client, table, 404, kind="black")
    come_in(client, table.room)
    report(client, table, 404, kind="black")


@pytest.mark.parametrize("way", ["kicked", "left"])
def test_who_is_gone_cannot(client, table, way):
    sit(client, table.player("bob"))
    table.act("ann" if way == "kicked" else "bob", "kick" if way == "kicked" else "leave", {"player": "2"})
    report(client, table, 404, kind="black")
    assert Player.objects.get(number=2).kicked == (way == "kicked") and not CardReport.objects.exists()


def test_a_card_is_reported_once(client, table):
    sit(client, table.player("bob"))
    for _ in range(2):
        assert report(client, table, kind="black").startswith("Thank you")
    assert CardReport.objects.count() == 1


@pytest.mark.one_stack
def test_nobody_reports_without_end(client, table, standing_clock):
    sit(client, table.player("bob"))
    for _ in range(30):
        report(client, table, kind="black")
    assert "wait" in report(client, table, 429, kind="black")


def test_it_changes_nothing_at_the_table(client, table):
    sit(client, table.player("bob"))
    version = table.version
    report(client, table, card=table.hand("bob")[0])
    assert table.version == version
