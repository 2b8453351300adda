"""What a worker does each minute: the functions that routes().EVERY_MINUTE lists.

It remembers nothing and promises no moment: each worker has its own clock, so the functions must not mind
company.
"""
from __future__ import unicode_literals

import logging

from django.db import close_old_connections

from live.base import below_script_name, routes

logger = logging.getLogger("live")


def tick():
    """Call each function once, in this thread.

    One that fails is logged, and the others are called all the same.
    """
    below_script_name()
    for function in getattr(routes(), "EVERY_MINUTE", ()):
        close_old_connections()
        try:
            function()
        except Exception:
            logger.exception("What is done each minute failed.")
        finally:
            close_old_connections()
