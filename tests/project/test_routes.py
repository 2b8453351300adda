"""All that the sockets, the worker and the accounts are given to serve, so that no entry is lost unnoticed.

A new entry of cards_project/routes.py adds its line here.
"""
from __future__ import unicode_literals

from cards_project import routes

HANDLERS = {
    "game.realtime.handlers.RoomHandler",
}
DATA_PROVIDERS = {
    "decks.privacy.account_data",
    "game.account_data",
    "invitations.account_data",
}
TASKS = {
    "copy-decks": "decks.copies.jobs.copy_decks",
    "discard-deck": "decks.staging.discard_hidden",
    "hide-card": "game.moderation.hidden_cards.hide_card",
    "import-deck": "decks.imports.child_process.import_deck",
    "send-invite": "invitations.mail.tasks.send_invite",
    "send-letter": "invitations.mail.tasks.send_letter",
    "send-recap": "invitations.mail.tasks.send_recap",
    "work-on-decks": "decks.admin.background.jobs.work_on_decks",
    "tidy-rooms": "game.rooms.cleanup.clean_up",
}
EVERY_MINUTE = {
    "accounts.sessions.old_sessions.clear_old",
    "common.storage.sqlite.forget_deleted",
    "decks.admin.background.jobs.clear_old",
    "decks.admin.background.jobs.queue_due",
    "decks.copies.jobs.clear_old",
    "decks.copies.jobs.queue_due",
    "decks.imports.jobs.clear_old",
    "decks.imports.jobs.queue_due",
    "game.rooms.cleanup.clear_rooms",
    "game.rooms.cleanup.clear_snapshots",
    "game.history.counting.count",
    "game.recap.links.clear_old",
    "game.moderation.hidden_cards.catch_up",
    "invitations.mail.delivery.queue_due",
    "invitations.mail.file_cleanup.clear_old",
    "invitations.inbox.imap.read_due",
    "invitations.hosting.nights.remind",
    "invitations.hosting.removed.take_back",
    "invitations.hosting.old_invitations.clear_old",
}
ROOMS_IN_USE = {
    "invitations.hosting.old_invitations.rooms_in_use",
}
ROOMS_ENDING = {
    "invitations.hosting.room_end",
}
PROCESS_LOST = {
    "game.rooms.doubts.ask_who_is_here",
}
NIGHTS_OF_ROOMS = {
    "invitations.hosting.night_card.of_seats",
}
NIGHTS_OF_GUESTS = {
    "invitations.hosting.night_card.of_guests",
}


def name_of(thing):
    return "%s.%s" % (thing.__module__, thing.__name__)


def test_the_sockets_serve_each_handler():
    assert {name_of(type(handler)) for handler in routes.HANDLERS} == HANDLERS


def test_the_accounts_ask_each_provider():
    assert {provider.__name__ for provider in routes.DATA_PROVIDERS} == DATA_PROVIDERS


def test_the_worker_does_each_task():
    assert {channel: name_of(task) for channel, task in routes.TASKS.items()} == TASKS


def test_the_worker_does_each_minute_what_is_due():
    assert {name_of(chore) for chore in routes.EVERY_MINUTE} == EVERY_MINUTE


def test_cleaning_asks_for_each_promise_of_a_room():
    assert {name_of(ask) for ask in routes.ROOMS_IN_USE} == ROOMS_IN_USE
    assert {name_of(ask) for ask in routes.NIGHTS_OF_ROOMS} == NIGHTS_OF_ROOMS
    assert {name_of(ask) for ask in routes.NIGHTS_OF_GUESTS} == NIGHTS_OF_GUESTS
    assert {app.__name__ for app in routes.ROOMS_ENDING} == ROOMS_ENDING
    assert {name_of(told) for told in routes.PROCESS_LOST} == PROCESS_LOST


def test_nothing_is_done_twice_a_minute():
    assert len(routes.EVERY_MINUTE) == len(set(routes.EVERY_MINUTE))
