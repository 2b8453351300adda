"""What a process keeps is little, and what is used."""
from __future__ import unicode_literals

from common.storage.recently_used import RecentlyUsed


def test_it_forgets_what_nobody_asked_for_longest():
    kept = RecentlyUsed(2)
    kept.put("a", 1)
    kept.put("b", 2)
    kept.get("a")
    kept.put("c", 3)
    assert [kept.get(key) for key in "abc"] == [1, None, 3]
