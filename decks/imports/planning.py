"""What importing parsed packs would do: a plan for each deck. Reads only; `storing` writes it.

A deck is found again by where it came from, so its name may be changed in the admin. A pack that has not
changed since it was stored is left alone, with whatever somebody has mended in its deck; so is a deck in the
archive.
"""
from __future__ import unicode_literals

import hashlib
from itertools import count
from typing import Any, Container, Dict, List, NamedTuple, Optional, Text

from django.utils.text import slugify

from common.compat import gettext, json_dumps
from decks.cards.texts import fingerprint
from decks.imports.comparing import ADD, BLACK, REPLACE, WHITE, Changes, Incoming, Nearness, Stored, compare
from decks.imports.formats import deck_file
from decks.imports.reading.shapes import Pack, Parsed, RowError, lines, marks
from decks.limits import ADULT, DECK_CARDS, SLUG_LENGTH, STARTER
from decks.models import ARCHIVED, BlackCard, Deck, WhiteCard
from decks.slugs import free
from decks.staging import chunks

NEW, SAME, CHANGED = "new", "same", "changed"
STATUSES = (NEW, CHANGED, SAME)

# `key` names the pack within the file; `pack` is a complete shapes.Pack; `deck` is the stored Deck or None;
# `changes` are comparing.Changes. An empty `source` means that the cards go into a deck that is not made from
# this file alone.
PlannedDeck = NamedTuple("PlannedDeck", [
    ("key", Text), ("status", Text), ("pack", Pack), ("source", Text), ("digest", Text), ("deck", Any),
    ("changes", Changes)])
# `decks` in the order of the file, `errors` those of the parser and of decks that would grow too big.
Plan = NamedTuple("Plan", [("decks", List[PlannedDeck]), ("errors", List[RowError])])
Chosen = Dict[Text, Dict[str, Text]]  # {key: {"rating", "language"}}, each where it was chosen

# What a pack says of its deck.
FACTS = ("name", "language", "rating", "description", "author", "licence", "source_note", "tags")
_NOTHING = Changes([], [], [])
# name, black, white, slug, language, rating, description, author, licence
_ALWAYS_SAID = 9


def plan(parsed, rating=ADULT, language="en", owner=None, mode=REPLACE, keys=None, nearness=None,
         chosen=None):
    # type: (Parsed, str, str, Any, str, Container[str] | None, Nearness | None, Chosen | None) -> Plan
    """What making a deck of each pack would do. `rating` and `language` are for new decks of packs that do
    not say; `chosen` is what somebody has said of single packs, whatever the file does.

    `owner` is whose decks they become, None the site's; `keys` are the packs wanted, None all; `mode` and
    `nearness` are those of comparing.compare.
    """
    packs = keyed(parsed)
    stored = _decks(parsed, packs, owner)
    decks, errors = [], list(parsed.errors)  # type: list[PlannedDeck], list[RowError]
    for key, pack in packs:
        pack = _complete(pack, stored.get(key), parsed, rating, language)
        source = "%s/%s" % (parsed.format, key)
        if keys is None or key in keys:
            _append(decks, errors, _planned(key, parsed, pack, source, stored.get(key), mode, nearness,
                                            (chosen or {}).get(key)))
    return Plan(decks, errors)


def plan_into(deck, parsed, mode=ADD, keys=None, nearness=None):
    # type: (Deck, Parsed, str, Container[str] | None, Nearness | None) -> Plan
    """What bringing all these packs (or those with `keys`) into one deck would do;
    its facts stay as they are.
    """
    packs = [pack for key, pack in keyed(parsed) if keys is None or key in keys]
    decks, errors = [], list(parsed.errors)  # type: list[PlannedDeck], list[RowError]
    if packs:
        cards = [card for pack in packs for card in incoming(parsed, pack)]
        changes = compare(cards, stored_cards(deck), mode, nearness)
        status = CHANGED if changes.add or changes.remove else SAME
        pack = Pack(  # type: ignore[call-arg]
            deck.name, sum([pack.black for pack in packs], ()), sum([pack.white for pack in packs], ()))
        _append(decks, errors, PlannedDeck("", status, pack, "", "", deck, changes))
    return Plan(decks, errors)


