"""The parts of the review queue: for whom each is, what is in it, and how a page of it is described.

What waits comes first; hidden cards and imports are looked up here, too.
"""
from __future__ import unicode_literals

from collections import OrderedDict, namedtuple

from django.db.models import Q
from six.moves.urllib.parse import urlencode

from common.compat import json_loads
from common.text import search_words
from decks import access
from decks.admin.background import jobs
from decks.admin.shared import names, permissions
from decks.models import Deck, ImportJob
from decks.review import finding, pending

# `find(chosen)` gives all rows (see finding), `describe(rows)` what the template draws of a page of `size`.
Part = namedtuple("Part", "title may find describe size")
# `decks` are those the card stands in.
Hidden = namedtuple("Hidden", "card decks")
# `decks` is [(name, id)] of those that it has made or changed, SHOWN at most, and `more` how many others.
Imported = namedtuple("Imported", "job decks more")
SHOWN = 6


def _looker(model):
    return lambda user: user.has_perm("decks.view_" + model)


def _told_apart(describe, decks_of):
    """`describe`, and the decks of each row are told from others of their names."""
    def described(page):
        rows = describe(page)
        names.mark(deck for row in rows for deck in decks_of(row))
        return rows
    return described


def _imports(chosen):
    found = ImportJob.objects.select_related("user", "deck").defer("content", "report").order_by("-pk")
    if "status" in chosen:
        found = found.filter(status=chosen["status"])
    if "deck" in chosen:
        # New decks stand in the result alone: {"decks": [{"id": 12, ...}]}.
        found = found.filter(Q(deck=chosen["deck"]) | Q(result__contains='"id":%d,' % chosen["deck"].pk))
    for word in search_words(chosen.get("q", "")):
        found = found.filter(Q(file_name__icontains=word) | Q(user__username__icontains=word)
                             | Q(deck__name__icontains=word))
    return found


def _hidden(cards):
    cards = list(cards)
    places = pending.places_of([card.fingerprint for card in cards])
    return [Hidden(card, pending.decks_of(places.get((card.kind, card.fingerprint), ())))
            for card in cards]


def _imported(jobs):
    told = [(job, json_loads(job.result).get("decks", ())) for job in jobs]
    there = dict(Deck.objects.filter(pk__in=[deck["id"] for _job, decks in told for deck in decks[:SHOWN]])
                 .values_list("pk", "name"))
    return [Imported(job, [(there.get(deck["id"], deck["name"]), deck["id"] if deck["id"] in there else None)
                           for deck in decks[:SHOWN]], max(0, len(decks) - SHOWN)) for job, decks in told]


PARTS = OrderedDict([
    ("reports", Part("Reported cards", access.may_review, finding.reports,
                     _told_apart(pending.described_reports, lambda row: row.decks), 15)),
    ("proposals", Part("Proposed cards", _looker("proposal"), finding.proposals,
                       _told_apart(list, lambda proposal: [proposal.deck]), 20)),
    ("decks", Part("Decks in review", access.may_review, finding.decks,
                   _told_apart(pending.described_decks, lambda row: [row.deck]), 8)),
    ("hidden", Part("Hidden cards", _looker("hiddencard"), finding.hidden,
                    _told_apart(_hidden, lambda row: row.decks), 30)),
    ("imports", Part("Imports", _looker("importjob"), _imports, _imported, 30))])


def offered(user):
    """{name: Part} of what this person may look at."""
    return OrderedDict((name, part) for name, part in PARTS.items() if part.may(user))


def overview(user):
    """{"queue", "cards", "doubles"}: which pages about all decks this person may open; "work": their jobs
    that a worker is at.
    """
    cards = permissions.may_see_cards(user)
    return {"queue": bool(offered(user)), "cards": cards, "doubles": cards and user.has_perm(access.EDIT),
            "work": jobs.at_work(user)}


def links_of(user, deck):
    """[(title, count, query)] of the parts that have something of this deck."""
    found = []
    for name, part in offered(user).items():
        status = {"status": finding.ANY} if name == "proposals" else {}
        count = 0 if name == "decks" else part.find(dict(status, deck=deck)).count()
        if count:
            query = urlencode([("show", name), ("deck", deck.pk)] + sorted(status.items()))
            found.append((part.title, count, "?" + query))
    return found
