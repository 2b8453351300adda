"""One prepared table for every screen worth looking at.

Plain data in the shape of docs/PROTOCOL.md; no server.
"""
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))))
from game.rules.looks import preset_look
from game.rules.settings import changed as changed_settings
from game.rules.settings import default_settings

MORE_NAMES = ["Finn", "Greta", "Hannah-Marie", "Ib", "Jo", "Konstantin", "Lu", "Mo", "Nadia"]
NAMES = ["Ann", "Bo", "Cleo", "Dimitri Papadopoulos", "Eve"]
WHITE = [
    "a stapler", "free cake", "A duck with *opinions*.", "my other left shoe",
    "the group chat at three in the morning",
    "A very long story about a holiday in the rain, two lost suitcases, and a hotel that had never heard of "
    "us.",
    "one sock", "grandma on a scooter", "42 unread messages", "the smell of Monday",
]
BLACK_TWO = {"text": "In the beginning there was _. Then somebody invented _.", "pick": 2}
BLACK_ONE = {"text": "What is under the bed?", "pick": 1}
BLACK_LONG = {"text": "Dear neighbours, it has come to our attention that *once again* somebody has left _ "
                      "in the "
                      "shared laundry room, next to the sign that says _.", "pick": 2}
DECKS = [{"id": 3, "name": "Family table", "black": 100, "white": 440},
         {"id": 4, "name": "Software", "black": 60, "white": 210}]
SETTINGS = default_settings()
MIX = changed_settings(SETTINGS, {"decides": "vote", "timing": "fixed", "score_limit": 10, "finale": "double"})
# Screens of a connection that ended: {name: close code}.
CLOSED = {"bad-view": 4400, "not-admitted": 4403, "no-such-room": 4404, "seat-moved": 4409, "kicked": 4410,
          "line-down": 1006}


def _invited(number, status, name="", **more):
    return dict({"id": number, "email": "guest%d@example.org" % number, "name": name, "status": status,
                 "reason": "", "answer": "",
                 "player": "", "seat": ""}, **more)


INVITATIONS = {
    "may": "yes", "left": {"hour": 7, "day": 63}, "at_once": 50, "language": "en", "mail": "smtp",
    "sign_in_url": "/in/",
    "sign_up_url": "/up/", "verify_url": "/verify/", "languages": [["en", "English"], ["pl", "Polski"]],
    "again": [{"name": name, "email": name.lower() + "@example.org"}
              for name in ("Grandma", "Uncle Theodore", "Zo\u00eb", "Max")],
    "night": {"starts": 1925060400000, "moved_from": None, "zone": "Europe/Warsaw", "hours": 3,
              "title": "Cards and cake", "place": "Long Street 12", "note": "Ring twice.", "plus_one": True,
              "answers": {"yes": 2, "maybe": 1}, "plus": 1, "open": 4,
              "people": [{"name": "Bartholomew Featherstonehaugh-Cholmondeley", "answer": "yes", "plus": True},
                         {"name": "Dan the Man", "answer": "yes", "plus": False},
                         {"name": "Cleo", "answer": "maybe", "plus": False}],
              "calendar": {"google": "/google/", "outlook": "/outlook/", "ics": "/night.ics"}},
    "invitations": [
        _invited(1, "queued", "Ann"),
        _invited(2, "sent", "Bartholomew Featherstonehaugh-Cholmondeley", answer="yes"),
        _invited(3, "opened", "Cleo", answer="maybe"), _invited(4, "joined", "Dan", player="Dan the Man", seat="4"),
        _invited(5, "declined"),
        _invited(6, "failed", "Eve",
                 reason="The mail server does not take letters for this address: 550 No such user here"),
        _invited(7, "revoked", "Finn"),
        _invited(8, "queued", "Gil", reason="The mail server could not be reached.")],
}

def now():
    return int(time.time() * 1000)


def table(phase, **more):
    players = {str(n + 1): dict(preset_look(n * 3), name=name, score=score, presence="here")
               for n, (name, score) in enumerate(zip(NAMES, [3, 2, 1, 0, 2]))}
    document = {"code": "KX7PQ", "phase": phase, "host": "1", "settings": SETTINGS, "decks": DECKS,
                "serves": 43,
                "players": players, "waiting_for": []}
    if phase != "lobby":
        document.update(game=1, round=4, judge="3", decided_by="judge", black_card=BLACK_TWO)
    if phase not in ("lobby", "game_over"):
        document.update(deadline=now() + 42000, time_given=60000)
    document.update(more)
    return document


