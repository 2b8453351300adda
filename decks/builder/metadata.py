"""The facts of a deck as its owner writes them: name, description, tags and the like; and new decks.

Whether the person may do it is for `access` to say, before; what the rating may become says
`review.workflow`.
"""
from __future__ import unicode_literals

from collections import OrderedDict

import six
from django.conf.locale import LANG_INFO
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from decks import access
from decks.codes import new_code
from decks.editing.card_edits import EditError
from decks.editing.factory import tidy_line, tidy_tags
from decks.history import versions
from decks.limits import CARD_LENGTH, RESERVED_SLUGS, SLUG_LENGTH
from decks.models import ARCHIVED, DRAFT, Deck
from decks.review import workflow

DESCRIPTION_LENGTH = 2000
DECKS_EACH = 100

TOO_MANY = N_("You have %d decks already. Delete one that nobody misses, or write into one of those.")
FULL_ARCHIVE = N_("Your archive is full. Delete a deck there that nobody misses.")


def document(deck):
    """{fact: what is stored}, all of them texts."""
    return OrderedDict((name, getattr(deck, name)) for name in _TIDY)


def languages(tag=""):
    """[(tag, name)] of all languages that have a name here, by name, and of `tag` whatever it is."""
    names = {known: info["name_local"].capitalize() for known, info in LANG_INFO.items()
             if "name_local" in info}
    if tag:
        names.setdefault(tag, tag)
    return sorted(names.items(), key=lambda pair: pair[1].lower())


def create(user, name, language, rating):
    """A new draft that belongs to the person. Raises EditError."""
    if Deck.objects.filter(owner=user).exclude(status=ARCHIVED).count() >= DECKS_EACH:
        raise EditError(_(TOO_MANY) % DECKS_EACH)
    if not access.decks_left(user):
        raise EditError(_(FULL_ARCHIVE))
    deck = Deck(owner=user, status=DRAFT, listed=False)
    write(deck, {"name": name, "language": language, "rating": rating})
    deck.slug = slug_of(deck)
    try:
        with transaction.atomic():
            deck.save()
    except IntegrityError:  # somebody has taken it just now
        deck.code = new_code()
        deck.slug = slug_of(deck)
        deck.save()
    return deck


def slug_of(deck):
    """The address that its name gives a new deck, with its code where another one has that."""
    start = slugify(deck.name)[:SLUG_LENGTH - 10].strip("-_")
    free = start and start not in RESERVED_SLUGS and not Deck.with_staged.filter(slug=start).exists()
    return start if free else "-".join(filter(None, [start, deck.code.lower()]))


def change(deck, user, facts):
    """Write these facts ({name: value}) and leave the others. Returns the facts that they replace.

    Raises EditError.
    """
    try:
        with versions.changing(deck, user) as locked:
            versions.touch([locked], {})
            if locked.status == ARCHIVED:
                raise EditError(_("This deck is archived; take it out of the archive first."))
            before = {name: getattr(locked, name) for name in facts if name in _TIDY}
            rating = locked.rating
            write(locked, facts)
            if locked.rating != rating:
                workflow.rate(deck, locked.rating, user)
            locked.save()
    except Deck.DoesNotExist:
        raise EditError(_("Somebody has deleted this deck meanwhile."))
    except workflow.StateError as error:
        raise EditError(six.text_type(error))
    return before


def write(deck, facts):
    """Give a deck these facts, tidied, without storing it. Raises EditError."""
    for name, value in facts.items():
        if name not in _TIDY:
            raise EditError(_("A deck has no %s to write.") % name)
        setattr(deck, name, _TIDY[name](value))
    try:
        deck.clean_fields(exclude=[field.name for field in Deck._meta.fields if field.name not in facts])
    except ValidationError as error:
        name, messages = sorted(error.message_dict.items())[0]
        raise EditError("%s: %s" % (name.capitalize(), " ".join(messages)))


def _text(value, what):
    if not isinstance(value, six.text_type):
        raise EditError(_("%s must be a text.") % what)
    return value


def _line(what):
    return lambda value: tidy_line(_text(value, _(what)), _(what))


def _paragraphs(what):
    def tidy(value):
        if len(_text(value, _(what))) > DESCRIPTION_LENGTH:
            raise EditError(_("%s has %d characters, the limit is "
                              "%d.") % (_(what), len(value), DESCRIPTION_LENGTH))
        return "\n".join(tidy_line(line, _("A "
                                           "paragraph"), CARD_LENGTH) for line in value.splitlines()).strip()
    return tidy


def _name(value):
    name = tidy_line(_text(value, _("The name")), _("The name"))
    if not name:
        raise EditError(_("Give the deck a name."))
    return name


_TIDY = OrderedDict([
    ("name", _name), ("description", _paragraphs(N_("The description"))),
    ("tags", lambda value: tidy_tags(_text(value, _("The list of tags")))),
    ("language", _line(N_("The language"))), ("rating", _line(N_("The "
                                                             "rating"))), ("author", _line(N_("The author"))),
    ("licence", _line(N_("The licence"))),
    ("source_note", _paragraphs(N_("The note")))])
