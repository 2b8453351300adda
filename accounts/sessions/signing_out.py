"""Telling the providers of account data when somebody signs out, whichever page they do it on."""
from __future__ import unicode_literals

from contextlib import contextmanager
from functools import wraps

from accounts import account_data


@contextmanager
def ending(request):
    """Around whatever may sign the visitor out: if it does,
    whoever was let in by their session must be let in anew.
    """
    user, was_signed_in = request.user, request.user.pk is not None
    belongings = account_data.session_values(request.session)
    yield
    if was_signed_in and request.user.pk is None:
        account_data.access_changed(user, belongings)
        account_data.signed_out(user, belongings, request.session)


def tells_of_ending(view):
    """Decorates a view that may sign its visitor out."""
    @wraps(view)
    def wrapped(request, *args, **kwargs):
        with ending(request):
            return view(request, *args, **kwargs)
    return wrapped
