"""What other sites show of our links, in a title and a sentence: of a recap, and of a room that somebody
invites to. Nothing of it is news to whoever opens the link.
"""
from __future__ import unicode_literals

from typing import Any

from common.compat import gettext as _
from common.compat import ngettext
from game.recap.contents import Contents, winning

NAMES = 3
LONGEST = 200


def of_recap(told):
    # type: (Contents) -> dict[str, str]
    """{"title", "text"}: who has won, and the best sentence."""
    first = told.podium[0]
    names = first.names[:NAMES] + ([_("others")] if len(first.names) > NAMES else [])
    together = _("%(names)s and %(name)s") % {"names": ", ".join(names[:-1]), "name": names[-1]} if len(
        names) > 1 else names[0]
    best = winning(told.best[0]) if told.best else None
    said = "".join(part.text for part in best.parts) if best else _("A night of cards, round by round.")
    title = ngettext("%(names)s won", "%(names)s won", len(first.names)) % {"names": together}
    return {"title": title if first.points > 0 else _("Nobody won, and everybody played"),
            "text": short(said)}


def of_room(inside):
    # type: (dict[str, Any] | None) -> dict[str, str]
    """{"title", "text"} of the door of a room; `inside` is what the page tells there, None where a password
    keeps it.
    """
    if inside is None:
        return {"title": _("A table for friends"), "text": _("A password keeps it among those who know it.")}
    host, here = inside["host"], len(inside["here"])
    people = ngettext("%(count)d at the table", "%(count)d at the table", here) % {"count": here}
    people = people if here else _("the table is laid")
    title = (_("%(host)s invites you, %(people)s") % {"host": host, "people": people} if host
             else _("Come and play: %s") % people)
    return {"title": title, "text": _("A card game for loud tables: everybody plays on their own phone.")}


def short(text):
    # type: (str) -> str
    """A text in one line that is not too long for a preview."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST - 1].rstrip() + "\u2026"
