"""What other sites show of our links, in a title and a sentence: of a recap, and of a room that somebody
invites to. Nothing of it is news to whoever opens the link.
"""
from __future__ import unicode_literals

from typing import Any

from game.recap.contents import Contents, winning

NAMES = 3
LONGEST = 200


def of_recap(told):
    # type: (Contents) -> dict[str, str]
    """{"title", "text"}: who has won, and the best sentence."""
    first = told.podium[0]
    names = first.names[:NAMES] + (["others"] if len(first.names) > NAMES else [])
    together = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    best = winning(told.best[0]) if told.best else None
    said = "".join(part.text for part in best.parts) if best else "A night of cards, round by round."
    return {"title": "%s won" % together if first.points > 0 else "Nobody won, and everybody played",
            "text": short(said)}


def of_room(inside):
    # type: (dict[str, Any] | None) -> dict[str, str]
    """{"title", "text"} of the door of a room; `inside` is what the page tells there, None where a password
    keeps it.
    """
    if inside is None:
        return {"title": "A table for friends", "text": "A password keeps it among those who know it."}
    host, here = inside["host"], len(inside["here"])
    people = "%d at the table" % here if here else "the table is laid"
    title = "%s invites you, %s" % (host, people) if host else "Come and play: %s" % people
    return {"title": title, "text": "A card game for loud tables: everybody plays on their own phone."}


def short(text):
    # type: (str) -> str
    """A text in one line that is not too long for a preview."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST - 1].rstrip() + "\u2026"
