"""Over real sockets: somebody new is let in, and a player watches for a while."""
import asyncio

from tests.outside.scenarios import story
from tests.outside.tables import a_table, agree, sit
from tests.outside.visitors import TOKEN, Visitor


def question_of(bot):
    """The newest question to this player, or None."""
    asked = [message["asks"] for message in bot.messages if message["type"] == "asks"]
    return asked[-1][0] if asked and asked[-1] else None


def posts(visitor, code, path, **document):
    """What a script of the table's page would send."""
    page = "/rooms/%s/" % code
    token = TOKEN.search(visitor.get(page).text).group(1)
    return visitor.http.post(visitor.site + page + path, json=document, headers={
        "Referer": visitor.site + "/", "X-CSRFToken": token}).json()


@story
async def test_a_cohost_lets_somebody_in(site):
    async with a_table(site) as (code, bots, visitors):
        await bots[0].send("make_cohost", player="2")
        await bots[0].send("change_settings", settings={"door": "ask"})
        eve = Visitor(site)
        assert await asyncio.to_thread(eve.take_seat, code, "Eve") == 200
        for bot in bots[:2]:
            await bot.until(question_of)
        assert question_of(bots[2]) is None and question_of(bots[1])["name"] == "Eve"
        said = await asyncio.to_thread(posts, visitors[1], code, "asks/answer/",
                                       id=question_of(bots[1])["id"], yes=True)
        assert said["asks"] == []
        assert (await asyncio.to_thread(posts, eve, code, "seat/back/"))["seated"]
        newcomer = await sit(eve, code)
        await bots[0].until(lambda bot: bot.table["players"][newcomer.number]["name"] == "Eve")
        await agree(bots + [newcomer])
        await newcomer.close()


@story
async def test_a_player_watches_and_comes_back_to_hand_and_score(site):
    async with a_table(site, players=4) as (code, bots, visitors):
        await bots[0].send("start_game")
        await bots[3].until(lambda bot: bot.phase == "playing")
        hand = bots[3].hand
        await bots[3].send("watch")
        await bots[0].until(lambda bot: bot.table["players"]["4"].get("watches"))
        assert "4" not in bots[0].table["waiting_for"]
        assert await bots[3].refused("play_cards", cards=hand[:1]) == "not_seated"
        assert await asyncio.to_thread(visitors[3].take_seat, code, "Anything") == 200
        again = await sit(visitors[3], code)
        assert again.number == "4" and again.hand == hand
        await again.close()