def crowded(phase, count, **more):
    """The same with so many people, and two bots."""
    document = table(phase, **more)
    for place in range(5, count):
        document["players"]["%d" % (place + 1)] = dict(
            preset_look(place * 3), name=MORE_NAMES[place % len(MORE_NAMES)] + (" %d" % (place // 9) if place > 12 else ""),
            score=place % 4, presence="away" if place % 11 == 10 else "here")
    for place in range(2):
        document["players"]["%d" % (1000001 + place)] = dict(
            preset_look(place, bot=True), name="Waffle Iron Will", score=1, presence="here", bot="random")
    return document


def seat(number="2", can=("leave",), **more):
    hand = [{"id": 10 + n, "text": text} for n, text in enumerate(WHITE)]
    return dict({"player": number, "hand": hand, "can": list(can)}, **more)


def changed(document, **players):
    for number, values in players.items():
        document["players"][number[1:]].update(values)
    return document


OPEN = {"0": {"cards": ["a duck", "taxes"]}, "1": {"cards": ["my other left shoe", WHITE[5]]},
        "2": {"cards": ["free cake", "one sock"]}, "3": {"cards": ["grandma on a scooter", "regret"]}}
HALF = dict(OPEN, **{"1": {}, "3": {}})
NAMED = {number: dict(play, player=player) for (number, play), player in zip(sorted(OPEN.items()), "1245")}
HOST = ("start_game", "change_settings", "choose_decks", "kick", "make_host", "leave")
WIN = {"winner": {"player": "1", "play": "0"}, "verdict": [{"player": "1", "play": "0", "points": 1}]}
VOTES = dict(SETTINGS, decides="vote")
RANKED = dict(SETTINGS, top_three=True)
VOTED = {number: dict(play, votes=votes) for (number, play), votes in zip(sorted(NAMED.items()), (2, 1, 0, 2))}
CHOICES = [BLACK_ONE, BLACK_TWO, BLACK_LONG]
GONE = {"player": "3", "why": "judge_gone"}

TITLES = {"4": {"title": "robbed", "count": 4}, "1": {"title": "favourite", "count": 2, "by": "3"},
          "2": {"title": "quick", "count": 5}, "5": {"title": "streak", "count": 2}}
EVENING = {"games": 3, "players": {"1": {"won": 2, "points": 14}, "2": {"won": 1, "points": 11},
                                   "3": {"won": 0, "points": 6}, "4": {"won": 0, "points": 2}}}
HISTORY = {"rounds": [{"game": 1, "round": n, "black": BLACK_TWO["text"], "pick": 2, "judge": "Cleo",
                       "winner": NAMES[n % 5],
                       "plays": [{"name": NAMES[n % 5], "player": "%d" % (n % 5 + 1), "likes": n % 3,
                                  "cards": [WHITE[n], WHITE[n + 3]], "won": True},
                                 {"name": "Bo", "player": "2", "cards": ["one sock", "regret"], "won": False}]}
                      for n in range(4, 0, -1)]}
SHELF = {"decks": [dict(deck, language="en", rating="family",
                        description="For everybody at the table, from eight to eighty.")
                   for deck in DECKS + [{"id": 5, "name": "Kitchen disasters", "black": 40, "white": 160},
                                        {"id": 6, "name": "Office party", "black": 55, "white": 230}]]}


def voting(phase="judging", **more):
    """A table at which everybody votes."""
    document = table(phase, **dict({"settings": VOTES, "decided_by": "vote"}, **more))
    del document["judge"]
    return document


def votes():
    """Screens of everybody's votes, of three places, and of a judge who is gone."""
    opened = voting(plays=OPEN, waiting_for=["2", "4", "5"])
    changed(opened, p1={"voted": True}, p3={"voted": True})
    voted = changed(voting(plays=OPEN, waiting_for=["4"]), p1={"voted": True}, p2={"voted": True}, p3={"voted": True}, p5={"voted": True})
    gone = dict(voting(plays=OPEN, waiting_for=["1", "2", "4", "5"], settings=SETTINGS), former_judge=GONE, deadline=now() + 18000)
    changed(gone, p3={"presence": "away"})
    shared = [{"player": player, "play": play, "points": 1, "votes": 2} for play, player in (("0", "1"), ("3", "5"))]
    places = [{"player": player, "play": play, "points": points} for play, player, points in (("1", "2", 3), ("0", "1", 2), ("3", "5", 1))]
    last = [{"player": "1", "play": "0", "points": 2}]
    soon = {"deadline": now() + 7000}
    return {
        "voting-play": (voting("playing", waiting_for=["1", "2"]), seat(can=("play_cards", "leave"))),
        "voting": (opened, seat(can=("vote", "leave"), mine="1")),
        "voted": (voted, seat(can=("vote", "leave"), mine="1", vote=["3"])),
        "voting-ranked": (dict(opened, settings=dict(VOTES, top_three=True)), seat(can=("vote", "leave"), mine="1")),
        "ranking-judge": (table("judging", plays=OPEN, waiting_for=["3"], settings=RANKED), seat("3", ("pick_winner", "leave"))),
        "judge-gone": (gone, seat(can=("vote", "leave"), mine="1")),
        "shared": (dict(voting("round_over", plays=VOTED, verdict=shared), **soon), seat(mine="1")),
        "places": (dict(table("round_over", plays=NAMED, verdict=places, settings=RANKED), **soon), seat(mine="1")),
        "last-round": (dict(table("round_over", plays=NAMED, verdict=last, finale="double"), **soon), seat(mine="1")),
        "no-votes": (dict(voting("round_over", plays=OPEN, void="no_votes"), **soon), seat(mine="1")),
    }


def questions():
    """Screens of the phase in which the judge chooses the black card."""
    choosing = table("choosing", waiting_for=["3"], settings=dict(SETTINGS, judge_chooses=3, judge_writes=True), finale="double")
    del choosing["black_card"]
    judge = seat("3", ("choose_black", "write_black", "leave"), choices=CHOICES)
    return {"choosing": (choosing, seat()), "choosing-judge": (choosing, judge), "writing": (choosing, judge)}


def crowd():
    """Screens of a room of two hundred, which lists a few."""
    people = {"crowd": {"seats": 200, "here": 191, "waiting": 0, "answered": 0}}
    playing = changed(table("playing", **people), p1={"played": True})
    playing.update(crowd=dict(people["crowd"], waiting=14, answered=176), decided_by="heats")
    del playing["judge"]
    return {"lobby-crowd": (table("lobby", **people), seat("1", HOST, hand=[])),
            "playing-crowd": (playing, seat("1", HOST + ("leave",), play=[11, 13]))}


def screens():
    """{name: (table, seat)}; a seat of None is a spectator."""
    alone = table("lobby", decks=[])
    alone["players"] = {"1": alone["players"]["1"]}
    playing = table("playing", waiting_for=["2", "4"])
    changed(playing, p1={"played": True}, p5={"played": True}, p4={"presence": "gone", "gone_at": now()})
    late = changed(table("playing", waiting_for=["1", "4"]), p2={"next_round": True}, p5={"played": True})
    away = changed(table("playing", waiting_for=["1"]), p2={"presence": "away"})
    stopped = table("playing", waiting_for=["2", "4"], clock_stopped={"by": "1", "left": 42000})
    del stopped["deadline"]
    over = table("game_over", winners=["1"], titles=TITLES, evening=EVENING)
    tied = crowded("game_over", 20, winners=["1", "8", "12"], titles=TITLES)
    return {
        "lobby-host-alone": (alone, seat("1", HOST, hand=[])),
        "lobby-host": (table("lobby"), seat("1", HOST, hand=[])),
        "lobby-host-mix": (table("lobby", settings=MIX), seat("1", HOST, hand=[])),
        "lobby-guest-mix": (table("lobby", settings=MIX), seat("2", hand=[])),
        "lobby-guest": (table("lobby"), seat("2", hand=[])),
        "playing": (playing, seat(can=("play_cards", "leave"))),
        "playing-one": (dict(playing, black_card=BLACK_ONE), seat(can=("play_cards", "leave"))),
        "playing-long": (dict(playing, black_card=BLACK_LONG), seat(can=("play_cards", "leave"))),
        "played": (changed(table("playing", waiting_for=["4"]), p1={"played": True}, p2={"played": True},
                           p5={"played": True}),
                   seat(can=("play_cards", "take_back", "nudge", "leave"), play=[11, 13])),
        "judge-waits": (playing, seat("3", ("nudge", "leave"))),
        "clock-stopped": (stopped, seat("1", HOST + ("play_cards", "start_clock"))),
        "late": (late, seat()),
        "away": (away, seat(can=("here", "leave"))),
        "watching": (playing, None),
        "revealing-judge": (table("revealing", plays=HALF, waiting_for=["3"]),
                            seat("3", ("reveal_play", "leave"))),
        "revealing": (table("revealing", plays=HALF, waiting_for=["3"]), seat(mine="2")),
        "judging-judge": (table("judging", plays=OPEN, waiting_for=["3"]),
                          seat("3", ("pick_winner", "leave"))),
        "judging": (table("judging", plays=OPEN, waiting_for=["3"]), seat(mine="2")),
        "round-over": (dict(table("round_over", plays=NAMED, **WIN), deadline=now() + 7000),
                       seat(mine="1")),
        "round-over-judge": (dict(table("round_over", plays=NAMED, **WIN), deadline=now() + 7000),
                             seat("3", ("next_round",))),
        **votes(),
        **questions(),
        **crowd(),
        "void": (table("round_over", plays={}, void="judge_gone"), seat()),
        "game-over-host": (over, seat("1", ("rematch", "kick", "make_host", "leave"))),
        "game-over": (over, seat()),
        "game-over-20": (tied, seat()),
        "lobby-again": (table("lobby", evening=EVENING), seat("2", hand=[])),
        "lobby-20": (crowded("lobby", 20), seat("1", HOST, hand=[])),
        "lobby-59": (crowded("lobby", 57), seat("2", hand=[])),
        "playing-20": (crowded("playing", 20, waiting_for=["2", "4"]), seat("3", ("nudge", "leave"))),
        **{name: (playing, seat(can=("play_cards", "leave"))) for name in CLOSED},
    }
