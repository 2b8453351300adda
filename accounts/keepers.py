"""The contract between accounts and the apps above them that keep something about people. Knows none of those apps.

A *keeper* is an object (a module will do) that is listed in KEEPERS, in the module that settings.LIVE_ROUTES names:
    SESSION_NAMES            what the keeper keeps in a session; it stays with the browser when somebody signs in
    useful(sessions)         -> set of keys of `sessions`, {key: dict} of sessions without an account: those that still
                             open something of the keeper's; a session that is of use to nobody is deleted in time
    adopt(user, session)     somebody has just signed in or up: what this session owns and no account does becomes the
                             account's; what belongs to another account leaves the session
    sections(user)           -> [Section], this keeper's parts of the profile page, in their order; [] for none
    export(user)             -> {name: plain JSON data}, all that is kept about the user, and no secrets of others
    access_changed(user, belongings)  a session of this user has ended, or may have: whoever was let in by it must be let in
                             anew. `belongings` is what the ended session kept (taken_along), {} if that is not known.
                             A keeper without open connections does not have it.
    forget(user)             the account is about to be deleted: remove or anonymise everything that names the user.
                             Commits by itself and may be called again after a crash. May raise Busy: try again.
"""
from __future__ import unicode_literals

from collections import namedtuple

from live.base import routes

# A part of the profile page: `template` is included with `section`, whose `context` is a dict.
Section = namedtuple("Section", "title template context")


class Busy(Exception):
    """Others wrote so much at once that we gave up; nothing is lost, trying again will do."""


def keepers():
    """All keepers, in the order of the profile page."""
    return list(routes().KEEPERS)


def taken_along(session):
    """{name: value} of what the keepers have in this session."""
    return {name: session[name] for keeper in keepers() for name in keeper.SESSION_NAMES if name in session}


def useful(sessions):
    """The keys of those `sessions`, {key: dict}, that some keeper still has a use for."""
    return set().union(*[keeper.useful(sessions) for keeper in keepers()])


def adopt(user, session, belongings):
    """Give the browser its belongings back, which a login may have emptied, and the account what is nobody's."""
    for name, value in belongings.items():
        session[name] = value
    for keeper in keepers():
        keeper.adopt(user, session)


def sections(user):
    """The parts of the profile page of `user`."""
    return [section for keeper in keepers() for section in keeper.sections(user)]


def export(user):
    """{name: plain JSON data} of all keepers."""
    everything = {}
    for keeper in keepers():
        everything.update(keeper.export(user))
    return everything


def access_changed(user, belongings=None):
    """Let every keeper with open connections look again who may use them; call it when the session has ended."""
    for keeper in keepers():
        if hasattr(keeper, "access_changed"):
            keeper.access_changed(user, belongings or {})


def forget(user):
    """Let every keeper forget the user."""
    for keeper in keepers():
        keeper.forget(user)
