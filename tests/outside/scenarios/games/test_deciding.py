"""Other ways to decide, through real sockets: everybody votes, three places, a judge who is gone or writes the question."""
import asyncio

from tests.outside.scenarios import story
from tests.outside.tables import a_table, agree, next_round


async def everybody_plays(bots):
    """All of these bots play, once they may."""
    for bot in bots:
        await bot.until(lambda bot: bot.phase == "playing" and "play_cards" in bot.seat["can"])
    await asyncio.gather(*[bot.play() for bot in bots])
    for bot in bots:
        await bot.until(lambda bot: bot.phase == "judging" and "mine" in bot.seat)


def play_of(bot):
    return bot.seat["mine"]


async def vote(bots, for_whom):
    """Each bot votes for the play of another one: {voter: author}, as places among the bots."""
    plays = [play_of(bot) for bot in bots]
    for voter, author in for_whom.items():
        await bots[voter].send("vote", play=plays[author])


async def begin(bots, **settings):
    await bots[0].send("change_settings", settings=settings)
    await bots[0].send("start_game")


async def over(bots):
    for bot in bots:
        await bot.until(lambda bot: bot.phase == "round_over")


@story
async def test_a_whole_game_by_votes(site):
    async with a_table(site, 4) as (_, bots, _):
        await begin(bots, decides="vote", score_limit=2, finale="double")
        for number in (1, 2, 3):
            await everybody_plays(bots)
            assert "judge" not in bots[0].table and ("finale" in bots[0].table) == (number == 3)
            await vote(bots, {0: 1, 2: 1, 3: 1})
            assert bots[2].table["players"]["1"]["voted"] and "votes" not in bots[2].table["plays"]["0"]
            await vote(bots, {1: 0})
            await over(bots)
            await next_round(bots)
        await agree(bots)
        scores = {number: player["score"] for number, player in bots[0].table["players"].items()}
        assert (scores, bots[0].table["winners"]) == ({"1": 0, "2": 4, "3": 0, "4": 0}, ["2"])


@story
async def test_a_vote_is_changed_and_a_tie_is_shared_and_remembered(site):
    async with a_table(site, 4) as (code, bots, visitors):
        await begin(bots, decides="vote")
        await everybody_plays(bots)
        await vote(bots, {0: 1, 1: 2, 2: 1})
        await vote(bots, {0: 2})
        assert await bots[0].refused("vote", play=play_of(bots[0])) == "unknown_play"
        await vote(bots, {3: 1})
        await over(bots)
        verdict = bots[3].table["verdict"]
        assert {(one["player"], one["points"], one["votes"]) for one in verdict} == {("2", 1, 2), ("3", 1, 2)}
        kept, = (await asyncio.to_thread(visitors[0].get, "/rooms/%s/history.json" % code)).json()["rounds"]
        assert sorted(play["name"] for play in kept["plays"] if play["won"]) == ["Player 2", "Player 3"]
        assert kept["judge"] == "" and sum(play["votes"] for play in kept["plays"]) == 4


@story
async def test_voters_rank_three_answers(site):
    async with a_table(site, 4) as (_, bots, _):
        await begin(bots, decides="vote", top_three=True)
        await everybody_plays(bots)
        plays = [play_of(bot) for bot in bots]
        assert await bots[0].refused("vote", plays=plays[1:3]) == "rank_three"
        for voter, order in enumerate(((1, 2, 3), (2, 3, 0), (1, 3, 0), (1, 2, 0))):
            await bots[voter].send("vote", plays=[plays[author] for author in order])
        await over(bots)
        assert [bots[0].table["players"][number]["score"] for number in "1234"] == [0, 3, 2, 1]


@story
async def test_the_others_decide_when_the_judge_is_gone(site):
    async with a_table(site, 4) as (_, bots, _):
        await begin(bots)
        await bots[0].until(lambda bot: bot.phase == "playing")
        judge = next(bot for bot in bots if bot.number == bots[0].table["judge"])
        players = [bot for bot in bots if bot is not judge]
        await asyncio.gather(*[bot.until(lambda bot: "play_cards" in bot.seat["can"]) for bot in players])
        await asyncio.gather(*[bot.play() for bot in players])
        await players[0].until(lambda bot: bot.phase == "revealing")
        await judge.send("leave")
        for bot in players:
            await bot.until(lambda bot: bot.phase == "judging" and "vote" in bot.seat["can"])
        assert players[0].table["former_judge"] == {"player": judge.number, "why": "judge_gone"}
        await vote(players, {0: 1, 1: 2, 2: 1})
        await over(players)
        assert players[0].table["winner"]["player"] == players[1].number


@story
async def test_a_judge_writes_the_question(site):
    async with a_table(site, 3) as (_, bots, _):
        await begin(bots, judge_chooses=2, judge_writes=True)
        await bots[0].until(lambda bot: bot.phase == "choosing")
        judge = next(bot for bot in bots if bot.number == bots[0].table["judge"])
        other = next(bot for bot in bots if bot is not judge)
        await judge.until(lambda bot: len(bot.seat.get("choices", ())) == 2)
        assert "choices" not in other.seat and await other.refused("choose_black", choice=0) == "not_judge"
        await judge.send("write_black", text="Never mix ___ and ___")
        await other.until(lambda bot: bot.phase == "playing")
        assert other.table["black_card"] == {"text": "Never mix _ and _", "pick": 2, "written": True}
