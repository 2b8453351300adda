"""What the rules declare is gathered from those that are registered."""
from __future__ import unicode_literals

import types

from game.rules import registry


def a_rule(name, prices):
    rule = types.ModuleType(str(name))
    rule.OPTIONS, rule.PRICES = (), prices
    return rule


def test_other_rules_declare_other_things():
    before = list(registry.rules())
    try:
        registry.use([a_rule("first", ("tea",)), a_rule("second", ("milk", "sugar"))])
        assert registry.gathered("PRICES") == ("tea", "milk", "sugar")
        registry.use([a_rule("third", ())])
        assert registry.gathered("PRICES") == ()
    finally:
        registry.use(before)
