"""Cards that are not stored yet, made of what people typed; the words and short lines that go with them.

Pure but for the models it fills; what cannot be used is refused with texts.CardError (a card) or EditError
(the rest).
"""
from __future__ import unicode_literals

from collections import OrderedDict

from common.compat import gettext as _
from decks.cards.texts import CardError, black_text, count_blanks, draw_for, fingerprint, pick_for, white_text
from decks.limits import NAME_LENGTH, TAGS_LENGTH
from decks.models import BLACK, MODELS, WHITE, BlackCard


class EditError(ValueError):
    """Nothing was changed; the message tells the person why."""


def kind_of(card):
    return BLACK if isinstance(card, BlackCard) else WHITE


def new_card(kind, raw, attribution="", pick=None):
    """A card of no deck. With `kind` None a text with a blank is a black card. Raises CardError."""
    if kind is None:
        kind = BLACK if count_blanks(raw) else WHITE
    card = MODELS[kind](attribution=attribution)
    write(card, raw, pick)
    return card


def altered(card, facts):
    """The card with other `text`, `pick`, `draw`, `tags` or `attribution`, or a new card if its `kind` is
    another.

    Pick and draw that are not named stay while the blanks do, or else follow from the text. Raises CardError,
    EditError.
    """
    kind = facts.get("kind", kind_of(card))
    if kind != kind_of(card):
        card = MODELS[kind](tags=card.tags, attribution=card.attribution, text=card.text)
    if "tags" in facts:
        card.tags = tidy_tags(facts["tags"])
    if "attribution" in facts:
        card.attribution = tidy_line(facts["attribution"], _("The attribution"))
    write(card, facts.get("text", card.text), facts.get("pick"), facts.get("draw"))
    return card


def write(card, raw, pick=None, draw=None):
    """Give the card a text and what follows from it. Raises CardError."""
    if isinstance(card, BlackCard):
        if pick is None:
            pick = card.pick if pick_for(raw) == pick_for(card.text) else pick_for(raw)
        # A pick below the number of blanks was chosen so: one answer fills several of them.
        text = black_text(raw, pick, shared=True)
        if draw is None:
            draw = card.draw if card.pk and card.pick == pick else draw_for(pick)
        if not 0 <= draw <= pick:
            raise CardError(_("its draw must be a whole number from 0 to its pick"))
        card.text, card.pick, card.draw = text, pick, draw
    else:
        card.text = white_text(raw)
    card.fingerprint = fingerprint(card.text)


def tidy_line(raw, what, limit=NAME_LENGTH):
    """A text made regular, on one line; it may be empty. `what` begins the message. Raises EditError."""
    line = " ".join(raw.split())
    if len(line) > limit:
        raise EditError(_("%s has %d characters, the limit is %d.") % (what, len(line), limit))
    try:
        return white_text(line) if line else ""
    except CardError as error:
        raise EditError(_("%s cannot be used: %s.") % (what, error))


def tidy_tags(raw):
    """The words of a text, each once, in small letters, with single spaces; commas and "#" are none.

    Raises EditError.
    """
    words = raw.replace(",", " ").replace("#", " ").lower().split()
    return tidy_line(" ".join(OrderedDict.fromkeys(words)), _("The list of tags"), TAGS_LENGTH)
