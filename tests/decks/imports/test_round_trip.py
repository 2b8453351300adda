"""Import, export, import: nothing changes, in every format, for whatever it can carry."""
from __future__ import unicode_literals

import os
import random

import pytest

from decks import export as files
from decks.cards.texts import CardError, black_text, draw_for, white_text
from decks.imports import formats, planning, storing
from decks.imports.comparing import REPLACE
from decks.imports.reading.shapes import Pack, Parsed
from decks.models import Deck
from game.history.sentence import fill

pytestmark = pytest.mark.django_db

DECKS = int(os.environ.get("RANDOM_DECKS", 8))
WORDS = ("tea", "Milk", "na\u00efve", "\u65e5\u672c", "\U0001f986", "=1", "+2", "-3", "@4", "'=5", "''", "'",
         '"so"', "a,b", "c;d",
         "&amp;", "&lt;i&gt;", "&", "<b>", "{2}", "{^}", "*oh*", "**no**", "*", "a_b", "\\n", "//", "/*",
         "50%", ".", "...", "\u2028")
BLANKS = ("_", "_", "_{^}", "_{!}", "*_*", "**_{!}**")


def a_text(rng, blanks=0):
    words = [rng.choice(WORDS) for _ in range(rng.randint(1, 6))]
    for _ in range(blanks):
        words.insert(rng.randint(0, len(words)), rng.choice(BLANKS))
    return "".join(word + rng.choice((" ", " ", "\n", "")) for word in words)


def a_white(rng):
    while True:
        try:
            return white_text(a_text(rng))
        except CardError:
            pass


def a_black(rng, plain):
    """(text, pick, draw); a plain one has as many blanks as answers, and none says more."""
    while True:
        pick = rng.randint(1, 3)
        raw = a_text(rng, rng.randint(0, pick))
        if plain:
            raw = "".join("_" if letter == "_" else letter
                          for letter in raw).replace("{", "(").replace("*", "")
        elif rng.random() < .3:
            raw += " _{%d}" % rng.randint(1, pick)
        try:
            text = black_text(raw, pick, shared=not plain)
        except CardError:
            continue
        if len(text) < 400:
            return text, pick, draw_for(pick) if plain else rng.choice((0, draw_for(pick)))


def a_pack(rng, plain=False, marked=False, **facts):
    black = tuple(a_black(rng, plain) for _ in range(rng.randint(0, 12)))
    white = tuple(a_white(rng) for _ in range(rng.randint(1, 25)))
    if marked:
        facts.update(black_marks=tuple(a_mark(rng) for _ in black),
                     white_marks=tuple(a_mark(rng) for _ in white))
    return Pack("Round %d" % rng.randint(1, 99), black, white, rating="teen", language="en", **facts)


def a_mark(rng):
    return rng.choice(("", "tea", "tea hot")), rng.choice(("", "Ann", "=Bob B.", "'-Cy"))


def stored(pack):
    storing.store(planning.plan(Parsed("test", (pack,), ())))
    return Deck.objects.get()


def everything(deck):
    facts = [getattr(deck, fact) for fact in ("name", "language", "rating", "description", "author",
                                              "licence", "source_note",
                                              "tags")]
    return (facts, list(deck.black_cards.values_list("text", "pick", "draw", "tags", "attribution")),
            list(deck.white_cards.values_list("text", "tags", "attribution")))


def read_out(text, pick):
    """What players read, with answers in the blanks."""
    return "".join(part.text for part in fill(text, pick, ["one", "two", "three"][:pick])).split()


def changes(deck, form):
    """What importing the deck's own file into it, in place of its cards, would take out and put in."""
    name, _, content = files.export(deck, form)
    parsed = formats.parse(content, name)
    assert parsed.errors == ()
    planned = planning.plan_into(deck, parsed, REPLACE).decks[0]
    assert len(planned.pack.black) + len(
        planned.pack.white) == deck.black_cards.count() + deck.white_cards.count()
    return [(row.status, row.card, row.other) for row in planned.changes.rows
            if row.status != "same"] + planned.changes.add


@pytest.mark.parametrize("seed", range(DECKS))
def test_our_own_file_changes_nothing_at_all(seed):
    rng = random.Random(seed)
    deck = stored(a_pack(rng, marked=True, description="One.\nTwo & three.", author="Ann", licence="CC0",
                         tags="tea hot",
                         source_note="The \u201ckettle\u201d."))
    before = everything(deck)
    name, _, content = files.export(deck, "deck")
    assert [planned.status for planned in planning.plan(formats.parse(content, name)).decks] == ["same"]
    deck.delete()
    storing.store(planning.plan(formats.parse(content, name)))
    assert everything(Deck.objects.get()) == before
    assert files.export(Deck.objects.get(), "deck") == (name, "application/json", content)


@pytest.mark.parametrize("seed", range(DECKS))
def test_a_table_changes_no_card(seed):
    assert changes(stored(a_pack(random.Random(seed), marked=True)), "csv") == []


@pytest.mark.parametrize("seed", range(DECKS))
def test_json_against_humanity_changes_no_card_that_it_can_say(seed):
    assert changes(stored(a_pack(random.Random(seed), plain=True)), "jah") == []


@pytest.mark.parametrize("seed", range(DECKS))
def test_many_decks_changes_no_card_that_it_can_say(seed):
    """It has no draw, and does not know that a blank says by name what it would take anyway: once read,
    nothing changes.
    """
    deck = stored(a_pack(random.Random(seed)))
    name, _, content = files.export(deck, "manydecks")
    pack = formats.parse(content, name).packs[0]
    assert [len(pack.black), len(pack.white)] == [deck.black_cards.count(), deck.white_cards.count()]
    assert [read_out(text, pick) for text, pick, _ in pack.black] == [
        read_out(card.text, card.pick) for card in deck.black_cards.all()]
    deck.delete()
    again = stored(pack._replace(rating="teen"))
    assert changes(again, "manydecks") == []
    assert files.export(again, "manydecks")[2] == content
