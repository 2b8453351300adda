"""docs/PROTOCOL.md is the contract: what the code says is in it, and what is in it the code says."""
from __future__ import unicode_literals

import re

import pytest

from game import rules
from game.realtime import error_messages
from game.realtime.ephemeral import FACES, PACES, PHRASES
from game.realtime.handlers import CLOSE, QUESTIONS
from game.rules import registry
from game.rules.documents.described import described
from tests.game import contract
from tests.project import phrases
from tests.rules.tables import a_deck, a_game

# Said through a variable: the name of a refusal that was looked up.
SAID_OTHERWISE = {"seat_moved", "kicked"}


def test_every_error_code_of_the_page_has_a_message():
    assert contract.first_column("Errors") == set(error_messages.MESSAGES)


def test_every_error_code_of_the_code_is_on_the_page():
    codes = contract.codes_in_code()
    assert {"bad_frame", "not_now", "wrong_count", "busy", "too_big"} <= codes
    assert codes <= contract.first_column("Errors")


def test_no_code_of_the_page_is_dead():
    said = contract.codes_in_code() | SAID_OTHERWISE | set(CLOSE)
    assert contract.first_column("Errors") <= said


def test_the_close_codes_are_those_of_the_page():
    told = {contract.WORD.findall(row[1])[0]: int(row[0])
            for row in contract.rows(contract.section("The socket"))
            if contract.WORD.findall(row[1])}
    assert told == CLOSE


@pytest.mark.parametrize("code", sorted(error_messages.MESSAGES))
def test_every_message_is_a_sentence(code):
    needed = dict.fromkeys(("most", "pick", "need", "have", "places", "seats", "low", "high"), 3)
    sentence = error_messages.message(code, why="Three.", name="hand_size", **needed)
    assert (sentence[0].isupper() or sentence[0] == "3") and sentence[-1] in ".!" and "%" not in sentence


def test_every_word_that_the_rules_say_has_a_translation():
    marked, said = {text for _, text, _ in phrases.of_modules()}, described()
    words = [option[key] for option in said["options"] for key in ("label", "sentence", "zero") if key in option]
    words += [label for option in said["options"] if option["kind"] == "choice" for _, label in option["values"]]
    words += [conflict["why"] for option in said["options"] for conflict in option["conflicts"]]
    words += [preset[key] for preset in said["presets"] for key in ("name", "hint")]
    assert set(words + [title for _, title in said["groups"]]) - marked == set()


def test_a_setting_is_called_by_its_name_on_the_page():
    assert error_messages.message("bad_setting", name="hand_size", low=3,
                                  high=20) == "Cards in a hand must be between 3 and 20."


def test_a_pause_and_a_start_explain_too_few_players_each_in_its_way():
    assert "3 players" in error_messages.message("too_few_players", have=2, need=3)
    assert "waiting" in error_messages.message("too_few_players")


def test_every_message_type_is_on_the_page():
    written = {text for pairs in contract.dicts_in("game.realtime.messages")
               for text in contract.texts_in(pairs["type"])}
    assert written == set(contract.TYPE.findall(contract.section("Server to client").split("Log entries")[0]))


def test_every_log_entry_and_its_fields_are_on_the_page():
    entries = list(contract.dicts_in("game.rules"))
    types = {text for pairs in entries for text in contract.texts_in(pairs["type"])}
    fields = {field for pairs in entries for field in pairs} - {"type"}
    assert "round_started" in types and "judge" in fields
    assert types | fields - {"player"} == contract.log_words() - {"player"}


def test_every_move_is_on_the_page():
    assert contract.first_column("Client to server") == set(rules.PLAYER_MOVES) | set(QUESTIONS) | set(PACES)


def test_every_face_and_phrase_is_on_the_page():
    told = set(contract.WORD.findall(contract.section("Beside the game")))
    assert set(FACES) | set(PHRASES) <= told


