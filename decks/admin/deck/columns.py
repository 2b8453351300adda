"""Numbers beside each deck of a list, each a subselect of the list's own query: no deck costs a query more.

Joining both kinds of cards would multiply their numbers, so nothing is joined.
"""
from __future__ import unicode_literals

from django.db.models import IntegerField
from django.db.models.expressions import RawSQL

_CARDS = "(SELECT COUNT(*) FROM {cards} WHERE {cards}.deck_id = decks_deck.id)"
_PROPOSALS = ("(SELECT COUNT(*) FROM decks_proposal p WHERE p.deck_id = decks_deck.id AND p.status = "
              "'waiting')")
_REPORTS = ("(SELECT COUNT(DISTINCT r.id) FROM decks_cardreport r JOIN {cards} c ON c.fingerprint = "
            "r.fingerprint"
            " WHERE c.deck_id = decks_deck.id AND r.kind = '{kind}' AND r.resolved IS NULL)")

BLACK, WHITE = _CARDS.format(cards="decks_blackcard"), _CARDS.format(cards="decks_whitecard")
REPORTS = "%s + %s" % (_REPORTS.format(cards="decks_blackcard", kind="black"),
                       _REPORTS.format(cards="decks_whitecard", kind="white"))


def counted(decks):
    """The decks with `black_count`, `white_count`, `proposal_count` and `report_count`: what waits,
    not what was.
    """
    return decks.annotate(black_count=_number(BLACK), white_count=_number(WHITE),
                          proposal_count=_number(_PROPOSALS), report_count=_number(REPORTS))


def _number(sql):
    return RawSQL(sql, (), output_field=IntegerField())
