"""What each error code says to a person: what is the matter and what to do. Codes are in docs/PROTOCOL.md."""
from __future__ import unicode_literals

from typing import Any

import six
from django.utils.translation import gettext_noop as N_

from common.compat import gettext, ngettext_lazy
from game import rules

# What else than numbers is put into them: sentences of the rules, which have translations of their own.
WORDS = ("why",)
MESSAGES = {
    "bad_frame": N_("That message was not understood; reload the page."),
    "too_big": N_("That message was too long."),
    "bad_view": N_("This page asks for a view that does not exist; reload the page."),
    "access_changed": N_("Somebody signed in or out here; connecting again."),
    "too_fast": N_("Slowly, please: too many messages at once."),
    "too_many_sockets": N_("Too many pages are open from your network. Close some; this one tries again by "
                           "itself."),
    "too_slow": N_("Your connection could not keep up; connecting again."),
    "unknown_move": N_("There is no such move; reload the page to get the newest version."),
    "not_now": N_("That is not possible right now."),
    "not_seated": N_("You are watching. Take a seat to play."),
    "not_admitted": N_("Come in through the room's page first."),
    "no_such_room": N_("There is no room with this code."),
    "seat_moved": N_("Your seat is on another device now."),
    "kicked": N_("The host has taken you out of this room."),
    "bad_name": N_("%(why)s Your name stays."),
    "name_taken": N_("Somebody here has that name already. Add a letter, or take your middle name."),
    "bad_look": N_("There is no such face or colour; choose one of those shown."),
    "look_taken": N_("Somebody here looks just like that. Take another colour, or another face."),
    "not_host": N_("Only the host can do that."),
    "host_alone": N_("That is for the host alone, not for co-hosts."),
    "host_stays": N_("That cannot be done to the host. Players can vote for another one."),
    "cohost_already": N_("They are a co-host already."),
    "enough_cohosts": ngettext_lazy(
        "%(most)s co-host is enough for one room.",
        "%(most)s co-hosts are enough for one room.", "most"),
    "judge_is_here": N_("Nobody is waiting for the judge."),
    "no_other_judge": N_("Nobody else is here who could judge. Skip the judge instead."),
    "cannot_judge": N_("They are not here, or have an answer on the table. Let the table vote."),
    "locked": N_("The host has locked the room: nobody new can sit down now. You are welcome to watch."),
    "asks_first": N_("Whoever hosts lets new people in one by one. Ask for a seat on the page of the room."),
    "not_judge": N_("Only the judge can do that."),
    "not_waiting_for_you": N_("You are not playing cards in this round; you are in again from the next one."),
    "wrong_count": ngettext_lazy(
        "This card wants exactly %(pick)s of yours.",
        "This card wants exactly %(pick)s of yours.", "pick"),
    "not_your_card": N_("That card is not in your hand any more."),
    "same_card_twice": N_("Each card can be played once; choose different ones."),
    "take_back_first": N_("Your cards lie on the table. Take them back first."),
    "discarded_already": N_("You have put a card away in this round; one a round."),
    "no_other_cards": N_("No other cards are left to swap for."),
    "swapped_already": N_("You have had your new hand in this game."),
    "not_enough_points": ngettext_lazy(
        "That takes %(need)s point, and you do not have it yet.",
        "That takes %(need)s points, and you do not have them yet.", "need"),
    "no_blank_left": N_("You have no blank card left for now."),
    "judge_decides": N_("You judge this round: whom you pick wins."),
    "own_play": N_("That one is yours. Choose among the others."),
    "unknown_play": N_("There is no such play on the table."),
    "already_revealed": N_("That one lies open already."),
    "unknown_player": N_("That person is not at the table, or nobody is waiting for them."),
    "enough_bots": ngettext_lazy(
        "%(most)s bot is enough for one table.",
        "%(most)s bots are enough for one table.", "most"),
    "owner_stays": N_("This room is theirs: whoever hosts meanwhile cannot remove them."),
    "dropped_already": N_("That card is put aside already."),
    "enough_dropped": ngettext_lazy(
        "This room has put %(most)s card aside already. Other decks may suit you better.",
        "This room has put %(most)s cards aside already. Other decks may suit you better.", "most"),
    "bad_setting": N_("%(name)s must be between %(low)s and %(high)s."),
    "not_live": N_("%(name)s cannot change while a game runs."),
    "conflict": N_("These do not go together: %(why)s."),
    "rank_three": ngettext_lazy(
        "Choose %(places)s answer.",
        "Choose %(places)s answers, the best one first.", "places"),
    "too_late": N_("Too late this time: your hand is kept."),
    "unknown_choice": N_("That card is not among those to choose from."),
    "bad_text": N_("Write a text, please."),
    "empty_text": N_("Write something first."),
    "long_text": ngettext_lazy(
        "A card holds %(most)s character at most.",
        "A card holds %(most)s characters at most.", "most"),
    "long_remark": ngettext_lazy(
        "%(most)s character at a time, please.",
        "%(most)s characters at a time, please.", "most"),
    "too_many_blanks": ngettext_lazy(
        "A black card has %(most)s blank at most.",
        "A black card has %(most)s blanks at most.", "most"),
    "not_of_a_deck": N_("Somebody wrote that card for this round; it is in no deck."),
    "clock_stands": N_("The clock is stopped already."),
    "clock_runs": N_("The clock runs already."),
    "no_clock": N_("No time runs here that could be longer."),
    "enough_time": N_("There is no more time to give in this phase."),
    "too_many_decks": ngettext_lazy(
        "At most %(most)s deck fits on one table. Put some back first.",
        "At most %(most)s decks fit on one table. Put some back first.", "most"),
    "bad_decks": N_("One of those decks is gone. Choose again."),
    "not_for_families": N_("One of those decks is not for a family table. Leave it out, or switch the "
                           "family table off."),
    "only_adding": N_("While a game runs, decks can only be added."),
    "no_new_decks": N_("These decks are in the game already."),
    "no_decks": N_("Choose at least one deck first."),
    "too_few_players": ngettext_lazy(
        "It takes %(need)s player to play; %(have)s are here.",
        "It takes %(need)s players to play; %(have)s are here.", "need"),
    "not_enough_black": ngettext_lazy(
        "These decks have %(have)s playable black card; choose one with more.",
        "These decks have %(have)s playable black cards; choose one with more.", "have"),
    "not_enough_white": ngettext_lazy(
        "That takes %(need)s white card and the decks have %(have)s: add a deck or make hands smaller.",
        "That takes %(need)s white cards and the decks have %(have)s: add a deck or make hands "
        "smaller.", "need"),
    "nothing_due": N_("Not yet."),
    "slow_down": N_("Slowly: let the others have a word, too."),
    "talk_off": N_("The host has switched that off at this table."),
    "muted": N_("The host has muted you: nobody sees what you send."),
    "nudged_already": N_("They were nudged a moment ago. Give them a breath."),
    "room_full": ngettext_lazy(
        "All seats of this room (%(seats)s) are taken. Watch for now, and wait in line for the next free "
        "one.",
        "All seats of this room (%(seats)s) are taken. Watch for now, and wait in line for the next free "
        "one.", "seats"),
    "no_seats_left": N_("So many people have sat here that this room has no new seats. Watch, or ask for a "
                        "new room."),
    "busy": N_("The table is very busy. Try again."),
    "server_error": N_("Something broke on our side. It is in the log; nothing was lost."),
}
LONGEST_NAME = 40  # of what somebody believes to be a setting


def message(code, **data):
    # type: (str, **Any) -> str
    """The sentence for an error code, in the language that is active. A setting is called by the name it has
    on the page.
    """
    data = {name: gettext(value) if name in WORDS else value for name, value in data.items()}
    if "name" in data:
        data["name"] = gettext(rules.label(data["name"]))
    if code == "too_few_players" and not data:
        return gettext("Too few players are here to go on; waiting for more.")
    if code == "bad_setting" and "low" not in data:
        return gettext("There is no setting or choice called %s.") % data["name"][:LONGEST_NAME]
    words = MESSAGES[code]
    return (gettext(words) if isinstance(words, six.text_type) else words) % data
