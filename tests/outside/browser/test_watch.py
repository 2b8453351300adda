"""The listener itself: every other test here relies on its hearing what it should."""


def test_it_hears_foreign_requests_and_script_errors(person):
    me = person().go()
    me.page.evaluate("fetch('http://elsewhere.example/').catch(() => undefined)")
    me.page.evaluate("setTimeout(() => { throw new Error('spilled milk'); })")
    me.page.evaluate("console.error('burnt toast')")
    for word in ("elsewhere.example", "spilled milk", "burnt toast"):
        me.hears(lambda: word in "\n".join(me.watch.troubles), "nobody heard of " + word)
    me.watch.allow("elsewhere.example|spilled milk|burnt toast|Content Security Policy|violates")
