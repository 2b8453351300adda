"""Each stack has modules that the other one cannot even import; so have their tests."""
from __future__ import unicode_literals

from common.compat import CLASSIC

collect_ignore = [str("current" if CLASSIC else "classic")]
