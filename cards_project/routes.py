"""What the stairs serve: the handlers of sockets and the tasks of the background worker."""
from __future__ import unicode_literals

from game import tasks
from game.handlers import rooms

HANDLERS = [rooms]
TASKS = {tasks.TIDY_ROOMS: tasks.tidy_rooms}
