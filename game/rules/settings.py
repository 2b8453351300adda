"""What a host may choose for a game, and within which limits."""
from __future__ import unicode_literals

from typing import Any

import six

from .errors import require

TIMED_PHASES = ("playing", "revealing", "judging", "round_over")
LIMITS = {"hand_size": (3, 20), "score_limit": (0, 50), "round_limit": (0, 200)}


def default_settings():
    # type: () -> dict[str, Any]
    """The settings of a new room; 0 stands for "no limit" and "timer off". Seconds per phase."""
    return {
        "hand_size": 10, "score_limit": 7, "round_limit": 0,
        "seconds": {"playing": 90, "revealing": 60, "judging": 60, "round_over": 8},
    }


def changed(settings, changes):
    # type: (dict[str, Any], Any) -> dict[str, Any]
    """A new settings document with `changes` (any part of it) or InvalidMoveError("bad_setting")."""
    require(isinstance(changes, dict), "bad_frame")
    result = dict(settings, seconds=dict(settings["seconds"]))
    for name, value in changes.items():
        if name == "seconds":
            require(isinstance(value, dict), "bad_frame")
            for phase, seconds in value.items():
                result["seconds"][phase] = _checked_seconds(phase, seconds)
        else:
            require(name in LIMITS, "bad_setting", name=name)
            low, high = LIMITS[name]
            require(is_whole(value) and low <= value <= high, "bad_setting", name=name, low=low, high=high)
            result[name] = value
    return result


def is_whole(value):
    # type: (object) -> bool
    """Whether `value` is a whole number (JSON's true and false are not)."""
    return isinstance(value, six.integer_types) and not isinstance(value, bool)


def _checked_seconds(phase, seconds):
    # type: (str, Any) -> int
    require(phase in TIMED_PHASES, "bad_setting", name=phase)
    low, high = (3, 60) if phase == "round_over" else (15, 300)
    require(is_whole(seconds) and (seconds == 0 or low <= seconds <= high),
            "bad_setting", name=phase, low=low, high=high)
    return seconds
