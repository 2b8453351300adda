"""Counts how often somebody does something, with or without a request. Decides nothing about the answer."""
from __future__ import unicode_literals

import logging

import six

from common.compat import is_ratelimited

logger = logging.getLogger(__name__)


class _Nobody(object):
    """Stands for the request, which sockets do not have; the counter's library leaves a mark on it."""


def hit(group, key, rate):
    """Count one more `group` by `key`, both texts; return True when that is over the rate.

    The rate is written "10/m": how many in a second (s), minute (m), hour (h) or day (d). Where the counter is out of
    reach, nobody is over it: a limit less does less harm than a door that is shut for everybody.
    """
    try:
        return is_ratelimited(_Nobody(), group=group, key=lambda group, request: six.text_type(key), rate=rate,
                              increment=True)
    except Exception as error:  # each cache has its own way to fail
        logger.warning("Nobody counts %s: %r", group, error)
        return False
