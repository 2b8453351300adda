"""Fixtures for the current stack."""
import pytest
from channels.layers import InMemoryChannelLayer, channel_layers


@pytest.fixture
def layer():
    """The channel layer of this test alone."""
    old = channel_layers.set("default", InMemoryChannelLayer())
    yield channel_layers["default"]
    channel_layers.set("default", old)
