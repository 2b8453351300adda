"""What is done to a whole deck, of many one after the other.

Whether the person may do it is `access`'s to say, before.
"""
from __future__ import unicode_literals

from common.compat import gettext as _
from decks.editing.factory import EditError, tidy_tags
from decks.history import versions
from decks.models import Deck


def tag(deck, user, give="", take=""):
    """Give the deck the tags in the text `give`, and take from it those in `take`. Raises EditError."""
    taken = set(tidy_tags(take).split())
    try:
        with versions.changing(deck, user) as locked:
            versions.touch([locked], {})
            locked.tags = tidy_tags(" ".join([word for word in locked.tags.split() if word not in taken]
                                             + [give]))
            locked.save(update_fields=["tags"])
    except Deck.DoesNotExist:
        raise EditError(_("Somebody has deleted this deck meanwhile."))
