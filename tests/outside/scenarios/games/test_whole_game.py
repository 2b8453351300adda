"""A game from the first card to the last: everybody sees the same, and nobody sees what is not theirs."""
from collections import namedtuple

import pytest

from tests.outside.bots import merged
from tests.outside.scenarios import story
from tests.outside.tables import a_table, agree, next_round, play_round

# What a bot knew when the game ended, before the others went home.
Memory = namedtuple("Memory", "number version table messages log")


def texts_in(value):
    """All texts anywhere in a JSON document."""
    if isinstance(value, dict):
        return set().union(*[texts_in(part) for part in value.values()])
    if isinstance(value, list):
        return set().union(*[texts_in(part) for part in value])
    return {value} if isinstance(value, str) else set()


def laid_open(table):
    return {text for play in (table.get("plays") or {}).values() for text in play.get("cards", ())}


def texts_of_hands(bot):
    """Every card text that this player ever held."""
    return {card["text"] for message in bot.messages if message.get("seat")
            for card in message["seat"]["hand"]}


async def play_to_the_end(bots, score_limit):
    await bots[0].send("change_settings", settings={"score_limit": score_limit})
    await bots[0].send("start_game")
    while bots[0].phase != "game_over":
        await play_round(bots)
        await next_round(bots)


@pytest.fixture(scope="module")
def played(server):
    """What four bots remember of a whole game to three points."""
    bots_after = []

    @story
    async def game():
        async with a_table(server.url, 4) as (_, bots, _):
            await play_to_the_end(bots, 3)
            await agree(bots)
            bots_after.extend(Memory(bot.number, bot.version, bot.table, list(bot.messages), list(bot.log))
                              for bot in bots)
    game()
    return bots_after


def test_the_game_ends_at_the_score_limit_and_everybody_agrees(played):
    table = played[0].table
    best = [number for number, player in table["players"].items() if player["score"] == 3]
    assert table["phase"] == "game_over" and table["winners"] == best and len(best) == 1
    assert all((bot.version, bot.table) == (played[0].version, table) for bot in played)


def test_scores_count_the_rounds_that_were_won(played):
    won = [entry["player"] for entry in played[0].log if entry["type"] == "won"]
    scores = {number: player["score"] for number, player in played[0].table["players"].items()}
    assert scores == {number: won.count(number) for number in scores}
    assert len(won) == played[0].table["round"]


def test_nobody_is_ever_sent_a_card_from_anothers_hand(played):
    for bot in played:
        open_cards = set()
        others = set().union(*[texts_of_hands(other) for other in played
                               if other is not bot]) - texts_of_hands(bot)
        assert len(others) >= 30
        for message in bot.messages:
            open_cards |= laid_open(message.get("table") or {})
            assert not (texts_in(message) & others) - open_cards, message


def test_authors_are_told_with_the_verdict_and_never_before(played):
    for bot in played:
        table, told = {}, 0
        for message in bot.messages:
            table = merged({} if message["type"] == "welcome" else table, message.get("table") or {})
            authors = [play["player"] for play in table.get("plays", {}).values() if "player" in play]
            assert len(authors) == (3 if "winner" in table else 0), message
            told += bool(authors)
        assert told >= 3


def test_face_down_plays_are_empty_until_they_are_revealed(played):
    seen = 0
    for message in played[0].messages:
        for entry in message.get("log", ()):
            if entry["type"] == "all_played":
                assert message["table"]["plays"] == {"0": {}, "1": {}, "2": {}}
                seen += 1
    assert seen == played[0].table["round"]


def test_a_seat_goes_to_its_own_player_only(played):
    for bot in played:
        seats = [message["seat"] for message in bot.messages if message.get("seat")]
        assert {seat["player"] for seat in seats} == {bot.number}


@story
async def test_a_rematch_brings_everybody_back_to_the_lobby_without_scores(site):
    async with a_table(site, 3) as (_, bots, _):
        await play_to_the_end(bots, 1)
        assert await bots[1].refused("rematch") == "not_host"
        await bots[0].send("rematch")
        for bot in bots:
            await bot.until(lambda bot: bot.phase == "lobby" and not bot.hand)
            assert [player["score"] for player in bot.table["players"].values()] == [0, 0, 0]
        await bots[0].send("start_game")
        assert (await bots[2].until(lambda bot: bot.phase == "playing")).table["game"] == 2
