"""The ready-made settings, what a page is told of all options, and docs/RULES.md."""
from __future__ import unicode_literals

import io
import json
from unittest import TestCase

from game.rules import registry, settings
from game.rules.documents.described import described
from game.rules.presets import PRESETS, settings_of

from . import rules_page

DOOR = ("door",)  # who may come in is nothing of a preset
TAME = ("write_in_approved",)  # switches that make no game wilder


def without_door(document):
    return {name: value for name, value in document.items() if name not in DOOR}


class Presets(TestCase):
    def test_each_is_a_whole_and_valid_document(self):
        for preset in PRESETS:
            whole = settings_of(preset)
            self.assertEqual(set(whole), set(settings.default_settings()).difference(DOOR), preset.name)
            self.assertEqual(without_door(settings.changed(whole, whole)), whole, preset.name)

    def test_each_differs_from_the_others(self):
        documents = [json.dumps(settings_of(preset), sort_keys=True) for preset in PRESETS]
        self.assertEqual(len(set(documents)), len(PRESETS))

    def test_a_page_offers_every_number_that_a_preset_has(self):
        for preset in PRESETS:
            for name, value in preset.changes.items():
                option = registry.option(name)
                self.assertTrue(option.kind != "number" or value in option.values, (preset.name, name))

    def test_the_first_is_what_a_new_room_has(self):
        self.assertEqual(settings_of(PRESETS[0]), without_door(settings.default_settings()))

    def test_chaos_has_every_switch_on(self):
        chaos = settings_of([preset for preset in PRESETS if preset.name == "Chaos"][0])
        self.assertEqual([name for name, option in registry.options().items()
                          if option.kind == "switch" and name not in DOOR and not chaos[name] and name not in TAME], [])


class Described(TestCase):
    def test_every_option_stands_in_a_group_that_has_a_title(self):
        groups = dict(registry.GROUPS)
        self.assertEqual([name for name, option in registry.options().items() if option.group not in groups], [])

    def test_it_names_every_option_with_its_words(self):
        options = described()["options"]
        self.assertEqual({one["name"] for one in options}, set(registry.options()))
        self.assertTrue(all(one["label"] and one["sentence"] for one in options))

    def test_it_is_plain_data(self):
        self.assertEqual(json.loads(json.dumps(described())), described())

    def test_a_page_gets_all_settings_of_the_first_preset_and_what_others_change_of_them(self):
        first, quick = [preset["settings"] for preset in described()["presets"][:2]]
        self.assertEqual(first, settings_of(PRESETS[0]))
        self.assertEqual(quick, {"score_limit": 5, "timing": "brisk"})
        for preset, told in zip(PRESETS, described()["presets"]):
            self.assertEqual(dict(first, **told["settings"]), settings_of(preset))

    def test_what_means_something_only_beside_another_value_says_so(self):
        seconds, = [one for one in described()["options"] if one["name"] == "seconds.playing"]
        self.assertEqual(seconds["only_with"], ["timing", "fixed"])


class Page(TestCase):
    def test_the_rules_are_written_down(self):
        with io.open(rules_page.PAGE, encoding="utf-8") as page:
            self.assertEqual(page.read(), rules_page.page(), "python -m tests.rules.rules_page writes it anew")
