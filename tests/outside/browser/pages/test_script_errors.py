"""Errors of our own scripts in somebody's browser end up in the server's log,
a few of them and no secrets.
"""
from tests.outside.harness.process import wait_until


def throw(me, text, times=1):
    me.watch.allow(text)
    me.page.evaluate("([text, times]) => { for (let n = 0; n < times; n += 1) setTimeout(() => { throw new "
                     "Error(`${text} ${n}`); }); }",
                     [text, times])


def test_an_error_reaches_the_log_with_its_page(table, server):
    table = table()
    throw(table.me, "the cat sat on the keyboard")
    wait_until(lambda: "the cat sat on the keyboard" in server.log(), 20, "the error was not reported")
    line = next(line for line in server.log().splitlines() if "the cat sat" in line)
    assert "/rooms/%s/" % table.code in line


def test_a_page_that_errs_without_end_reports_five_times(person, server):
    me = person().go()
    throw(me, "all the plates fell down", times=12)

    def reports():
        return sum("all the plates fell" in line for line in server.log().splitlines())
    wait_until(lambda: reports() >= 5, 20, "the errors were not reported")
    me.page.wait_for_timeout(500)
    assert reports() == 5