def keyed(parsed):
    # type: (Parsed) -> list[tuple[str, Pack]]
    """[(key, Pack)]: what each pack of a file is called in its deck's source and among the packs to
    choose.
    """
    found, keys = [], set()  # type: list[tuple[str, Pack]], set[str]
    for pack in parsed.packs:
        key = free(pack.slug or _slug(pack.name), keys)
        keys.add(key)
        found.append((key, pack))
    return found


def counts(plan):
    # type: (Plan) -> dict[str, int]
    """{"decks", "new", "changed", "same", "black", "white", "errors"} of a plan, all numbers."""
    found = {status: sum(deck.status == status for deck in plan.decks) for status in STATUSES}
    return dict(found, decks=len(plan.decks), errors=len(plan.errors),
                black=sum(len(deck.pack.black) for deck in plan.decks),
                white=sum(len(deck.pack.white) for deck in plan.decks))


def incoming(parsed, pack):
    # type: (Parsed, Pack) -> list[Incoming]
    """The cards of a pack as a list of comparing.Incoming."""
    cards = []
    white = [(text, 1, 0) for text in pack.white]
    for kind, rows in ((BLACK, list(pack.black)), (WHITE, white)):
        broken = {error.row for error in parsed.errors if error.pack == pack.name and error.kind == kind}
        numbers = (number for number in count(1) if number not in broken)
        says = parsed.format == deck_file.NAME or getattr(pack, kind + "_marks")
        for number, (text, pick, draw), (tags, attribution), line in zip(numbers, rows, marks(pack, kind),
                                                                         lines(pack, kind)):
            cards.append(Incoming(pack.name, kind, number, text, pick, draw,
                                  tags if says else None, attribution if says else None, line))
    return cards


def stored_cards(deck):
    # type: (Deck) -> list[Stored]
    """The cards of a deck as a list of comparing.Stored."""
    black = BlackCard.objects.filter(deck=deck).order_by("position", "pk").values_list(
        "pk", "position", "text", "pick", "draw", "tags", "attribution")
    white = WhiteCard.objects.filter(deck=deck).order_by("position", "pk").values_list(
        "pk", "position", "text", "tags", "attribution")
    return ([Stored(BLACK, *row) for row in black]
            + [Stored(WHITE, pk, position, text, 1, 0, tags, by) for pk, position, text, tags, by in white])


def stored_decks(parsed, owner):
    # type: (Parsed, Any) -> list[Deck]
    """The Decks that packs of this file have already."""
    packs = keyed(parsed)
    found = _decks(parsed, packs, owner)
    return [found[key] for key, _ in packs if key in found]


def size_of(decks):
    # type: (list[Deck]) -> int
    """How many cards these decks have together."""
    return sum(model.objects.filter(deck__in=ids).count()
               for ids in chunks([deck.pk for deck in decks]) for model in (BlackCard, WhiteCard))


def _decks(parsed, packs, owner):
    # type: (Parsed, list[tuple[str, Pack]], Any) -> dict[str, Deck]
    """{key: Deck} of the packs that have one: it came from such a file,
    or has the address that the file says.
    """
    found = {}  # type: dict[str, Deck]
    for slugs in chunks({pack.slug for _, pack in packs if pack.slug}):
        found.update((deck.slug, deck) for deck in Deck.objects.filter(slug__in=slugs, owner=owner))
    beginning = parsed.format + "/"
    for deck in Deck.objects.filter(source__startswith=beginning, owner=owner).order_by("pk"):
        found[deck.source[len(beginning):]] = deck
    found.update(_of_other_kinds([(key, pack) for key, pack in packs if key not in found], owner))
    return found