def an_evening():
    """(table, somebody's seat) documents of every phase and of everything that may happen to a player."""
    game = a_game(players=5, deck=a_deck(pick=1), score_limit=2)
    game.act("ann", "choose_decks", summaries=game.state["decks"], doubles={"black": 1, "white": 0})
    shown = [(game.table(), game.seat("bob"))]

    def look(who="bob"):
        shown.append((game.table(), game.seat(who)))
    game.deal(judge="ann")
    game.play("bob")
    game.act("eve", "disconnect")
    game.act("bob", "nudge")
    game.sit_down("fay")
    look()
    game.expire(after=90)
    look()
    game.reveal_all()
    look()
    game.pick_winner("bob")
    look()
    game.next_round()
    game.act(game.judge, "leave")
    look("cat")
    game.act(game.host, "end_game")
    look("cat")
    return shown


def a_pause():
    game = a_game(players=3)
    game.deal(judge="ann")
    game.act("cat", "leave")
    game.everybody_plays()
    game.reveal_all()
    game.pick_winner("bob")
    game.next_round()
    return game.table()


def a_vote():
    """(table, somebody's seat) while the table votes, and after."""
    game = a_game(decides="vote")
    game.deal()
    game.act("ann", "stop_clock")
    game.everybody_plays()
    game.vote("bob", "ann")
    shown = [(game.table(), game.seat("bob"))]
    for who in ("ann", "cat", "dan"):
        game.vote(who, "bob")
    return shown + [(game.table(), game.seat("bob"))]


def a_crowd():
    game = a_game(3, a_deck(white=1000), big_crowd=8)
    for number in range(4, 64):
        game.act_as("%d" % number, "join", name="Player %d" % number)
    game.deal()
    return game.table(), game.seat("bob")


def a_bot_to_come():
    game = a_game(players=2)
    game.act("ann", "add_bot")
    game.deal()
    return game.table()


def a_lost_judge():
    game = a_game(judge_gone="vote")
    game.deal(judge="ann")
    game.act("ann", "leave")
    return game.table()


def an_absent_owner():
    game = a_game()
    game.act("ann", "own")
    game.fall_asleep("ann")
    return game.table()


def a_watcher():
    game = a_game()
    game.deal(judge="ann")
    game.act("dan", "watch")
    return game.table()


def test_every_key_of_a_table_is_on_the_page_and_made_by_the_rules():
    tables = [table for table, _ in an_evening() + a_vote() + [a_crowd()]]
    tables += [a_pause(), a_bot_to_come(), an_absent_owner(), a_lost_judge()]
    of_rules = set(registry.gathered("TABLE"))
    assert {key for table in tables for key in table} - of_rules == contract.first_column("table")


def test_every_field_of_a_rule_is_on_the_page():
    fields = {field for names in ("TABLE", "PLAYER", "SEAT") for field in registry.gathered(names)}
    assert fields == contract.first_column("Fields of rules")


def test_every_key_of_a_player_is_on_the_page():
    tables = [table for table, _ in an_evening() + a_vote()] + [a_watcher()]
    made = {key for table in tables for player in table["players"].values() for key in player}
    paragraph = re.search(r"^A player: .*?(?=\n\n)", contract.protocol(), re.M | re.S).group(0)
    told = set(contract.WORD.findall(paragraph)) - {"here", "gone", "away", "left"}
    assert made == told


def test_every_key_of_a_seat_is_on_the_page():
    seats = [seat for _, seat in an_evening() + a_vote() + [a_crowd()]]
    told = set(re.findall(r'"([a-z]+)":', contract.section("seat")))
    made = {key for seat in seats for key in seat}
    made |= {key for seat in seats for card in seat["hand"] for key in card}
    assert made | {"name"} == told


def test_every_key_of_a_play_is_on_the_page():
    made = {key for table, _ in an_evening() + a_vote() for play in table.get("plays", {}).values() for key in play}
    cell = next(row[2] for row in contract.rows(contract.section("table")) if row[0] == "`plays`")
    assert made == {"cards", "player", "votes"} and all('"%s"' % key in cell for key in made)


def test_the_phases_and_reasons_of_the_page_are_those_of_the_rules():
    told = {row[0]: set(contract.WORD.findall(row[2])) for row in contract.rows(contract.section("table"))}
    assert told["`phase`"] == set(rules.engine.MOVES)
    tables = [table for table, _ in an_evening()]
    assert {table["void"] for table in tables if "void" in table} <= told["`void`"]
