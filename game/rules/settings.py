"""What a host may choose for a game, and within which limits: the options of all rules (registry.py).

A settings document has each option by its name; "seconds.playing" is {"seconds": {"playing": 90}}.
"""
from __future__ import unicode_literals

from typing import Any, Iterator

import six

from . import registry
from .errors import require


def default_settings():
    # type: () -> dict[str, Any]
    """The settings of a new room; 0 stands for "no limit" and "timer off"."""
    settings = {}  # type: dict[str, Any]
    for option in registry.options().values():
        _put(settings, option.name, option.default)
    return settings


def changed(settings, changes, running=False):
    # type: (dict[str, Any], Any, bool) -> dict[str, Any]
    """A new settings document with `changes` (any part of it); `running` allows only options that are `live`.

    Raises InvalidMoveError("bad_setting", "not_live", "conflict" with `why`).
    """
    require(isinstance(changes, dict), "bad_frame")
    result = dict(settings, seconds=dict(settings["seconds"]))
    for name, value in _flat(changes):
        option = registry.option(name)
        if option is None:
            require(False, "bad_setting", name=name)
        else:
            _check(option, value)
            require(option.live or not running or value == value_of(settings, name), "not_live", name=name)
            _put(result, name, value)
    if "seconds" in changes and "timing" not in changes:
        result["timing"] = "fixed"  # whoever says how many seconds wants these
    _check_conflicts(result)
    return result


def value_of(settings, name):
    # type: (dict[str, Any], str) -> Any
    """The value of the option of this name in a settings document."""
    for part in name.split("."):
        settings = settings[part]
    return settings


def label(name):
    # type: (str) -> str
    """What a page calls the option of this name; the name itself where there is none."""
    option = registry.option(name)
    return option.label if option else name


def different(before, after):
    # type: (dict[str, Any], dict[str, Any]) -> list[str]
    """The names of the options whose values are not the same."""
    return [name for name in registry.options() if value_of(before, name) != value_of(after, name)]


def conflicts(settings):
    # type: (dict[str, Any]) -> list[str]
    """Sentences that say what cannot be together in these settings."""
    return [conflict.why for option in registry.options().values() for conflict in option.conflicts
            if _is(value_of(settings, option.name), conflict.when)
            and _is(value_of(settings, conflict.other), conflict.value)]


def is_whole(value):
    # type: (object) -> bool
    """Whether `value` is a whole number (JSON's true and false are not)."""
    return isinstance(value, six.integer_types) and not isinstance(value, bool)


def _check(option, value):
    # type: (registry.Option, Any) -> None
    name = option.name
    if option.kind == "switch":
        require(isinstance(value, bool), "bad_setting", name=name)
    elif option.kind == "choice":
        require(isinstance(value, six.text_type) and value in dict(option.values), "bad_setting", name=name)
    else:
        allowed = is_whole(value) and (option.low <= value <= option.high or option.zero and value == 0)
        require(allowed, "bad_setting", name=name, low=option.low, high=option.high)


def _check_conflicts(settings):
    # type: (dict[str, Any]) -> None
    for why in conflicts(settings):
        require(False, "conflict", why=why)


def _is(value, wanted):
    # type: (Any, Any) -> bool
    return bool(value) if wanted is True else bool(value == wanted)


def _flat(changes):
    # type: (dict[str, Any]) -> Iterator[tuple[str, Any]]
    """("hand_size", 10), ("seconds.playing", 90) ... in the order of the document."""
    for name, value in changes.items():
        if name == "seconds":
            require(isinstance(value, dict), "bad_frame")
            for phase, seconds in value.items():
                yield "seconds.%s" % phase, seconds
        else:
            yield name, value


def _put(settings, name, value):
    # type: (dict[str, Any], str, Any) -> None
    parts = name.split(".")
    for part in parts[:-1]:
        settings = settings.setdefault(part, {})
    settings[parts[-1]] = value
