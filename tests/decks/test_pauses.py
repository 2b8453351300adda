"""Between many transactions on SQLite others get their turn to write."""
from __future__ import unicode_literals

import mock
import pytest

from decks import staging


@pytest.fixture
def slept(monkeypatch):
    """The pauses that are made; the last one was at 100."""
    monkeypatch.setattr(staging, "connection", mock.Mock(vendor="sqlite", in_atomic_block=False))
    monkeypatch.setattr(staging, "_work", mock.Mock(since=100))
    monkeypatch.setattr(staging.time, "sleep", mock.Mock())
    return staging.time.sleep


def at(monkeypatch, seconds):
    monkeypatch.setattr(staging, "monotonic", lambda: seconds)
    staging.let_others_write()


def test_a_pause_follows_each_slice_of_work_and_not_each_piece(slept, monkeypatch):
    for piece in range(1, 6):
        at(monkeypatch, 100 + staging.SLICE * .6 * piece)
    assert slept.call_count == 2


def test_there_is_none_inside_of_a_transaction_and_where_many_may_write(slept, monkeypatch):
    staging.connection.in_atomic_block = True
    at(monkeypatch, 200)
    staging.connection = mock.Mock(vendor="postgresql", in_atomic_block=False)
    at(monkeypatch, 200)
    assert not slept.called
