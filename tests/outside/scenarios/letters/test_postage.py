"""The limits of hosts and addresses hold when many presses come at once, on every database."""

import pytest

from tests.outside.harness.server import SCRIPTS, Server
from tests.outside.links import told

RACE = str(SCRIPTS / "postage_race.py")


@pytest.fixture(scope="module", params=["SQLite", pytest.param("PostgreSQL", marks=pytest.mark.one_stack)])
def outcome(request, tmp_path_factory, var_template):
    """What came of many presses at once, on this database."""
    folder = tmp_path_factory.mktemp("postage")
    if request.param == "SQLite":
        return told(Server(folder, var_template=var_template), RACE)
    address = request.getfixturevalue("new_database")("postage_race")
    return told(Server(folder, env={"DATABASE_URL": address}), RACE)


def test_one_host_posts_no_more_than_an_hour_has(outcome):
    print("presses %d, letters %d" % (len(outcome["of_one_host"]), sum(outcome["of_one_host"])))
    assert sum(outcome["of_one_host"]) == 20


def test_one_address_gets_no_more_than_a_day_allows(outcome):
    print("hosts %d, letters %d" % (len(outcome["to_one_address"]), sum(outcome["to_one_address"])))
    assert sorted(outcome["to_one_address"]) == [0] * 5 + [1] * 3


def test_many_presses_for_one_guest_are_one_letter(outcome):
    assert sorted(outcome["of_one_press"]) == [0] * 7 + [1]


def test_every_letter_is_paid_for_once(outcome):
    assert outcome["invitations"] == outcome["postage"] == 60
