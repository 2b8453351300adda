"""A personal link stays between its page and the server: no later request names it."""
from playwright.sync_api import expect


def test_no_request_names_the_personal_link_it_came_from(table, person):
    link = table().me.personal_link
    key = link.rstrip("/").split("/")[-1]
    second, asked = person("Ann again"), []
    second.page.on("request", lambda request: asked.append(request))
    answer = second.page.goto(link)
    assert answer.headers["referrer-policy"] == "strict-origin" and "no-store" in answer.headers["cache-control"]
    second.see("take-seat").click()
    second.wait_for("lobby")
    headers = [request.all_headers() for request in asked]
    assert [each for each in headers if key in each.get("referer", "")] == []
    pressed = next(each for request, each in zip(asked, headers) if request.method == "POST")
    assert pressed["origin"] == second.site and pressed["referer"] == second.site + "/"


def test_a_link_to_another_site_tells_it_nothing_but_ours(table, person):
    link = table().me.personal_link
    second = person("Ann again")
    second.watch.hosts.add("elsewhere.test")
    heard = []
    second.page.route("http://elsewhere.test/", lambda route: (heard.append(route.request.all_headers()),
                                                               route.fulfill(body="hello")))
    second.page.goto(link)
    second.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<a href=\"http://elsewhere.test/\">Out</a>')")
    second.page.get_by_role("link", name="Out").click()
    expect(second.page.get_by_text("hello")).to_be_visible()
    assert heard[0].get("referer", "") in ("", second.site + "/")
