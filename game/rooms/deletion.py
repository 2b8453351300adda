"""Deleting rooms on purpose, with what the apps above the game owe to people there.

routes().ROOMS_ENDING lists objects (modules will do) with
    leaving(ids)  -> [text], what the end of these rooms will mean to others, for the page that asks before
    end(ids)      the rooms are about to be deleted, in the caller's transaction -> a function without
                  arguments, to call after the commit
"""
from __future__ import unicode_literals

from typing import Any

from django.db import transaction

from live.base import routes


def leaving(ids):
    # type: (list[int]) -> list[str]
    """[text] of all of them."""
    return [text for app in _apps() for text in app.leaving(ids)]


def delete(ids, remove):
    # type: (list[int], Any) -> Any
    """Call remove(), which deletes the rooms with these ids, together with what is owed there: both or
    neither. Returns what it returns.
    """
    with transaction.atomic():
        afterwards = [app.end(ids) for app in _apps()]
        answer = remove()
    for call in afterwards:
        call()
    return answer


def _apps():
    # type: () -> list[Any]
    return list(getattr(routes(), "ROOMS_ENDING", ()))
