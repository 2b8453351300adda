"""A server that must not stumble: no test of this folder may leave a traceback in its log."""
import pytest

from . import TRACEBACK


@pytest.fixture(scope="session")
def quiet_server(server):
    yield server
    assert TRACEBACK not in server.log(), server.log()[-6000:]


@pytest.fixture
def site(quiet_server):
    """The address of the shared server."""
    before = len(quiet_server.log())
    yield quiet_server.url
    assert TRACEBACK not in quiet_server.log()[before:], quiet_server.log()[before:][-6000:]


@pytest.fixture
def own_site(new_server):
    """A server of the test's own, to kill and to measure."""
    server = new_server()
    yield server
    assert TRACEBACK not in server.log(), server.log()[-6000:]
