"""The options of a game and the presets as a page's document: plain data, without the rules' functions."""
from __future__ import unicode_literals

from typing import Any

from game.rules import registry
from game.rules.presets import PRESETS, settings_of
from game.rules.shapes import Document


def described():
    # type: () -> Document
    """{"groups": [[name, title]], "options": [{"name", "kind", ...}], "presets": [{"name", "hint",
    "settings"}]}; options stand by their groups, and have the keys that say something. The first preset has
    all settings, each other one those that differ from it.
    """
    order = [group for group, _ in registry.GROUPS]
    options = sorted(registry.options().values(), key=lambda option: order.index(option.group))
    return {"groups": [list(group) for group in registry.GROUPS],
            "options": [_option(option) for option in options],
            "presets": [{"name": preset.name, "hint": preset.hint, "settings": _settings(preset)}
                        for preset in PRESETS]}


def _settings(preset):
    # type: (Any) -> dict[str, Any]
    usual, settings = settings_of(PRESETS[0]), settings_of(preset)
    return settings if preset is PRESETS[0] else {
        name: value for name, value in settings.items() if value != usual[name]}


def _option(option):
    # type: (registry.Option) -> dict[str, Any]
    document = {"name": option.name, "kind": option.kind, "group": option.group, "default": option.default,
                "label": option.label, "sentence": option.sentence, "live": option.live,
                "conflicts": [dict(conflict._asdict()) for conflict in option.conflicts]}
    if option.kind != "switch":
        document["values"] = [list(value) for value in option.values] if option.kind == "choice" else list(
            option.values)
    document.update((name, value) for name, value in (("zero", option.zero), ("unit", option.unit)) if value)
    if option.only_with:
        document["only_with"] = list(option.only_with)
    return document
