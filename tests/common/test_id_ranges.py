"""Many ids as one short text."""
from __future__ import unicode_literals

import pytest

from common.storage.id_ranges import MOST, pack, unpack


@pytest.mark.parametrize("ids,text", [
    ([], ""), ([7], "7"), ([5, 3, 4, 9], "3-5 9"), ([1, 2, 4, 5, 6], "1-2 4-6")])
def test_ids_are_written_as_ranges(ids, text):
    assert pack(ids) == text and unpack(text) == sorted(ids)


def test_nonsense_names_nothing_and_a_range_without_end_not_everything():
    assert unpack("x 4-- -2 1.5 7-3 \u0664") == []
    assert len(unpack("1-999999999 1-999999999")) == MOST
