"""One settings package for both stacks. Everything that differs between machines comes from the environment.

With nothing set the game runs by itself: SQLite, an in-process channel layer, e-mails in a folder, all under
var/. docs/DEPLOY.md explains the variables.
"""
from __future__ import unicode_literals

from .accounts import *  # noqa: F403
from .apps import *  # noqa: F403
from .data import *  # noqa: F403
from .limits import *  # noqa: F403
from .mail import *  # noqa: F403
from .site import *  # noqa: F403
from .site import env
from .web import *  # noqa: F403
from .words import *  # noqa: F403

ENVIRONMENT_PROBLEMS = env.problems
