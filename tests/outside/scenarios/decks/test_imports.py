"""Thousands of cards come in through the page while a game goes on in the same process:
players do not feel it. BIG_DECK=25000 brings in more.
"""
import asyncio
import os

import pytest

from tests.outside.harness.process import patience
from tests.outside.importers import BIG, Importer, a_file, play_while, white_cards
from tests.outside.scenarios import REAL_DECK, TRACEBACK, story
from tests.outside.tables import a_table

SECONDS = 20


@story
async def test_moves_are_answered_while_a_big_deck_comes_in(new_server):
    server = new_server()
    importer = await asyncio.to_thread(Importer, server.url, "ann")
    async with a_table(server.url) as table:
        content = a_file("A big deck", white_cards(BIG))
        (seconds, steps), took = await play_while(table, importer.bring, content)
    print("import %.1f s, %d moves, the slowest %.2f s" % (seconds, len(took), max(took)))
    assert max(took) < patience(1) and len(took) > 20
    assert seconds < patience(SECONDS) and len(set(steps)) > 2 and steps == sorted(steps)
    assert TRACEBACK not in server.log()


@pytest.fixture
def replaced(new_server):
    """(server, importer, job): a big deck most of whose cards an import has replaced."""
    server = new_server()
    importer = Importer(server.url, "ann")
    for about in ("tea", "cake"):
        job = importer.look(a_file("A big deck", white_cards(BIG, about)))
        importer.store(job)
    return server, importer, job


@pytest.mark.one_stack
@story
async def test_moves_are_answered_while_a_big_deck_is_again_what_it_was(replaced):
    server, importer, job = replaced
    async with a_table(server.url) as table:
        _, took = await play_while(table, importer.take_back, job)
    print("taken back, %d moves, the slowest %.2f s" % (len(took), max(took)))
    assert max(took) < patience(1.5)
    assert TRACEBACK not in server.log()


@pytest.mark.one_stack
@pytest.mark.skipif(not os.path.exists(REAL_DECK), reason="set CARDS_REAL_DECK_FILE")
def test_the_real_file_comes_in_through_the_page_in_time(new_server):
    with open(REAL_DECK, "rb") as source:
        content = source.read()
    server = new_server()
    seconds, steps = Importer(server.url, "bob").bring(content)
    print("import of the real file %.1f s" % seconds)
    assert seconds < patience(SECONDS) and len(set(steps)) > 2
    assert TRACEBACK not in server.log()
