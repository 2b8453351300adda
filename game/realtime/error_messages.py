"""What each error code says to a person: what is the matter and what to do. Codes are in docs/PROTOCOL.md."""
from __future__ import unicode_literals

from typing import Any

from game import rules

MESSAGES = {
    "bad_frame": "That message was not understood; reload the page.",
    "too_big": "That message was too long.",
    "bad_view": "This page asks for a view that does not exist; reload the page.",
    "access_changed": "Somebody signed in or out here; connecting again.",
    "too_fast": "Slowly, please: too many messages at once.",
    "too_many_sockets": "Too many pages are open from your network. Close some; this one tries again by "
                        "itself.",
    "too_slow": "Your connection could not keep up; connecting again.",
    "unknown_move": "There is no such move; reload the page to get the newest version.",
    "not_now": "That is not possible right now.",
    "not_seated": "You are watching. Take a seat to play.",
    "not_admitted": "Come in through the room's page first.",
    "no_such_room": "There is no room with this code.",
    "seat_moved": "Your seat is on another device now.",
    "kicked": "The host has taken you out of this room.",
    "bad_name": "{why} Your name stays.",
    "name_taken": "Somebody here has that name already. Add a letter, or take your middle name.",
    "bad_look": "There is no such face or colour; choose one of those shown.",
    "look_taken": "Somebody here looks just like that. Take another colour, or another face.",
    "not_host": "Only the host can do that.",
    "host_alone": "That is for the host alone, not for co-hosts.",
    "host_stays": "That cannot be done to the host. Players can vote for another one.",
    "cohost_already": "They are a co-host already.",
    "enough_cohosts": "{most} co-hosts are enough for one room.",
    "judge_is_here": "Nobody is waiting for the judge.",
    "no_other_judge": "Nobody else is here who could judge. Skip the judge instead.",
    "cannot_judge": "They are not here, or have an answer on the table. Let the table vote.",
    "locked": "The host has locked the room: nobody new can sit down now. You are welcome to watch.",
    "asks_first": "Whoever hosts lets new people in one by one. Ask for a seat on the page of the room.",
    "not_judge": "Only the judge can do that.",
    "not_waiting_for_you": "You are not playing cards in this round; you are in again from the next one.",
    "wrong_count": "This card wants exactly {pick} of yours.",
    "not_your_card": "That card is not in your hand any more.",
    "same_card_twice": "Each card can be played once; choose different ones.",
    "take_back_first": "Your cards lie on the table. Take them back first.",
    "discarded_already": "You have put a card away in this round; one a round.",
    "no_other_cards": "No other cards are left to swap for.",
    "swapped_already": "You have had your new hand in this game.",
    "not_enough_points": "That takes {need} points, and you do not have them yet.",
    "no_blank_left": "You have no blank card left for now.",
    "judge_decides": "You judge this round: whom you pick wins.",
    "own_play": "That one is yours. Choose among the others.",
    "unknown_play": "There is no such play on the table.",
    "already_revealed": "That one lies open already.",
    "unknown_player": "That person is not at the table, or nobody is waiting for them.",
    "enough_bots": "{most} bots are enough for one table.",
    "owner_stays": "This room is theirs: whoever hosts meanwhile cannot remove them.",
    "dropped_already": "That card is put aside already.",
    "enough_dropped": "This room has put {most} cards aside already. Other decks may suit you better.",
    "bad_setting": "{name} must be between {low} and {high}.",
    "not_live": "{name} cannot change while a game runs.",
    "conflict": "These do not go together: {why}.",
    "rank_three": "Choose {places} answers, the best one first.",
    "too_late": "Too late this time: your hand is kept.",
    "unknown_choice": "That card is not among those to choose from.",
    "bad_text": "Write a text, please.",
    "empty_text": "Write something first.",
    "long_text": "A card holds {most} characters at most.",
    "long_remark": "{most} characters at a time, please.",
    "too_many_blanks": "A black card has {most} blanks at most.",
    "not_of_a_deck": "Somebody wrote that card for this round; it is in no deck.",
    "clock_stands": "The clock is stopped already.",
    "clock_runs": "The clock runs already.",
    "no_clock": "No time runs here that could be longer.",
    "enough_time": "There is no more time to give in this phase.",
    "too_many_decks": "At most {most} decks fit on one table. Put some back first.",
    "bad_decks": "One of those decks is gone. Choose again.",
    "not_for_families": "One of those decks is not for a family table. Leave it out, or switch the family "
                        "table off.",
    "only_adding": "While a game runs, decks can only be added.",
    "no_new_decks": "These decks are in the game already.",
    "no_decks": "Choose at least one deck first.",
    "too_few_players": "It takes {need} players to play; {have} are here.",
    "not_enough_black": "These decks have {have} playable black cards; choose one with more.",
    "not_enough_white": "That takes {need} white cards and the decks have {have}: add a deck or make hands "
                        "smaller.",
    "nothing_due": "Not yet.",
    "slow_down": "Slowly: let the others have a word, too.",
    "talk_off": "The host has switched that off at this table.",
    "muted": "The host has muted you: nobody sees what you send.",
    "nudged_already": "They were nudged a moment ago. Give them a breath.",
    "room_full": "All seats of this room ({seats}) are taken. Watch for now, and wait in line for the "
                 "next free one.",
    "no_seats_left": "So many people have sat here that this room has no new seats. Watch, or ask for a new "
                     "room.",
    "busy": "The table is very busy. Try again.",
    "server_error": "Something broke on our side. It is in the log; nothing was lost.",
}
LONGEST_NAME = 40  # of what somebody believes to be a setting

def message(code, **data):
    # type: (str, **Any) -> str
    """The sentence for an error code. A setting is called by the name it has on the page."""
    if "name" in data:
        data["name"] = rules.label(data["name"])
    if code == "too_few_players" and not data:
        return "Too few players are here to go on; waiting for more."
    if code == "bad_setting" and "low" not in data:
        return "There is no setting or choice called %s." % data["name"][:LONGEST_NAME]
    return MESSAGES[code].format(**data)
