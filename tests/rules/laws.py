"""What must hold at every table after every move, whatever anybody did. Judges states, makes none."""
from __future__ import unicode_literals

import json
import re

from game import rules
from game.rules import registry
from game.rules.cards.hands import laid_cards
from game.rules.looks import OF_BOTS
from game.rules.state import SPARE, removed
from game.rules.stored import schema
from game.rules.stored.schema import DECIDING, RUNNING

TABLE_KEYS = frozenset((
    "code", "phase", "host", "owner", "settings", "decks", "doubles", "serves", "players", "game", "round",
    "judge", "former_judge", "decided_by", "black_card", "verdict", "clock_stopped", "due", "crowd",
    "waiting_for", "plays", "winner", "void", "deadline", "time_given", "paused", "winners"))
# Each rule says in TABLE, PLAYER and SEAT which keys its fields are.
PLAYER_KEYS = frozenset(("name", "face", "colour", "score", "presence", "played", "voted", "nudged", "next_round", "gone_at",
                         "watches"))
SEAT_KEYS = frozenset(("player", "hand", "play", "mine", "can", "vote", "me"))
ANSWER = re.compile(r"answer (\d+)\.")


def check_all(before, entries, state, deck):
    """Raise AssertionError unless the step from `before` to `state`, told by `entries`, is lawful."""
    assert schema.problems(state) == []
    check_cards(state, deck)
    check_hands_at_start(state, entries, deck)
    check_removed(before, entries, state)
    check_exchanges(before, entries, state)
    check_scores(before, entries, state)
    check_somebody_decides(state)
    check_bots(state, deck)
    check_looks(state)
    check_secrets(state, deck)


def check_cards(state, deck):
    """No white card is in two places, none comes from nowhere, nobody holds more than can be promised."""
    under_judgement = state["laid_plays"] if state["phase"] in ("revealing", "judging") else ()
    laid = {}
    for play in under_judgement:
        laid.setdefault(play["player"], []).extend(play["cards"])
    cards = [card for player in state["players"].values() for card in player["hand"]]
    cards += [card for play in laid.values() for card in play]
    assert len(cards) == len(set(cards)), "a card is in two places"
    written = {int(number) for number in state.get("written_whites", ())}
    assert all(card < 0 for card in written), "a written card has the number of another one"
    assert all(0 <= card < len(deck.white) for player in state["players"].values() for card in player["hand"])
    assert all(0 <= card < len(deck.white) or card in written for card in cards), "a card from nowhere"
    for number, player in state["players"].items():
        most = state["settings"]["hand_size"] + SPARE
        from_hand = [card for card in laid.get(number, ()) if card not in written]
        assert len(player["hand"]) + len(from_hand) <= most, "%s holds too many cards" % number


def check_looks(state):
    """No two players look alike, and bots look like bots."""
    looks = [(player["face"], player["colour"]) for player in state["players"].values()]
    assert len(looks) == len(set(looks)), "two look alike"
    for player in state["players"].values():
        is_bot = "bot" in player and "stand_in" not in player
        assert is_bot == (player["face"] in OF_BOTS), "a bot looks like a person, or the other way"


def check_hands_at_start(state, entries, deck):
    """A round starts with full hands: the hand size, and the extra cards for those who play."""
    if not any(entry["type"] == "round_started" for entry in entries) or state["phase"] != "playing":
        return
    card = rules.black_card(state, deck)
    extra = min(card.draw + sum(hook(state, card) for hook in registry.hooks("extra_draw")), SPARE)
    size = state["settings"]["hand_size"]
    if "judge" in state:
        assert len(state["players"][state["judge"]]["hand"]) == size, "the judge's hand drifted"
    for number in state["round_players"]:
        assert len(state["players"][number]["hand"]) == size + extra, "the hand of %s drifted" % number


def check_removed(before, entries, state):
    """A removed card is dealt to nobody, and dropping one gives nobody a card more or less than they had."""
    new_game = any(entry["type"] in ("game_started", "lobby") for entry in entries)
    for kind in ("black", "white"):
        assert new_game or set(removed(before, kind)) <= set(removed(state, kind)), "a removed card came back"
    out = set(removed(state, "white"))
    for number, player in state["players"].items():
        laid = laid_cards(state, number)
        kept = state["phase"] in ("round_over", "choosing",
                                  "game_over") or not out.intersection(player["hand"]) - set(laid)
        assert kept, "%s holds a removed card" % number
    if "black_card" in state and (before["round"],
                                  before.get("black_card")) != (state["round"], state["black_card"]):
        assert state["black_card"] not in removed(state, "black"), "a removed black card was dealt"
    if [entry["type"] for entry in entries] == ["dropped"] and entries[0]["kind"] == "white":
        for number, player in state["players"].items():
            gone = player["presence"] == "left" and not player["hand"]
            assert gone or len(player["hand"]) == len(
                before["players"][number]["hand"]), "a drop changed a hand's size"


def check_exchanges(before, entries, state):
    """Who puts a card away gets another one in its place and keeps the others; who swaps keeps none."""
    for entry in entries:
        if entry["type"] not in ("discarded", "swapped"):
            continue
        old, new = (one["players"][entry["player"]]["hand"] for one in (before, state))
        assert len(old) == len(new), "a swap changed a hand's size"
        if entry["type"] == "swapped":
            assert not set(old) & set(new), "a card came back"
        else:
            places = [place for place, card in enumerate(old) if card != new[place]]
            assert len(places) == 1 and new[places[0]] not in old, "one card for one"


