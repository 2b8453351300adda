"""Fifty at once in one room: nothing is lost, nothing is doubled."""
import asyncio
import json
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.outside.harness.server import PROJECT, PYTHON, SCRIPTS, Server
from tests.outside.scenarios import story
from tests.outside.tables import a_table, agree
from tests.outside.visitors import Visitor

RACERS = 50
RACE = str(SCRIPTS / "race.py")


def race(server):
    result = subprocess.run([PYTHON, RACE], cwd=PROJECT, env=server.env, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE,
                            timeout=100, text=True)
    assert result.returncode == 0, result.stderr[-3000:]
    return json.loads(result.stdout)


@pytest.fixture(scope="module", params=["SQLite", pytest.param("PostgreSQL", marks=pytest.mark.one_stack)])
def outcome(request, tmp_path_factory, var_template):
    """What fifty threads did to one room on this database."""
    folder = tmp_path_factory.mktemp("race")
    if request.param == "SQLite":
        return race(Server(folder, var_template=var_template))
    address = request.getfixturevalue("new_database")("race")
    return race(Server(folder, env={"DATABASE_URL": address}))


def test_everybody_who_joined_at_once_has_a_number_of_their_own(outcome):
    assert sorted(map(int, outcome["numbers"])) == list(range(2, RACERS + 1))
    assert outcome["rows"] == list(range(1, RACERS + 1)) == list(map(int, outcome["seated"]))


def test_every_acknowledged_play_is_stored_as_it_was_last_sent(outcome):
    assert len(outcome["results"]) == RACERS - 2 and outcome["phase"] == "playing"
    assert outcome["plays"] == {number: cards for number, (cards, _) in outcome["results"].items()}


def test_every_move_counted_once_though_it_was_sent_twice(outcome):
    assert {changed for _, changed in outcome["results"].values()} == {3}
    assert outcome["versions"] == 3 * len(outcome["results"])


def test_no_card_was_dealt_twice(outcome):
    assert len(set(outcome["cards"])) == len(outcome["cards"]) >= 3 * RACERS


def test_fifty_who_join_through_the_page_at_once_all_sit(site):
    code = Visitor(site).open_room("Ann")
    visitors = [Visitor(site) for _ in range(RACERS)]
    with ThreadPoolExecutor(RACERS) as pool:
        answers = list(pool.map(lambda pair: pair[1].take_seat(code, "Racer %d" % pair[0]),
                                enumerate(visitors)))
    assert answers == [200] * RACERS
    pages = [visitor.get("/rooms/%s/" % code).text for visitor in visitors]
    numbers = [re.search(r'"player":"(\d+)"', page).group(1) for page in pages]
    assert sorted(map(int, numbers)) == list(range(2, RACERS + 2))


def test_one_of_ten_with_the_same_name_gets_it(site):
    code = Visitor(site).open_room("Ann")
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda name: Visitor(site).take_seat(code, name),
                                ["Bob", "BOB", " bob ", "b ob", "Bob"] * 2))
    assert sorted(answers) == [200] + [409] * 9


@story
async def test_twenty_on_sockets_who_play_at_once_are_all_counted(site):
    async with a_table(site, 21) as (code, bots, visitors):
        await bots[0].send("start_game")
        await asyncio.gather(*[bot.until(lambda bot: bot.phase == "playing" and bot.hand) for bot in bots])
        players = [bot for bot in bots if bot.number != bot.table["judge"]]
        await asyncio.gather(*[bot.play() for bot in players])
        judge = await next(bot for bot in bots
                           if bot not in players).until(lambda bot: bot.phase == "revealing")
        assert sorted(judge.table["plays"], key=int) == [str(place) for place in range(20)]
        await asyncio.gather(*[judge.send("reveal_play", play=play) for play in judge.table["plays"]])
        await agree(bots)
        assert sum(len(play["cards"])
                   for play in bots[0].table["plays"].values()) == 20 * bots[0].table["black_card"]["pick"]
