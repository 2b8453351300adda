"""Bounds of requests and sockets, how much there may be of everything, and how long it is kept."""
from __future__ import unicode_literals

from .site import env

# ---- bounds of the server
# How long requests and tasks may go on after the signal to end.
SHUTDOWN_SECONDS = env.parsed("SHUTDOWN_SECONDS", env.seconds, "give seconds, like 5", 5)
# How long the headers of a request may take to arrive; each such time must also bring 16 KB of a body, or its
# end.
HEADER_SECONDS = env.parsed("HEADER_SECONDS", env.seconds, "give seconds, like 15", 15)
# How often a process with sockets gives a sign of life, where Redis joins several; one that gave none for
# three times as long is lost.
BEAT_SECONDS = env.parsed("BEAT_SECONDS", env.seconds, "give seconds, like 5", 5)
BODY_BYTES = 1024 * 1024  # of any request, but for those that BIG_BODIES in the routes names
# Open WebSockets of one client address in one process; a school behind one address may need more.
SOCKETS_PER_ADDRESS = env.parsed("SOCKETS_PER_ADDRESS", env.positive, "give a number, like 50", 50)

# ---- how long things are kept: days after their last use; the clock takes away the rest
KEEP_ROOMS_DAYS = env.parsed("KEEP_ROOMS_DAYS", env.days, "give days, like 30", 30)
# Sessions of visitors without an account, whose rooms and decks are gone.
KEEP_VISITORS_DAYS = env.parsed("KEEP_VISITORS_DAYS", env.days, "give days, like 30", 30)
# How long the link to the recap of a game is good.
KEEP_RECAPS_DAYS = env.parsed("KEEP_RECAPS_DAYS", env.days, "give days, like 30", 30)
KEEP_LETTERS_DAYS = env.parsed("KEEP_LETTERS_DAYS", env.days, "give days, like 30", 30)  # in their folder

# ---- how much there may be
# How many people may sit in a room at once; guests of invitations find a seat up to twice as many.
SEATS_PER_ROOM = env.parsed("SEATS_PER_ROOM", env.positive, "give a number, like 100", 100)
# New ones from one address, where a school class or an office may be; rooms from one account too.
SEATS_AN_HOUR = env.parsed("SEATS_AN_HOUR", env.count, "give a number, like 150", 150)
ROOMS_AN_HOUR = env.parsed("ROOMS_AN_HOUR", env.count, "give a number, like 20", 20)
LISTED_ROOMS_A_DAY = env.parsed("LISTED_ROOMS_A_DAY", env.count, "give a number, like 3", 3)
# New sessions from one address: a visitor who sits down, watches or opens a screen gets one.
SESSIONS_AN_HOUR = env.parsed("SESSIONS_AN_HOUR", env.positive, "give a number, like 600", 600)
# Forms and documents sent by one account, or from one address by those without one. Some views have limits
# below it.
POSTS_A_MINUTE = env.parsed("POSTS_A_MINUTE", env.positive, "give a number, like 300", 300)
