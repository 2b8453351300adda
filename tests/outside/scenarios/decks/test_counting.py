"""Workers that count the same games at once, on each database: every card counts once."""

import pytest

from tests.outside.harness.server import SCRIPTS, Server
from tests.outside.links import told

RACE = str(SCRIPTS / "counting_race.py")


@pytest.fixture(scope="module", params=["SQLite", pytest.param("PostgreSQL", marks=pytest.mark.one_stack)])
def outcome(request, tmp_path_factory, var_template):
    """What many workers counted, on this database."""
    folder = tmp_path_factory.mktemp("counting")
    if request.param == "SQLite":
        return told(Server(folder, var_template=var_template), RACE)
    address = request.getfixturevalue("new_database")("counting_race")
    return told(Server(folder, env={"DATABASE_URL": address}), RACE)


def test_no_worker_fails(outcome):
    assert outcome["errors"] == []


def test_every_card_counts_once(outcome):
    assert sorted(outcome["cards"]) == sorted(outcome["expected_cards"])


def test_every_game_counts_once_for_its_deck(outcome):
    assert outcome["plays"] == outcome["games"] and outcome["months"] == outcome["expected_months"]