def _of_other_kinds(packs, owner):
    # type: (list[tuple[str, Pack]], Any) -> dict[str, Deck]
    """{key: Deck} of packs that a file of another kind has brought here: of the same name, with the same
    cards for the most part.
    """
    there = {}  # type: dict[str, int]
    if packs:
        sources = Deck.objects.filter(owner=owner).exclude(source="").order_by("-pk")
        for pk, source in sources.values_list("pk", "source"):
            form, _, key = source.partition("/")
            if form != STARTER:
                there[key] = pk
    found = {}
    for key, pack in packs:
        deck = Deck.objects.filter(pk=there[key]).first() if key in there else None
        if deck is not None and _has_most(deck, pack):
            found[key] = deck
    return found


def _has_most(deck, pack):
    # type: (Deck, Pack) -> bool
    """Whether most cards of a pack are in this deck already."""
    there = {fingerprint(card.text) for card in stored_cards(deck)}
    marks_of_pack = [fingerprint(text) for text in [card[0] for card in pack.black] + list(pack.white)]
    return 2 * sum(mark in there for mark in marks_of_pack) > len(marks_of_pack)


def _complete(pack, deck, parsed, rating, language):
    # type: (Pack, Deck | None, Parsed, str, str) -> Pack
    """The pack with the facts that it does not say: those that its deck has from a file of another kind, and
    of a new deck these two.
    """
    if deck is not None and not deck.source.startswith(parsed.format + "/") and deck.slug != pack.slug:
        known = {fact: getattr(deck, fact)
                 for fact in FACTS if not getattr(pack, fact)}  # type: dict[str, Any]
        pack = pack._replace(**dict(known, name=deck.name))  # a table is only called like its file
    if deck is not None:
        rating, language = deck.rating, deck.language
    return pack._replace(rating=pack.rating or rating, language=pack.language or language)


def _planned(key, parsed, pack, source, deck, mode, nearness, chosen=None):
    # type: (str, Parsed, Pack, str, Deck | None, str, Nearness | None, dict[str, str] | None) -> PlannedDeck
    digest = _digest(pack)  # of what the file says, so that it is known again
    if chosen:
        pack = pack._replace(rating=chosen.get("rating", pack.rating),
                             language=chosen.get("language", pack.language))
    if deck is not None and (deck.source_digest == digest or deck.status == ARCHIVED):
        return PlannedDeck(key, SAME, pack, source, digest, deck, _NOTHING)
    cards = incoming(parsed, pack)
    if deck is None:
        return PlannedDeck(key, NEW, pack, source, digest, None, compare(cards, [], REPLACE, nearness))
    changes = compare(cards, stored_cards(deck), mode, nearness)
    is_same = not changes.add and not changes.remove and all(getattr(pack, fact) == getattr(deck, fact)
                                                             for fact in FACTS)
    return PlannedDeck(key, SAME if is_same else CHANGED, pack, source, digest, deck, changes)


def _digest(pack):
    # type: (Pack) -> str
    """The digest of what a pack says; what later versions of ours could say besides counts only where it is
    said.
    """
    said = list(pack._replace(black_lines=(), white_lines=()))
    while len(said) > _ALWAYS_SAID and not said[-1]:
        said.pop()
    return hashlib.sha256(json_dumps(said).encode("utf-8")).hexdigest()


def _append(decks, errors, planned):
    # type: (list[PlannedDeck], list[RowError], PlannedDeck) -> None
    """Take the planned deck in, unless it would grow too big."""
    size = len(planned.changes.add)
    if planned.deck is not None and size:
        size += size_of([planned.deck]) - len(planned.changes.remove)
    if size > DECK_CARDS:
        problem = gettext("its deck would have %d cards, the limit is %d; make two decks of "
                          "it") % (size, DECK_CARDS)
        errors.append(RowError(planned.pack.name, "pack", 1, problem, 0))
    else:
        decks.append(planned)


def _slug(name):
    # type: (str) -> str
    """Letters of other alphabets leave nothing to build a slug from; their digest does."""
    slug = slugify(name)[:SLUG_LENGTH].strip("-_")
    return slug or "deck-" + hashlib.sha256(name.encode("utf-8")).hexdigest()[:8]
