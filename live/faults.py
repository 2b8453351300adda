"""What a fault means for a client that waits for an answer. Knows no Channels."""
from __future__ import unicode_literals

import logging

from common.outage import outage
from live.base import Busy, GoneError
from live.outage import DATABASE_ERRORS

logger = logging.getLogger("live")


def code_of(error):
    """The code of the answer: "busy" where sending again may help, "no_such_room", or "server_error"."""
    if isinstance(error, GoneError):
        return "no_such_room"
    return "busy" if isinstance(error, DATABASE_ERRORS + (Busy,)) else "server_error"


def log(error, what, *args):
    """Write down the fault that is being handled: a bug with its traceback, an outage once,
    a topic that is gone or busy never.
    """
    if isinstance(error, DATABASE_ERRORS):
        outage.began(error)
    elif not isinstance(error, (Busy, GoneError)):
        logger.error(what, *args, exc_info=True)


def guarded(function, *args):
    """Call it; a failure is logged and costs nothing else.

    One broken socket must never cost the others their messages.
    """
    try:
        function(*args)
    except Exception:
        logger.exception("A socket could not be served.")
