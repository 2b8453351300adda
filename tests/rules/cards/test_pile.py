"""The piles that are never stored: each place of the shuffled order is worked out from a seed."""
from __future__ import unicode_literals

import random
from unittest import TestCase

from game.rules.cards.pile import card_at, draw, new_pile, new_seed, shuffled

SEED = 0x0123456789ABCDEF
# Drawn once on Python 2.7, 3.6 and 3.11 alike: running games depend on them.
FIRST_OF_50 = [1, 24, 34, 40, 19, 9, 36, 16, 29, 23, 39, 14]
FIRST_OF_25000 = [21555, 6654, 24082, 9944, 9786, 1788, 4846, 4542, 3450, 10415, 17592, 12986]


def order(seed, size):
    return [card_at(seed, size, place) for place in range(size)]


def chi_square(counts, expected):
    return sum((count - expected) ** 2 / float(expected) for count in counts)


class Order(TestCase):
    def test_every_card_comes_once_in_piles_of_every_size(self):
        for size in range(1, 301):
            self.assertEqual(sorted(order(SEED + size, size)), list(range(size)))

    def test_every_card_of_a_huge_deck_comes_once(self):
        self.assertEqual(sorted(order(SEED, 25000)), list(range(25000)))

    def test_it_is_the_same_on_every_python(self):
        self.assertEqual(order(SEED, 50)[:12], FIRST_OF_50)
        self.assertEqual([card_at(SEED, 25000, place) for place in range(12)], FIRST_OF_25000)

    def test_both_halves_of_the_seed_matter(self):
        orders = {tuple(order(seed, 100)) for seed in (0, 1, 1 << 32, 1 << 63)}
        self.assertEqual(len(orders), 4)

    def test_every_card_is_as_often_the_first_as_any_other(self):
        """99.99 % of fair shuffles stay below these values of chi-square (for 9 and 99 degrees of
        freedom).
        """
        rng = random.Random(7)
        for size, limit in ((10, 33.7), (100, 161.3)):
            counts = [0] * size
            for _ in range(size * 200):
                counts[card_at(new_seed(rng), size, 0)] += 1
            self.assertLess(chi_square(counts, 200), limit)

    def test_neighbours_in_the_deck_do_not_stay_neighbours(self):
        rng = random.Random(8)
        counts = [0] * 19
        for _ in range(19 * 200):
            seed = new_seed(rng)
            counts[(card_at(seed, 20, 1) - card_at(seed, 20, 0)) % 20 - 1] += 1
        self.assertLess(chi_square(counts, 200), 50.0)


class Drawing(TestCase):
    def test_a_pile_gives_each_card_once_before_it_begins_anew(self):
        rng = random.Random(1)
        pile = new_pile(30, rng)
        cards, began_anew = draw(pile, 30, set, rng)
        self.assertEqual((sorted(cards), began_anew), (list(range(30)), False))

    def test_a_pile_that_begins_anew_skips_the_cards_that_are_held(self):
        rng = random.Random(2)
        pile = new_pile(30, rng)
        held, _ = draw(pile, 25, set, rng)
        cards, began_anew = draw(pile, 5, lambda: set(held), rng)
        self.assertFalse(began_anew)
        more, began_anew = draw(pile, 5, lambda: set(held), rng)
        self.assertTrue(began_anew)
        self.assertEqual(set(more), set(range(30)) - set(held))
        self.assertEqual(set(cards), set(more))

    def test_it_deals_no_card_twice_when_it_begins_anew_in_the_middle(self):
        for seed in range(50):
            rng = random.Random(seed)
            pile = new_pile(12, rng)
            held, _ = draw(pile, 9, set, rng)
            draw(pile, 1, lambda: set(held), rng)
            held = held[:5]
            cards, began_anew = draw(pile, 7, lambda: set(held), rng)
            self.assertEqual(len(set(cards) | set(held)), 12)

    def test_too_few_cards_are_an_error_and_not_an_endless_search(self):
        rng = random.Random(3)
        pile = new_pile(10, rng)
        held, _ = draw(pile, 6, set, rng)
        with self.assertRaises(RuntimeError):
            draw(pile, 5, lambda: set(held), rng)

    def test_the_state_of_a_pile_does_not_grow_with_the_deck(self):
        rng = random.Random(4)
        self.assertEqual(sorted(new_pile(25000, rng)), ["drawn", "reshuffled", "seed", "size"])


class Shuffling(TestCase):
    def test_it_keeps_everything_and_leaves_the_original_alone(self):
        items = list("abcdef")
        self.assertEqual(sorted(shuffled(items, random.Random(1))), items)
        self.assertEqual(items, list("abcdef"))

    def test_every_order_is_as_likely_as_any_other(self):
        rng, counts = random.Random(5), {}
        for _ in range(24 * 200):
            result = "".join(shuffled("abcd", rng))
            counts[result] = counts.get(result, 0) + 1
        self.assertEqual(len(counts), 24)
        self.assertLess(chi_square(counts.values(), 200), 58.0)
