"""What a step of an import computes is not computed by the process that answers pages, and ends with it."""
import os
import signal
from pathlib import Path

import pytest

from tests.outside.harness.process import wait_until
from tests.outside.importers import Importer, a_file, white_cards
from tests.outside.scenarios import TRACEBACK

STEP = b"import_step"


def steps_of(parent):
    """The ids of processes that do steps of imports, and were begun by the process with this id."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words, fields = (folder / "cmdline").read_bytes(), (folder / "stat").read_text()
        except OSError:
            continue
        if STEP in words.split(b"\0") and int(fields.rpartition(")")[2].split()[1]) == parent:
            found.append(int(folder.name))
    return found


@pytest.fixture
def looking(new_server):
    """(server, the id of its process, the ids of those that look at a file for it)"""
    server = new_server()
    Importer(server.url, "ann").hand_in(a_file("A big deck", white_cards(9000)))
    pid = server.processes["serve"].pid
    return server, pid, wait_until(lambda: steps_of(pid), 30, server.log)


def test_another_process_looks_at_a_big_file(looking):
    server, pid, steps = looking
    assert len(steps) == 1 and pid not in steps
    assert TRACEBACK not in server.log()


def test_it_ends_with_a_server_that_is_killed(looking):
    _, pid, (step,) = looking
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: is_over(step), 30)


def is_over(pid):
    try:
        return Path("/proc/%d/stat" % pid).read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True
