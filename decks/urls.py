"""Addresses of the shelf, of decks and of what is done with them."""
from __future__ import unicode_literals

from common.compat import re_path
from decks import sharing
from decks.views import building, exporting, importing, proposing, shelf

app_name = "decks"
CODE = r"^code/(?P<code>%s)/" % sharing.CODE_PATTERN
SLUG = r"^(?P<slug>[A-Za-z0-9_-]+)/"
EDIT = r"^edit/(?P<code>%s)/" % sharing.CODE_PATTERN
IMPORT = r"^import/(?P<pk>[0-9]{1,9})/"

urlpatterns = [
    re_path(r"^$", shelf.browse, name="shelf"),
    re_path(r"^code/$", shelf.find, name="find"),
    re_path(CODE + r"$", shelf.deck_of_code, name="deck_of_code"),
    re_path(CODE + r"heart/$", shelf.heart, name="heart"),
    re_path(r"^import/$", importing.choose, name="import"),
    re_path(r"^import/cards\.(?P<form>csv|xlsx)$", importing.import_template, name="import_template"),
    re_path(IMPORT + r"$", importing.import_job, name="import_job"),
    re_path(IMPORT + r"progress/$", importing.import_progress, name="import_progress"),
    re_path(IMPORT + r"report/$", importing.import_report, name="import_report"),
    re_path(IMPORT + r"forget/$", importing.import_forget, name="import_forget"),
    re_path(IMPORT + r"undo/$", importing.import_undo, name="import_undo"),
    re_path(r"^mine/$", building.mine, name="mine"),
    re_path(EDIT + r"$", building.edit, name="edit"),
    re_path(EDIT + r"cards\.json$", building.cards, name="cards"),
    re_path(EDIT + r"change/$", building.change, name="change"),
    re_path(EDIT + r"near\.json$", building.near, name="near"),
    re_path(EDIT + r"doubles\.json$", building.doubles, name="doubles"),
    re_path(EDIT + r"step/$", building.step, name="step"),
    re_path(EDIT + r"proposed\.json$", building.proposed, name="proposed"),
    re_path(EDIT + r"decide/$", building.decide, name="decide"),
    re_path(EDIT + r"unarchive/$", building.unarchive, name="unarchive"),
    re_path(EDIT + r"delete/$", building.delete, name="delete"),
    # Words of our own come before this line: a deck may have any of them as its slug.
    re_path(SLUG + r"$", shelf.deck, name="deck"),
    re_path(SLUG + r"propose/$", proposing.propose, name="propose"),
    re_path(SLUG + r"export/(?P<form>[a-z]{1,12})/$", exporting.export, name="export"),
]
