"""Time that a test may measure: what this process has worked,
however busy the machine is with something else.
"""
from __future__ import unicode_literals

import os


def worked():
    """Seconds of processor time that this process has used so far."""
    user, system = os.times()[:2]
    return user + system
