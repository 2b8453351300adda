"""The steps of a deck from draft to archive as buttons and as actions: which there are, for whom, and from
which state.

`review.workflow` takes them and says why not; here is only who is offered what.
"""
from __future__ import unicode_literals

from collections import OrderedDict, namedtuple

from decks import access
from decks.models import ARCHIVED, DRAFT, PUBLISHED, REVIEW
from decks.review import workflow

# `take(deck, user)` raises publishing.StateError; `told` is what became of the deck; `may(user, deck)` and
# `offered(user)` say for whom it is.
Step = namedtuple("Step", "label take told states may offered danger")


def _editor(user):
    return user.has_perm(access.EDIT)


def _anybody(user):
    return _editor(user) or access.may_review(user)


def _owner_or_editor(user, deck):
    return user.is_superuser or (_editor(user) and deck.owner_id in (None, user.pk))


def _reviewer(user, deck):
    return access.may_review(user)


def _either(user, deck):
    return _owner_or_editor(user, deck) or _reviewer(user, deck)


STEPS = OrderedDict([
    ("ask", Step("Send to review", workflow.ask_to_publish, "waits for a reviewer", (DRAFT,),
                 _owner_or_editor, _editor, False)),
    ("publish", Step("Publish", workflow.approve, "is published", (DRAFT, REVIEW, PUBLISHED), _reviewer,
                     access.may_review, False)),
    ("withdraw", Step("Take back to the drafts", workflow.withdraw, "is a draft again", (REVIEW,),
                      _owner_or_editor, _editor, False)),
    ("unlist", Step("Offer by its code only", workflow.unlist, "is found by its code only", (PUBLISHED,),
                    _either,
                    _anybody, False)),
    ("archive", Step("Archive", workflow.archive, "is in the archive", (DRAFT, REVIEW, PUBLISHED), _either,
                     _anybody, True)),
    ("unarchive", Step("Take out of the archive", workflow.unarchive, "is a draft again", (ARCHIVED,),
                       _either, _anybody,
                       False)),
])


def offered(user, deck):
    """[(name, Step)] that the deck's page has buttons for."""
    found = [(name, step) for name, step in STEPS.items() if deck.status in step.states
             and step.may(user, deck)]
    listed = deck.status == PUBLISHED and deck.listed
    return [(name, step) for name, step in found if name not in (("publish",) if listed else ("unlist",))]
