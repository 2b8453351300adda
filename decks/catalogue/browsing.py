"""The shelf of decks that everybody may look through: by words, language, rating and tag, page by page.

Reads only; who may see a deck that does not stand here is `access`.
"""
from __future__ import unicode_literals

import re
from collections import Counter, OrderedDict, namedtuple

from django.conf.locale import LANG_INFO
from django.core.paginator import EmptyPage, Paginator

from common.text import search_words
from decks.catalogue import favourites, sets
from decks.catalogue.selection import dealt, described, listed, matching, offered, playable
from decks.limits import RATINGS
from decks.models import Deck

SORTS = OrderedDict([
    ("popular", ("-plays", "name", "id")),
    ("new", ("-created", "-id")),
    ("name", ("name", "id")),
])
PER_PAGE = 25
LONGEST = 100
NUMBER = re.compile(r"[0-9]{1,9}$")
TAGS = 12
SAMPLE = (("black", 4), ("white", 8))

# What a visitor looks for; "" stands for "whatever". `hearts` is "yes" for those with a heart of the
# visitor's own, `set` the id of a set.
Wishes = namedtuple("Wishes", "q language rating tag sort hearts set")
# One page of the shelf: `decks` as catalogue.described, with `number` of `pages`, and `total` decks on all of
# them.
Found = namedtuple("Found", "decks number pages total")


def wishes(asked):
    """The Wishes in a query string; what makes no sense is left out."""
    q, language, tag = (" ".join(search_words(asked.get(name, "")))[:LONGEST]
                        for name in ("q", "language", "tag"))
    rating, sort = asked.get("rating"), asked.get("sort")
    return Wishes(q, language, rating if rating in RATINGS else "", tag,
                  sort if sort in SORTS else next(iter(SORTS)),
                  "yes" if asked.get("hearts") == "yes" else "",
                  int(asked["set"]) if NUMBER.match(asked.get("set", "")) else "")


def browse(wishes, number, user):
    """Page `number` (a text) of the decks that fit these wishes, as Found;
    the last page where there is none so far.
    """
    on_it = offered(user).filter(pk__in=favourites.ids_of(
        user)) if wishes.hearts and user and user.pk else listed()
    decks = matching(on_it, wishes.q)
    if wishes.set:
        decks = decks.filter(sets__in=sets.of_site().filter(pk=wishes.set))
    if wishes.language:
        decks = decks.filter(language=wishes.language)
    if wishes.rating:
        decks = decks.filter(rating=wishes.rating)
    if wishes.tag:
        decks = decks.filter(sets.has_tag(wishes.tag))
    pages = Paginator(decks.order_by(*SORTS[wishes.sort]), PER_PAGE)
    try:
        page = pages.page(max(1, int(number)))
    except (TypeError, ValueError):
        page = pages.page(1)
    except EmptyPage:
        page = pages.page(pages.num_pages)
    order = [deck.pk for deck in page.object_list]
    facts = {deck["id"]: deck for deck in described(Deck.objects.filter(pk__in=order), user)}
    return Found([facts[pk] for pk in order if pk in facts], page.number, pages.num_pages, pages.count)


def languages():
    """[(tag, name)] of the languages on the shelf, by name."""
    tags = listed().order_by().values_list("language", flat=True).distinct()
    return sorted(((tag, language_name(tag)) for tag in tags), key=lambda pair: pair[1].lower())


def language_name(tag):
    """What people call a language: "de" is "Deutsch"; a tag that nobody knows stands for itself."""
    for known in (tag.lower(), tag.lower().split("-")[0]):
        if "name_local" in LANG_INFO.get(known, ()):
            return LANG_INFO[known]["name_local"].capitalize()
    return tag


def tags(wanted=""):
    """The tags that stand on most decks of the shelf, and `wanted` however rare it is,
    in the order of the alphabet.
    """
    rows = listed().exclude(tags="").values_list("tags", flat=True)
    counted = Counter(tag for row in rows for tag in set(row.split()))
    most = {tag for tag, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:TAGS]}
    return sorted(most | {wanted} if wanted else most)


def samples(deck):
    """{"black": [BlackCard], "white": [WhiteCard]}: a dozen cards from all over the deck,
    always the same ones.
    """
    found = {}
    for (kind, wanted), cards in zip(SAMPLE, (playable(), dealt())):
        ids = list(cards.filter(deck=deck).order_by("position", "id").values_list("pk", flat=True))
        step = max(1.0, len(ids) / float(wanted))
        some = [ids[int(place * step)] for place in range(min(wanted, len(ids)))]
        found[kind] = sorted(cards.filter(pk__in=some), key=lambda card: some.index(card.pk))
    return found
