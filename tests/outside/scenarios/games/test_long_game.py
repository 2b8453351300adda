"""Eight play fifty rounds with the real card packs, whose texts are not part of the project."""
import asyncio
import os
import time
import warnings

import pytest

from tests.outside.scenarios import REAL_DECK, story
from tests.outside.tables import a_table, agree, next_round, play_round

ROUNDS = 50
ABSENT = ("Fifty rounds with real packs are NOT tested; set CARDS_REAL_DECK_FILE to the path of "
          "cah-all-compact.json.")

# A skip alone is one letter in the output; the warning stands in the summary of the run.
if not os.path.exists(REAL_DECK):
    warnings.warn(ABSENT)


@pytest.mark.one_stack
@pytest.mark.skipif(not os.path.exists(REAL_DECK), reason=ABSENT)
@story
async def test_eight_play_fifty_rounds_with_every_real_pack(own_site, capsys):
    await asyncio.to_thread(own_site.manage, "import_deck", REAL_DECK)
    async with a_table(own_site.url, 8) as (code, bots, visitors):
        decks = (await asyncio.to_thread(visitors[0].get, "/rooms/%s/decks.json" % code)).json()["decks"]
        await bots[0].send("choose_decks", decks=[deck["id"] for deck in decks])
        await bots[0].send("change_settings", settings={"score_limit": 0, "round_limit": ROUNDS})
        start = time.monotonic()
        await bots[0].send("start_game")
        while bots[0].phase != "game_over":
            await play_round(bots)
            assert len(bots[0].table["plays"]) == 7
            await next_round(bots)
        seconds = time.monotonic() - start
        await agree(bots)
        table = bots[0].table
        assert table["round"] == ROUNDS == sum(player["score"] for player in table["players"].values())
        history = await asyncio.to_thread(visitors[3].get, "/rooms/%s/history.json" % code)
        assert [entry["round"] for entry in history.json()["rounds"]] == list(range(ROUNDS, 0, -1))
        with capsys.disabled():
            print("\n%d rounds of 8 players with %d packs: %.1f rounds a second" % (
                ROUNDS, len(decks), ROUNDS / seconds))
