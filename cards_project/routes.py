"""What `live` serves: handlers of sockets, tasks of the background worker, what it does each minute, and who may send much."""
from __future__ import unicode_literals

from accounts import old_sessions
from accounts.session_user import is_signed_in
from common import sqlite
from decks.imports import jobs
from decks.imports.tasks import import_deck
from decks.privacy import account_data as decks_keeper
from decks.review.reports import HIDE_CARD
from game import clearing, counting, hiding, tasks
from game import keeper as game_keeper
from game.handlers import rooms
from invitations import account_data as invitations_keeper
from invitations.hosting import nights, services
from invitations.mail import delivery, file_cleanup
from invitations.mail import tasks as letter_tasks

HANDLERS = [rooms]
ROOMS_IN_USE = [services.rooms_in_use]
KEEPERS = [game_keeper, decks_keeper, invitations_keeper]
TASKS = {
    tasks.TIDY_ROOMS: tasks.tidy_rooms,
    HIDE_CARD: hiding.hide_card,
    jobs.CHANNEL: import_deck,
    "send-invite": letter_tasks.send_invite,
    "send-letter": letter_tasks.send_letter,
}
EVERY_MINUTE = [
    jobs.queue_due, jobs.clear_old,
    nights.remind, delivery.queue_due, services.clear_old, file_cleanup.clear_old, counting.count, hiding.catch_up,
    clearing.clear_rooms, clearing.clear_snapshots, old_sessions.clear_old, sqlite.forget_deleted,
]
# Where a request may have more than BODY_BYTES: the path, so many bytes, and whether the owner of these cookies may send them.
BIG_BODIES = [
    (r"^/decks/import/$", 20 * 1024 * 1024, is_signed_in),
    (r"^/decks/edit/[^/]+/(change|step)/$", 2 * 1024 * 1024, is_signed_in),
]
