"""What restoring a copy of a site would do, deck by deck, and doing it.

A deck is found again by its share code, by the file that it was imported from, or by its address, with the
same owner. What is here and says the same is left alone; what says something else is overwritten only where
somebody wants that, as a version that can be taken back.
"""
from __future__ import unicode_literals

from collections import namedtuple

from decks import deleted
from decks.codes import new_code
from decks.copies import entries, zips
from decks.history import restoring
from decks.imports.reading.shapes import FormatError
from decks.models import DRAFT, Deck, DeckSet
from decks.slugs import free_slugs

NEW, BACK, SAME, DIFFERS, BROKEN = STATUSES = ("new", "back", "same", "differs", "broken")
NOTE = "Restored from a copy of the site"
# In place of the digest of an import: a deck that a worker has begun and not ended.
_BEGUN = "restoring"

# One member: `deck` is the one here or None; `homeless` says that its owner has no account here, so that it
# would be the site's; `reason` is why it is BROKEN.
Found = namedtuple("Found", "name status entry deck homeless reason")


def look(archive, name):
    """The Found of a member; stores nothing."""
    try:
        entry = zips.read(archive, name)
    except FormatError as error:
        return Found(name, BROKEN, None, None, False, "%s" % error)
    owner, had_owner = entries.owner_of(entry)
    homeless = had_owner and owner is None
    deck = _here(entry, owner)
    if deck is None or (deck.source_digest == _BEGUN and deck.status == DRAFT):
        return Found(name, NEW, entry, deck, homeless, "")
    if deck.deleted is not None:
        return Found(name, BACK, entry, deck, False, "")
    same = entries.alike(deck, entry, entries.sets_of([deck.pk])[deck.pk])
    return Found(name, SAME if same else DIFFERS, entry, deck, False, "")


def restore(archive, name, user, overwrite=False):
    """Do it with one member. Returns its Found: what it was before."""
    found = look(archive, name)
    if found.status == BACK:
        deleted.bring_back(deleted.there().filter(pk=found.deck.pk))
        again = look(archive, name)
        if overwrite and again.status == DIFFERS:
            _write(again, again.deck, user)
    elif found.status == NEW:
        _write(found, found.deck or _begin(found.entry), user)
    elif found.status == DIFFERS and overwrite:
        _write(found, found.deck, user)
    return found


def _here(entry, owner):
    """The deck that this entry is a copy of, deleted ones included, or None."""
    site = entry["site"]
    known = Deck.with_staged.filter(code=site["code"]).first() if site["code"] else None
    if known is not None and (not known.staged or known.deleted is not None):
        return known
    alike = Deck.objects.filter(owner=owner)
    if site["source"]:
        known = alike.filter(source=site["source"]).first()
        if known is not None:
            return known
    return alike.filter(slug=entry["slug"]).first()


def _begin(entry):
    """An empty deck that nobody sees much of until it is written."""
    owner, _ = entries.owner_of(entry)
    code = entry["site"]["code"]
    if not code or Deck.with_staged.filter(code=code).exists():
        code = new_code()
    slug, = free_slugs([entry["slug"]])
    return Deck.objects.create(name=entry["name"], slug=slug, code=code, owner=owner, status=DRAFT,
                               listed=False, source_digest=_BEGUN)


def _write(found, deck, user):
    entry, site = found.entry, found.entry["site"]
    facts = {name: site[name] for name in entries.STATES}
    if found.status != NEW:
        facts["plays"] = max(facts["plays"], deck.plays)
    restoring.become(deck, entry, user, NOTE, rating=entry["rating"], **facts)
    if found.status == NEW and site["created"] is not None:
        Deck.objects.filter(pk=deck.pk).update(created=site["created"])
    for one in DeckSet.objects.filter(owner=None, name__in=site["sets"]):
        one.decks.add(deck)
