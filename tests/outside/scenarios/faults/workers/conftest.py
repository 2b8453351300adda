"""A site with a worker of its own."""
import pytest

from tests.outside.scenarios.faults.workers.processes import Site


@pytest.fixture(scope="module")
def one_site(tmp_path_factory, var_template):
    site = Site(tmp_path_factory.mktemp("site"), var_template)
    yield site
    site.server.stop()
    site.redis.stop()


@pytest.fixture
def site(one_site):
    """However a test leaves the processes, the next one finds them at work, with empty logs."""
    yield one_site
    one_site.mend()
