"""What the app keeps about people with an account: decks, hearts, proposals and imports
(accounts/account_data.py).

Who leaves leaves their published decks to the site, without a name; drafts go with them.
"""
from __future__ import unicode_literals

from accounts import verified_addresses
from accounts.account_data import Section
from accounts.profiles import NAMELESS, name_of
from common.compat import gettext
from decks import deleted, staging
from decks.catalogue import sharing
from decks.history import documents
from decks.models import (
    ARCHIVED,
    PUBLISHED,
    CardReport,
    Deck,
    DeckJob,
    DeckVersion,
    FavouriteDeck,
    HiddenCard,
    ImportJob,
    Proposal,
)
from decks.privacy import anonymise

SESSION_NAMES = (sharing.SESSION_NAME,)
SHOWN = 20


def useful(sessions):
    """Those that know the code of a deck that is there still."""
    codes = {code for content in sessions.values() for code in sharing.codes_of(content)}
    there = set(Deck.objects.filter(code__in=codes).values_list("code", flat=True))
    return {name for name, content in sessions.items() if there.intersection(sharing.codes_of(content))}


def adopt(user, session):
    """The codes that this browser knows stay with it; guests own nothing here."""


def sections(user):
    """The decks of this person that are not in the archive, those they worked on last first."""
    decks = list(Deck.objects.filter(owner=user).exclude(status=ARCHIVED).order_by("-updated")[:SHOWN + 1])
    return [Section(gettext("My decks"), "decks/profile.html",
                    {"decks": decks[:SHOWN], "more": len(decks) > SHOWN})]


def export(user):
    """Decks with their whole content, hearts, proposals, and which files were imported when."""
    return {
        "decks": [dict(documents.document(deck), status=deck.status, listed=deck.listed, code=deck.code,
                       created=deck.created.isoformat())
                  for deck in Deck.objects.filter(owner=user).order_by("pk")],
        "deleted_decks": [dict(documents.document(deck), slug=deleted.address_of(deck),
                               deleted=deck.deleted.isoformat())
                          for deck in deleted.there().filter(owner=user).order_by("pk")],
        "favourite_decks": [heart.deck.name for heart in
                            FavouriteDeck.objects.filter(user=user).select_related("deck").order_by("pk")],
        "deck_sets": [{"name": kept.name, "decks": [deck.name for deck in kept.decks.all()]}
                      for kept in user.deck_sets.order_by("pk")],
        "proposed_cards": [{"deck": proposal.deck.name, "kind": proposal.kind, "text": proposal.text,
                            "attribution": proposal.attribution, "status": proposal.status,
                            "created": proposal.created.isoformat()}
                           for proposal in Proposal.objects.filter(proposer=user).select_related(
        "deck").order_by("pk")],
        "imports": [{"file": job.file_name, "status": job.status, "created": job.created.isoformat()}
                    for job in ImportJob.objects.filter(user=user).defer("content", "report").order_by("pk")],
    }


def forget(user):
    """Leave published decks to the site without the name, and delete all else."""
    names = anonymise.Names(_names(user))
    for deck in Deck.objects.filter(owner=user, status=PUBLISHED):
        anonymise.leave_deck(deck, names)
    accepted = {}
    for proposal in Proposal.objects.filter(proposer=user, status=Proposal.ACCEPTED).exclude(
            attribution="").select_related("deck"):
        accepted.setdefault(proposal.deck, []).append(proposal)
    for deck, proposals in accepted.items():
        anonymise.forget_proposals(deck, proposals)
    Proposal.objects.filter(proposer=user).delete()
    for deck in Deck.objects.filter(owner=user).exclude(status=PUBLISHED):
        staging.discard_soon(deck)
    deleted.for_good(deleted.there().filter(owner=user))
    FavouriteDeck.objects.filter(user=user).delete()
    ImportJob.objects.filter(user=user).delete()
    DeckJob.objects.filter(user=user).delete()
    DeckVersion.objects.filter(user=user).update(user=None)
    HiddenCard.objects.filter(user=user).update(user=None)
    CardReport.objects.filter(resolver=user).update(resolver=None)


def _names(user):
    return {user.get_username(), user.email,
            name_of(user)}.union(verified_addresses.addresses_of(user)) - {NAMELESS}
