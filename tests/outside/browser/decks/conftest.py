"""Who makes a deck."""
import pytest

from tests.outside.harness.browser import PHONE

from .deck_builder import Builder


@pytest.fixture
def builder(person):
    """A function that gives somebody with an empty deck of their own: builder(device=SMALL)."""
    return lambda device=PHONE, name="Ann", **how: Builder(person(name, device), **how)
