"""Counting cards in the background: every card that was dealt, played, won or discarded, once."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from common.compat import json_loads
from decks.catalogue import snapshots
from decks.models import BLACK, Deck
from game.history import counting
from game.models import Room, RoundResult
from tests.game.history.counted import a_finished_game, counts, end_game, totals
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


def test_a_judged_round_counts_its_cards():
    table = a_table()
    table.deal()
    table.play_round()
    counting.count()
    plays = {tuple(play["cards"]): play["won"] for play in json_loads(RoundResult.objects.get().plays)}
    assert len(plays) == 2
    for (text,), won in plays.items():
        assert counts(text) == (1, 1, int(won), 0)
    assert counts(RoundResult.objects.get().black, BLACK) == (1, 1, 0, 0)


def test_every_card_of_a_play_of_two_counts():
    table = a_table(pick=2)
    table.deal()
    for who in table.members:
        table.act(who, "play_cards", {"cards": table.hand(who)[:2]})
    table.reveal_all()
    table.pick()
    counting.count()
    assert totals() == (4, 4, 2, 0) and totals(BLACK) == (1, 1, 0, 0)


def test_a_card_that_a_player_wrote_counts_for_none():
    table = a_table()
    table.deal_with(write_in="game")
    table.play_a_written_card("my cat")
    table.reveal_all()
    table.pick()
    counting.count()
    assert counts("my cat") == (0, 0, 0, 0) and totals()[:2] == (1, 1)


def test_a_black_card_that_the_judge_wrote_counts_for_none():
    table = a_table()
    table.deal_with(judge_writes=True)
    table.act(table.judge, "write_black", {"text": "Our cat loves _."})
    table.play_round()
    counting.count()
    assert totals(BLACK) == (0, 0, 0, 0) and totals()[:2] == (2, 2)


def test_hands_go_back_when_the_game_ends():
    table = a_finished_game()
    hands = [card for who in table.players for card in table.hand(who)]
    counting.count()
    white = snapshots.load(table.state["snapshot_id"]).white
    assert [counts(white[card]) for card in hands] == [(1, 0, 0, 1)] * len(hands)
    assert totals() == (len(hands) + 2, 2, 1, len(hands))


def test_a_long_game_counts_every_card_that_was_dealt():
    table = a_finished_game(rounds=8, white=400)
    counting.count()
    dealt, played, won, discarded = totals()
    assert (played, won) == (16, 8) and dealt == played + discarded == table.state["white_pile"]["drawn"]
    assert totals(BLACK) == (8, 8, 0, 0)


def test_a_game_that_goes_on_has_its_hands_still():
    table = a_table()
    table.deal()
    counting.count()
    assert totals() == (0, 0, 0, 0) and Deck.objects.get().plays == 1


def test_a_round_that_nobody_won_counts_for_nobody():
    table = a_table()
    table.act("ann", "change_settings", {"settings": {"judge_gone": "void"}})
    table.deal()
    table.everybody_plays()
    table.act(table.judge, "leave")
    counting.count()
    assert table.state["void"] and totals() == totals(BLACK) == (0, 0, 0, 0)


def test_a_game_in_which_everybody_sleeps_has_ended_after_half_a_day():
    table = a_table()
    table.deal()
    held = sum(len(table.hand(who)) for who in table.players)
    Room.objects.update(used=timezone.now() - datetime.timedelta(hours=13))
    counting.count()
    assert totals() == (held, 0, 0, held)
    end_game(table)
    counting.count()
    assert totals() == (held, 0, 0, held)
