"""Where the classic channel layer looks for its routes; imported with the layer, after Django is set up."""
from __future__ import unicode_literals

from live.classic.consumer import routing as build_routing

routing = build_routing()
