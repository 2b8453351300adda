"""Addresses of the shelf, of decks and of what is done with them."""
from __future__ import unicode_literals

from common.compat import re_path
from decks import sharing
from decks.views import shelf

app_name = "decks"
CODE = r"^code/(?P<code>%s)/" % sharing.CODE_PATTERN
SLUG = r"^(?P<slug>[A-Za-z0-9_-]+)/"

urlpatterns = [
    re_path(r"^$", shelf.browse, name="shelf"),
    re_path(r"^code/$", shelf.find, name="find"),
    re_path(CODE + r"$", shelf.deck_of_code, name="deck_of_code"),
    re_path(CODE + r"heart/$", shelf.heart, name="heart"),
    # Words of our own come before this line: a deck may have any of them as its slug.
    re_path(SLUG + r"$", shelf.deck, name="deck"),
]
