"""The longest frame of every move, as wordy as a client may write it, is one that the server reads."""
from __future__ import unicode_literals

import json

import pytest

from common.codes import ALPHABET
from common.compat import json_loads
from common.names import NAME_LENGTH
from decks.catalogue.selection import LARGEST_ID
from decks.codes import CODE_LENGTH
from decks.limits import MAX_PLAYABLE_PICK
from game import rules
from game.realtime.handlers import FRAME_BYTES, LONGEST_ID, RoomHandler
from game.rooms import services
from game.rules.settings import default_settings
from tests.game.people import an_account, own
from tests.game.table import a_stored_deck, a_table

CARD, PLAYER, ROUND = 10 ** 9, "%d" % 10 ** 6, 10 ** 6
DECKS = [LARGEST_ID - number for number in range(rules.MOST_DECKS)]
TEXT = "\U0001f986" * 200
LONGEST = {
    "play_cards": {"cards": [CARD] * MAX_PLAYABLE_PICK}, "reveal_play": {"play": PLAYER},
    "pick_winner": {"play": PLAYER},
    "change_settings": {"settings": default_settings()}, "kick": {"player": PLAYER}, "make_host": {"player": PLAYER},
    "choose_decks": {"decks": DECKS, "codes": {"%d" % pk: ALPHABET[0] * CODE_LENGTH for pk in DECKS},
                     "family": True},
    "skip": {"player": PLAYER}, "drop_card": {"kind": "white", "round": ROUND, "play": PLAYER, "place": ROUND,
                                              "card": CARD},
    "take_back": {}, "next_round": {}, "start_game": {}, "end_game": {}, "rematch": {}, "nudge": {},
    "here": {}, "leave": {}, "watch": {}, "change_name": {"name": "\U0001f986" * NAME_LENGTH},
    "change_look": {"face": 24, "colour": 12},
    "expire": {}, "vote": {"plays": [PLAYER] * 3}, "choose_black": {"choice": ROUND}, "write_black": {"text": TEXT},
    "discard": {"card": CARD}, "swap_hand": {}, "predict": {"play": PLAYER},
    "wager": {"cards": [CARD] * MAX_PLAYABLE_PICK, "second": [CARD] * MAX_PLAYABLE_PICK},
    "write_white": {"text": TEXT}, "approve_card": {"card": CARD, "ok": False},
    "like": {"play": PLAYER}, "unlike": {"play": PLAYER},
    "add_bot": {"taste": "random"}, "remove_bot": {"player": PLAYER},
    "make_cohost": {"player": PLAYER}, "drop_cohost": {"player": PLAYER}, "bot_takes": {"player": PLAYER},
    "play_for": {"player": PLAYER}, "replace_judge": {"player": PLAYER}, "vote_host": {"player": PLAYER},
    "stop_clock": {}, "start_clock": {}, "add_time": {},
    "mute": {"player": PLAYER}, "unmute": {"player": PLAYER}}


def frame(name, args):
    """A frame with spaces, letters written as \\u1234, and the longest id."""
    return json.dumps({"id": "\U0001f986" * LONGEST_ID, "move": name, "args": args})


def test_every_move_is_measured():
    assert set(LONGEST) == set(rules.PLAYER_MOVES)


@pytest.mark.parametrize("name", sorted(LONGEST))
def test_the_longest_frame_of_a_move_is_read(name):
    text = frame(name, LONGEST[name])
    assert len(text.encode("utf-8")) < FRAME_BYTES
    # Python 2 may count such a letter as two.
    short = text.replace(json.dumps("\U0001f986" * LONGEST_ID), '"k1"')
    assert RoomHandler().read("1", short).args == json_loads(short)["args"]


@pytest.mark.django_db
def test_a_host_chooses_two_hundred_decks_of_their_own():
    ann, table = an_account(), a_table()
    own(table, "ann", ann)
    drafts = [a_stored_deck("Draft %d" % number, white=1, black=0, status="draft", owner=ann).pk
              for number in range(204)]
    table.act("ann", "choose_decks", {"decks": drafts})
    assert [deck["id"] for deck in table.state["decks"]] == drafts


@pytest.mark.django_db
@pytest.mark.parametrize("args", [
    {"decks": list(range(1, rules.MOST_DECKS + 2))},
    {"decks": [], "codes": {"%d" % number: "C" for number in range(rules.MOST_DECKS + 1)}}])
def test_more_decks_than_fit_are_refused_by_their_number(args):
    table = a_table()
    before = table.version
    refusal = services.play(table.pk, [table.move("ann", "choose_decks", args, "k1")]).answers[0]
    assert (refusal.code, refusal.data) == ("too_many_decks",
                                            {"most": rules.MOST_DECKS}) and table.version == before


@pytest.mark.django_db
def test_a_client_cannot_say_itself_what_the_server_looks_up():
    table = a_table()
    table.act("ann", "choose_decks", {"decks": [], "too_many": True, "adult": True})
    assert table.state["decks"] == []
