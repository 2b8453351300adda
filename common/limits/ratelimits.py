"""Counts how often somebody does something, with or without a request. Decides nothing about the answer."""
from __future__ import unicode_literals

import six

from common.compat import is_ratelimited


class _Nobody(object):
    """Stands for the request, which sockets do not have; the counter's library leaves a mark on it."""


def hit(group, key, rate):
    """Count one more `group` by `key`, both texts; return True when that is over the rate.

    The rate is written "10/m": how many in a second (s), minute (m), hour (h) or day (d).
    """
    return _count(group, key, rate, True)


def is_over(group, key, rate):
    """Whether `key` has been counted more often than the rate allows; counts nothing.

    For checks before a secret is compared.
    """
    return _count(group, key, rate, False)


def _count(group, key, rate, increment):
    return is_ratelimited(_Nobody(), group=group, key=lambda group, request: six.text_type(key), rate=rate,
                          increment=increment)
