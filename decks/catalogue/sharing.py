"""Decks by their share codes: typed or linked, remembered in the browser's session,
and never found by guessing.
"""
from __future__ import unicode_literals

from common.codes import ALPHABET, pattern_of, plain
from common.limits import ratelimits
from decks import access
from decks.catalogue.selection import is_open, offered
from decks.codes import CODE_LENGTH
from decks.models import Deck

CODE_PATTERN = pattern_of(CODE_LENGTH)
# The codes of decks that this browser has been shown.
SESSION_NAME = "deck_codes"
KEPT = 50
LONGEST = 200  # characters that somebody may type or paste, a whole link for example
# Right and wrong ones count alike: a limit on wrong ones alone would still tell which one is right.
RATE, WAIT = "60/10m", 600


class WrongCodeError(LookupError):
    """No deck has this code, or its owner does not share it."""


class TooManyCodesError(Exception):
    """Too many codes were tried from one address; `wait` is in seconds."""

    wait = WAIT


def tidy_code(typed):
    """The code that was meant, however it was typed: in small or wide letters, with spaces, as a whole link;
    or "".
    """
    text = plain(typed).strip().rstrip("/").rpartition("/")[2]
    code = "".join(letter for letter in text if not letter.isspace() and letter != "-")
    return code if len(code) == CODE_LENGTH and not set(code) - set(ALPHABET) else ""


def find(code, user, session, address):
    """The Deck with this code, which the session knows from then on.

    Raises WrongCodeError, TooManyCodesError.

    `address` is where the visitor comes from; codes that the session knows already are not counted.
    """
    if code not in codes_of(session) and ratelimits.hit("deck-code", address, RATE):
        raise TooManyCodesError()
    deck = offered(user, [code]).filter(code=code).first()
    if deck is None:
        raise WrongCodeError(code)
    if not is_open(deck.status, deck.listed):
        session[SESSION_NAME] = ([other for other in codes_of(session) if other != code] + [code])[-KEPT:]
    return deck


def known(code, user, session):
    """The Deck with this code if this visitor may choose it without having to guess, or None."""
    if not tidy_code(code):
        return None
    return offered(user, codes_of(session)).filter(code=code).first()


def visible(slug, user, session):
    """The Deck with this slug if it is shown to this visitor, who may have come with its code before, or
    None.
    """
    deck = Deck.objects.filter(slug=slug).first()
    if deck is None:
        return None
    code = deck.code if deck.code in codes_of(session) else ""
    return deck if access.may_see(user, deck, code) else None


def codes_of(session):
    """The codes that this session was shown decks by."""
    return session.get(SESSION_NAME, [])
