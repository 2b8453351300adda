"""What a recap tells of a game, and what not."""
from __future__ import unicode_literals

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.compat import json_loads
from decks.cards.texts import fingerprint
from decks.review import reports
from game import account_data
from game.history import favourites
from game.models import RoundResult
from game.recap import contents, links
from tests.game.people import an_account, own
from tests.game.recap.nights import an_evening
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


def told_of(table):
    return contents.contents_of(links.make(table.player("ann")))


def tells_of(table, card):
    """Whether this card is told; "Tea answer 5" is not where "Tea answer 52" is."""
    return re.search(re.escape(card) + r"(?!\d)", "%s" % (told_of(table),)) is not None


def test_every_round_is_there_in_order():
    assert [shown.number for shown in told_of(an_evening(3)).rounds] == [1, 2, 3]


def test_answers_stand_in_their_sentence():
    play = told_of(an_evening(1)).rounds[0].plays[0]
    assert any(part.answer and part.text.startswith("Tea answer") for part in play.parts)


def test_the_podium_has_the_points_of_the_table():
    table = an_evening(2)
    places = told_of(table).podium + told_of(table).others
    scores = {one["name"]: one["score"] for one in table.state["players"].values()}
    assert {name: place.points for place in places for name in place.names} == scores


def test_equal_points_share_a_place():
    table = an_evening(1)
    assert [(place.place, len(place.names)) for place in told_of(table).podium] == [(1, 1), (2, 2)]


def test_points_grow_round_by_round():
    table = an_evening(2)
    assert [sum(points) for points in zip(*[line.points for line in told_of(table).lines])] == [1, 2]


def test_people_are_called_by_their_present_names():
    table = an_evening(1)
    told = links.make(table.player("ann"))
    table.act("bob", "change_name", {"name": "Zoe"})
    names = {line.name for line in contents.contents_of(told).lines}
    assert "Zoe" in names and "Bob" not in names


def test_who_has_no_account_any_more_has_no_name_in_it():
    table, user = an_evening(1), an_account("bob")
    own(table, "bob", user)
    recap = links.make(table.player("ann"))
    account_data.forget(user)
    assert "Bob" not in "%s" % (contents.contents_of(recap),)


@pytest.mark.parametrize("kind", ["black", "white"])
def test_cards_that_are_hidden_everywhere_are_not_told(kind):
    table = an_evening(1)
    result = RoundResult.objects.get()
    text = result.black if kind == "black" else json_loads(result.plays)[0]["cards"][0]
    assert tells_of(table, text)
    reports.hide(kind, fingerprint(text), text, None)
    assert not tells_of(table, text)


def test_cards_that_were_reported_as_offensive_wait_for_a_decision():
    table = an_evening(1)
    text = json_loads(RoundResult.objects.get().plays)[0]["cards"][0]
    reports.report("white", text, "offensive", "1-1")
    assert not tells_of(table, text)
    reports.dismiss("white", fingerprint(text), None)
    assert tells_of(table, text)


def test_the_sentence_that_was_liked_most_comes_first():
    table = an_evening(3)
    first = RoundResult.objects.order_by("round").first()
    favourites.give(an_account("bob"), first)
    assert told_of(table).best[0].number == first.round


def test_likes_of_the_table_count_too():
    table = a_table()
    table.deal_with(crowd_favourite="likes")
    table.everybody_plays()
    table.reveal_all()
    author = table.name(table.state["laid_plays"][0]["player"])
    fan = next(who for who in table.members if who != author)
    table.act(fan, "like", {"play": "0"}, "like")
    table.pick("0")
    table.act("ann", "end_game")
    assert contents.winning(told_of(table).best[0]).likes == 1


def test_a_recap_costs_a_fixed_number_of_queries():
    counts = []
    for rounds, name in ((1, "Tea"), (4, "Cake")):
        recap = links.make(an_evening(rounds, name=name).player("ann"))
        with CaptureQueriesContext(connection) as seen:
            contents.contents_of(recap)
        counts.append(len(seen))
    assert counts[0] == counts[1]
