"""What a client may be told, by docs/PROTOCOL.md: judges the messages that bots have received, sends none."""
import bisect
import json
import re

from tests.game import contract

from .bots import merged

MESSAGES = {
    "welcome": {"type", "protocol", "release", "version", "table", "seat", "now"},
    "patch": {"type", "version", "from", "table", "log"},
    "seat": {"type", "version", "seat"}, "ok": {"type", "id", "version"},
    "error": {"type", "id", "code", "message"},
    "pong": {"type", "version", "now"}}


def keys_of(document):
    """The keys that docs/PROTOCOL.md gives a document ("table", "seat", "player"), those of rules too."""
    rules = {word for row in contract.rows(contract.section("Fields of rules"))
             for word in contract.WORD.findall(row[0]) if row[1].startswith(document)}
    if document == "player":
        paragraph = re.search(r"^A player: .*?(?=\n\n)", contract.protocol(), re.M | re.S).group(0)
        return rules | set(contract.WORD.findall(paragraph))
    if document == "seat":
        return rules | set(re.findall(r'"([a-z]+)":', contract.section("seat")))
    return rules | contract.first_column(document)


TABLE, PLAYER, SEAT = keys_of("table"), keys_of("player"), keys_of("seat")
LOG = contract.log_words() | {"type", "player"}


def check_messages(messages, number, keys):
    """Fail where one of these messages shows more than the holder of seat `number` (None: a spectator) may
    know.

    `keys` are the secret keys of all seats, which no socket is ever told. Returns how many messages were
    judged.
    """
    table, version = None, 0
    for message in messages:
        text = json.dumps(message)
        assert set(message) <= MESSAGES[message["type"]], text[:500]
        assert not any(key in text for key in keys), "the key of a seat was sent"
        if "seat" in message:
            _check_seat(message["seat"], number)
        if message["type"] == "welcome":
            table, version = message["table"], message["version"]
        elif message["type"] == "patch":
            assert all(set(entry) <= LOG for entry in message["log"]), message["log"]
            _check_news(message["table"], message["log"])
            if message["from"] == version:
                table, version = merged(table, message["table"]), message["version"]
        _check_table(table)
    return len(messages)


def check_hands(hands):
    """Fail where two seats held one card at the same version; `hands` is a list of [(version, card ids)],
    one a seat.
    """
    hands = [sorted(hand) for hand in hands]
    for place, mine in enumerate(hands):
        for other in hands[:place] + hands[place + 1:]:
            for version, cards in mine:
                then = bisect.bisect_right(other, (version, [float("inf")])) - 1
                assert then < 0 or not set(cards) & set(
                    other[then][1]), "one card in two hands at version %d" % version


def hands_of(messages):
    """[(version, card ids)] of all hands that these messages tell of."""
    return [(message["version"], [card["id"] for card in message["seat"]["hand"]])
            for message in messages if message.get("seat")]


def _check_news(patch, log):
    """Cards come to light only by a play that is turned over."""
    turned = {entry["play"] for entry in log if entry["type"] == "revealed"}
    open_now = {place for place, play in (patch.get("plays") or {}).items() if play and "cards" in play}
    assert open_now <= turned, "a card that nobody has turned over"


def _check_seat(seat, number):
    assert (seat is None) == (number is None), "a seat for somebody who has none"
    if seat is not None:
        assert set(seat) <= SEAT and seat["player"] == number, "another's seat"


def _check_table(table):
    assert set(table) <= TABLE, set(table) - TABLE
    assert all(set(player) <= PLAYER for player in table["players"].values()), table["players"]
    decided = table["phase"] in ("round_over", "game_over")
    assert table["phase"] != "playing" or "plays" not in table, "plays before the last answer is in"
    for play in table.get("plays", {}).values():
        assert set(play) <= {"cards",
                             "player"} and (decided or "player" not in play), "an author before the verdict"