def check_scores(before, entries, state):
    """Points come from verdicts alone; only a new game or the lobby starts from nothing."""
    if any(entry["type"] in ("game_started", "lobby") for entry in entries):
        expected = dict.fromkeys(state["players"], 0)
    else:
        expected = {number: player["score"] for number, player in before["players"].items()}
    for entry in entries:
        if entry["type"] in ("won", "placed", "points"):
            paid = entry.get("why") in registry.gathered("PRICES")
            assert entry["points"] > 0 or paid, "points were taken that are no price"
            expected[entry["player"]] += entry["points"]
    for number, player in state["players"].items():
        assert player["score"] >= 0, "%s has less than nothing" % number
        assert player["score"] == expected.get(number, 0), "the score of %s changed by itself" % number


def check_somebody_decides(state):
    """Wherever the game stands, a clock runs, somebody active is waited for, or too few are here."""
    active = [number for number, player in state["players"].items() if player["presence"] in ("here", "gone")]
    people = [number for number in active if "bot" not in state["players"][number]]
    waited_for = rules.waiting_for(state)
    assert set(waited_for) <= set(active), "waiting for somebody who is not there"
    if "owned" in state and state["phase"] == "lobby" and len(people) < rules.FEWEST_PLAYERS:
        assert state["host"] in active + [state["opener"]], "the lobby waits for somebody else than its owner"
        return
    assert not people or state["host"] in people, "nobody is the host"
    assert "bot" not in state["players"].get(state["host"], ()), "a bot is the host"
    if state["phase"] in DECIDING:
        assert waited_for, "a round goes on without anybody who could end it"
        assert state.get("judge", waited_for[0]) in active, "the judge is not there"
    elif state["phase"] == "round_over":
        assert not people or state.get("paused") or "deadline" in state or waited_for, "nobody can go on"
    else:
        assert not people or waited_for, "nobody can go on"


def check_bots(state, deck):
    """Bots are always here, have a moment of their own when it is their turn, and judge or vote only where there
    are no two people.
    """
    bots = [number for number, player in state["players"].items() if "bot" in player]
    own = [number for number in bots if "stand_in" not in state["players"][number]]
    names = [player["name"] for player in state["players"].values()]
    assert all(state["players"][number]["presence"] in ("here", "left") for number in bots), "a bot is away"
    assert all(int(number) > 1000000 for number in own), "a bot has the number of a person"
    assert all(names.count(state["players"][number]["name"]) == 1 for number in own), "a bot copies a name"
    turn = [number for number in rules.waiting_for(state) if number in bots]
    assert set(turn) == set(state.get("bots_act_at", ())), "a bot hangs"
    assert not set(own) & set(rules.seat_facts(state, deck)), "a bot has a seat's document"


def check_known_seats(before, state, deck):
    """Facts of seats that are taken over from the state before are those that would be made anew."""
    known = rules.seat_facts(before, deck)
    assert rules.seat_facts(state, deck, before, known) == rules.seat_facts(state, deck), "a seat stayed as it was"


def check_secrets(state, deck):
    """No document shows what its reader may not know: piles, other hands, authors before the verdict."""
    running = state["phase"] in RUNNING
    table = rules.table_view(state, "TEST", deck if running else None)
    text = json.dumps(table)
    plays = state.get("laid_plays", ())
    shown = {card for play in plays if play["revealed"] for card in play["cards"]}
    assert {int(card) for card in ANSWER.findall(
        text)} <= shown, "the table shows a card that does not lie open"
    assert set(table) <= TABLE_KEYS.union(registry.gathered("TABLE")), "an unknown key on the table"
    assert all(set(player) <= PLAYER_KEYS.union(registry.gathered("PLAYER"))
               for player in table["players"].values()), "an unknown key of a player"
    for play in table.get("plays", {}).values():
        assert set(play) <= ({"cards", "player", "votes", "written"} if "verdict" in state
                             else {"cards"}), "an author before the verdict"
    assert "guessed" not in table or "verdict" in state, "guesses before the verdict"
    assert "likes" not in table or state["phase"] == "round_over", "likes before the verdict"
    _check_no_seed_nor_null(state, text)
    for number, facts in rules.seat_facts(state, deck).items():
        player, seat = state["players"][number], rules.seat_document(facts,
                                                                     deck if "snapshot_id" in state else None)
        text = json.dumps(seat)
        assert [card["id"] for card in seat["hand"]] == player["hand"]
        read = {card for play in seat.get("heat", ()) for card in plays[int(play["play"])]["cards"]}
        printed = {card for card in read if card >= 0}
        assert {int(card) for card in ANSWER.findall(text)} == printed.union(
            player["hand"]), "a seat shows another's cards"
        assert not read or len(seat["heat"]) <= 6 and not read & _own(plays, number)
        assert set(seat) <= SEAT_KEYS.union(registry.gathered("SEAT")), "an unknown key in a seat"
        for name in ("mine", "second_mine"):
            assert name not in seat or plays[int(seat[name])]["player"] == number
        own = player["hand"] + [seat[name]["id"] for name in ("written",) if name in seat]
        assert set(seat.get("play", [])) | set(seat.get("second_play", [])) <= set(own)
        _check_no_seed_nor_null(state, text)


def _own(plays, number):
    return {card for play in plays if play["player"] == number for card in play["cards"]}


def _check_no_seed_nor_null(state, text):
    assert "null" not in text, "a document holds a null"
    for pile in ("white_pile", "black_pile"):
        assert pile not in state or "%d" % state[pile]["seed"] not in text, "a seed got out"
