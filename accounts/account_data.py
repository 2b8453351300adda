"""The contract between accounts and the apps above them that keep something about people.

Knows none of those apps.

A *provider* is an object (a module will do) that is listed in DATA_PROVIDERS, in the module that
settings.LIVE_ROUTES names:
    SESSION_NAMES            what the app keeps in a session; it stays with the browser when somebody signs in
    useful(sessions)         -> set of keys of `sessions`, {key: dict} of sessions without an account: those
                             that still open something of the app's; a session that is of use to nobody is
                             deleted in time
    adopt(user, session)     somebody has just signed in or up: what this session owns and no account does
                             becomes the account's; what belongs to another account leaves the session
    introduction(session)    -> {"name", "email"}, what the app knows of a guest with this session, for the
                             form that makes an account; keys may be missing, and a provider that knows nobody
                             does not have it.
    sections(user)           -> [Section], this provider's parts of the profile page, in their order; [] for
                             none
    export(user)             -> {name: plain JSON data}, all that is kept about the user, and no secrets of
                             others
    access_changed(user, belongings)  a session of this user has ended, or may have: whoever was let in by it
                             must be let in anew. `belongings` is what the ended session kept
                             (session_values), {} if that is not known. A provider without open
                             connections does not have it.
    signed_out(user, belongings, session)  the user has just signed out in this browser, whose new `session`
                             takes what has to stay with it all the same. A provider with nothing of the kind
                             does not have it.
    leaving(user)            -> [text], what forgetting the user will mean to others, for the page that asks
                             before; a provider that has nothing to say does not have it.
    forget(user)             the account is about to be deleted: remove or anonymise everything that names the
                             user. Commits by itself and may be called again after a crash. May raise Busy:
                             try again.
"""
from __future__ import unicode_literals

from collections import namedtuple

from live.base import routes

# A part of the profile page: `template` is included with `section`, whose `context` is a dict.
Section = namedtuple("Section", "title template context")


class Busy(Exception):
    """Others wrote so much at once that we gave up; nothing is lost, trying again will do."""


def providers():
    """All providers, in the order of the profile page."""
    return list(routes().DATA_PROVIDERS)


def session_values(session):
    """{name: value} of what the providers have in this session."""
    return {name: session[name] for provider in providers() for name in provider.SESSION_NAMES
            if name in session}


def useful_sessions(sessions):
    """The keys of those `sessions`, {key: dict}, that some provider still has a use for."""
    return set().union(*[provider.useful(sessions) for provider in providers()])


def adopt(user, session, belongings):
    """Give the browser its belongings back, which a login may have emptied,
    and the account what is nobody's.
    """
    for name, value in belongings.items():
        session[name] = value
    for provider in providers():
        provider.adopt(user, session)


def introduction(session):
    """{"name", "email"} of a guest, as far as any provider knows them; the first one counts."""
    known = {}
    for provider in reversed(providers()):
        if hasattr(provider, "introduction"):
            known.update(provider.introduction(session))
    return known


def sections(user):
    """The parts of the profile page of `user`."""
    return [section for provider in providers() for section in provider.sections(user)]


def export(user):
    """{name: plain JSON data} of all providers."""
    everything = {}
    for provider in providers():
        everything.update(provider.export(user))
    return everything


def access_changed(user, belongings=None):
    """Let every provider with open connections look again who may use them;
    call it when the session has ended.
    """
    for provider in providers():
        if hasattr(provider, "access_changed"):
            provider.access_changed(user, belongings or {})


def signed_out(user, belongings, session):
    """Let what must outlive a sign-out stay with the browser."""
    for provider in providers():
        if hasattr(provider, "signed_out"):
            provider.signed_out(user, belongings, session)


def leaving(user):
    """[text] of what the end of this account will mean to others."""
    return [text for provider in providers() if hasattr(provider, "leaving")
            for text in provider.leaving(user)]


def forget(user):
    """Let every provider forget the user."""
    for provider in providers():
        provider.forget(user)
