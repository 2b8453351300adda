"""Addresses of the shelf, of decks and of what is done with them."""
from __future__ import unicode_literals

from common.compat import re_path
from decks.catalogue import sharing
from decks.views import builder, catalogue, exports, import_jobs, imports, my_decks, proposals

app_name = "decks"
CODE = r"^code/(?P<code>%s)/" % sharing.CODE_PATTERN
SLUG = r"^(?P<slug>[A-Za-z0-9_-]+)/"
EDIT = r"^edit/(?P<code>%s)/" % sharing.CODE_PATTERN
IMPORT = r"^import/(?P<pk>[0-9]{1,9})/"

urlpatterns = [
    re_path(r"^$", catalogue.browse, name="shelf"),
    re_path(r"^code/$", catalogue.find, name="find"),
    re_path(CODE + r"$", catalogue.deck_of_code, name="deck_of_code"),
    re_path(CODE + r"heart/$", catalogue.heart, name="heart"),
    re_path(r"^import/$", imports.choose, name="import"),
    re_path(r"^import/cards\.(?P<form>csv|xlsx)$", imports.import_template, name="import_template"),
    re_path(IMPORT + r"$", import_jobs.import_job, name="import_job"),
    re_path(IMPORT + r"progress/$", import_jobs.import_progress, name="import_progress"),
    re_path(IMPORT + r"read-as/$", import_jobs.import_read_as, name="import_read_as"),
    re_path(IMPORT + r"report/$", import_jobs.import_report, name="import_report"),
    re_path(IMPORT + r"forget/$", import_jobs.import_forget, name="import_forget"),
    re_path(IMPORT + r"undo/$", import_jobs.import_undo, name="import_undo"),
    re_path(r"^mine/$", my_decks.mine, name="mine"),
    re_path(r"^mine/delete/$", my_decks.delete, name="delete"),
    re_path(r"^mine/bring-back/$", my_decks.bring_back, name="bring_back"),
    re_path(r"^mine/delete-for-good/$", my_decks.delete_for_good, name="delete_for_good"),
    re_path(EDIT + r"$", builder.edit, name="edit"),
    re_path(EDIT + r"cards\.json$", builder.cards, name="cards"),
    re_path(EDIT + r"change/$", builder.change, name="change"),
    re_path(EDIT + r"near\.json$", builder.near, name="near"),
    re_path(EDIT + r"doubles\.json$", builder.doubles, name="doubles"),
    re_path(EDIT + r"step/$", builder.step, name="step"),
    re_path(EDIT + r"proposed\.json$", builder.proposed, name="proposed"),
    re_path(EDIT + r"decide/$", builder.decide, name="decide"),
    re_path(EDIT + r"unarchive/$", my_decks.unarchive, name="unarchive"),
    # Words of our own come before this line: a deck may have any of them as its slug.
    re_path(SLUG + r"$", catalogue.deck, name="deck"),
    re_path(SLUG + r"propose/$", proposals.propose, name="propose"),
    re_path(SLUG + r"export/(?P<form>[a-z]{1,12})/$", exports.export, name="export"),
]
