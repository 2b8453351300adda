"""Letters of a site with a name."""
from __future__ import unicode_literals

import pytest


@pytest.fixture(autouse=True)
def at_home(settings):
    """The site has a name and speaks https."""
    from common.web import sites
    settings.HTTPS = True
    sites.set_domain("cards.example.org")
