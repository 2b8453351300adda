"""What `live` serves: handlers of sockets, tasks of the background worker, what it does each minute,
and who may send much.
"""
from __future__ import unicode_literals

from accounts.sessions import old_sessions
from accounts.sessions.session_user import is_signed_in
from common.storage import sqlite
from decks.admin.background import jobs as deck_work
from decks.copies import jobs as copies
from decks.imports import child_process, jobs
from decks.limits import COPY_BYTES
from decks.privacy import account_data as decks_data
from decks.review.reports import HIDE_CARD
from decks.staging import DISCARD, discard_hidden
from game import account_data as game_data
from game.history import counting
from game.moderation import hidden_cards
from game.realtime.handlers import rooms
from game.recap import links as recaps
from game.rooms import cleanup, doubts
from invitations import account_data as invitations_data
from invitations.hosting import night_card, nights, old_invitations, removed, room_end
from invitations.inbox import imap
from invitations.mail import delivery, file_cleanup
from invitations.mail import tasks as letter_tasks

HANDLERS = [rooms]
ROOMS_IN_USE = [old_invitations.rooms_in_use]
ROOMS_ENDING = [room_end]
PROCESS_LOST = [doubts.ask_who_is_here]
NIGHTS_OF_ROOMS = [night_card.of_seats]
NIGHTS_OF_GUESTS = [night_card.of_guests]
DATA_PROVIDERS = [game_data, decks_data, invitations_data]
TASKS = {
    cleanup.TIDY_ROOMS: cleanup.clean_up,
    copies.CHANNEL: copies.copy_decks,
    DISCARD: discard_hidden,
    HIDE_CARD: hidden_cards.hide_card,
    jobs.CHANNEL: child_process.import_deck,
    deck_work.CHANNEL: deck_work.work_on_decks,
    "send-invite": letter_tasks.send_invite,
    "send-letter": letter_tasks.send_letter,
    "send-recap": letter_tasks.send_recap,
}
EVERY_MINUTE = [
    jobs.queue_due, jobs.clear_old, copies.queue_due, copies.clear_old,
    deck_work.queue_due, deck_work.clear_old,
    nights.remind, removed.take_back, delivery.queue_due, old_invitations.clear_old,
    file_cleanup.clear_old,
    imap.read_due,
    counting.count, hidden_cards.catch_up,
    recaps.clear_old, cleanup.clear_rooms, cleanup.clear_snapshots,
    old_sessions.clear_old, sqlite.forget_deleted,
]
# Where a request may have more than BODY_BYTES: the path, so many bytes, and whether the owner of these
# cookies may send them.
BIG_BODIES = [
    (r"^/decks/import/$", 20 * 1024 * 1024, is_signed_in),
    (r"^/admin/decks/site/copies/$", COPY_BYTES, is_signed_in),
    (r"^/decks/edit/[^/]+/(change|step)/$", 2 * 1024 * 1024, is_signed_in),
]
