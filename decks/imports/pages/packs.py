"""What somebody says of single packs on the page of a dry run: for whom each is, and in which language."""
from __future__ import unicode_literals

import re
from typing import Any

from common.compat import gettext as _
from decks.limits import LANGUAGE_LENGTH, LANGUAGE_PATTERN, RATINGS

RATING, LANGUAGE = "rating", "language"
# More packs than this are folded on the page, and what is said of each of them, too.
FEW = 12
# What a field of the form is called for one pack (with its key behind) and for all of them.
_OF, _ALL = "%s-of-%s", "%s-all"


def posted(data, decks):
    # type: (Any, list[dict[str, Any]]) -> dict[str, dict[str, str]]
    """planning.Chosen of what was posted, where it is another than what the dry run says of `decks`.

    What is chosen for all packs counts for those of which nothing else was said. Raises ValueError with a
    sentence for people.
    """
    found = {}  # type: dict[str, dict[str, str]]
    for deck in decks:
        said = {}
        for fact, check in ((RATING, _rating), (LANGUAGE, _language)):
            own = data.get(_OF % (fact, deck["key"]), "").strip() or deck[fact]
            value = own if own != deck[fact] else data.get(_ALL % fact, "").strip() or own
            if value != deck[fact]:
                said[fact] = check(value, deck["name"])
        if said:
            found[deck["key"]] = said
    return found


def shown(decks, chosen):
    # type: (list[dict[str, Any]], dict[str, dict[str, str]]) -> list[dict[str, Any]]
    """The decks of a dry run with what was chosen for them before; those that lose rows come first."""
    found = [dict(deck, **chosen.get(deck["key"], {})) for deck in decks]
    return sorted(found, key=lambda deck: not deck.get("left_out"))


def _rating(value, name):
    # type: (str, str) -> str
    if value not in RATINGS:
        raise ValueError(_("Choose for %s one of these ratings: %s.") % (name, ", ".join(RATINGS)))
    return value


def _language(value, name):
    # type: (str, str) -> str
    if len(value) > LANGUAGE_LENGTH or not re.match(LANGUAGE_PATTERN, value):
        raise ValueError(_('The language of %s must be a tag such as "en" or "pt-BR".') % name)
    return value
