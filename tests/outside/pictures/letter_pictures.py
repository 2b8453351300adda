"""Draws the letters in a real browser and saves pictures, and their texts, to look at. Sends nothing.

    python tests/outside/pictures/letter_pictures.py FOLDER
"""
import os
import re
import sys
import tempfile
from collections import namedtuple
from pathlib import Path

ROOT = str(Path(__file__).resolve().parents[3])
SIZES = {"small": (320, 700), "phone": (390, 844), "tablet": (600, 900), "laptop": (1280, 800)}
LOOKS = ("small", "dark"), ("phone", "light"), ("phone", "dark"), ("tablet", "dark"), ("laptop", "light"), ("laptop", "outlook")
# The texts whose colour stands out from what is behind them by less than 4.5 (WCAG).
FAINT = """() => {
  const numbers = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const light = (colour) => numbers(colour).slice(0, 3).map((one) => one / 255)
    .map((one) => (one <= .03928 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4))
    .reduce((sum, one, at) => sum + one * [.2126, .7152, .0722][at], 0);
  const behind = (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    return (numbers(colour)[3] ?? 1) > 0 || !element.parentElement ? colour : behind(element.parentElement);
  };
  const isFaint = (element) => {
    const [low, high] = [getComputedStyle(element).color, behind(element)].map(light).sort((a, b) => a - b);
    return (high + .05) / (low + .05) < 4.5;
  };
  const reads = (element) => element.offsetHeight > 1 && getComputedStyle(element).opacity > 0 &&
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [...document.body.querySelectorAll("*")].filter((one) => reads(one) && isFaint(one)).map((one) => one.textContent.trim());
}"""
# What Outlook on Windows leaves out, but for padding in the cells of tables.
UNKNOWN_TO_WORD = re.compile(r"(?:max-width|border-radius|opacity|overflow|overflow-wrap|word-break|box-sizing|"
                             r"letter-spacing|display:(?:inline-)?block|max-height)[^;\"]*;?")
NOTE = "Bring the good biscuits, and somebody who laughs at ducks."
ROUGH_NOTE = "Last time's rules are at https://example.com/rules,\nand no: <b>pineapple</b> is not a meal."
Picture = namedtuple("Picture", "name letter")


def start_django(folder):
    os.environ.update(DJANGO_SETTINGS_MODULE="cards_project.settings", VAR_DIR=folder,
                      SITE_DOMAIN="cards.example.org", HTTPS="1")
    sys.path.insert(0, ROOT)
    import django
    django.setup()
    from django.core.management import call_command
    call_command("migrate", verbosity=0)
    from common.web import sites
    sites.set_domain("cards.example.org")


def pictures():
    """One letter of each kind, and some in other languages."""
    from django.utils import timezone

    from game.recap import links
    from invitations.mail import letters, recap_letter
    from invitations.models import Notice, RecapLetter
    from tests.game.recap.nights import an_evening
    from tests.invitations import people, samples
    host = people.a_host("Ann")
    night = samples.a_night(host.room, host.user)

    def invitation(**fields):
        guest = people.a_guest(host, name=fields.pop("name", "Bob"))
        for name, value in fields.items():
            setattr(guest, name, value)
        guest.save()
        return guest

    def news(kind, sequence, **fields):
        return letters.night_letter(samples.a_night_letter(kind, sequence, invitation(night=night, **fields)))

    def notice(kind, text, language):
        night.place, night.note, night.cancelled = "Long Street 12", "Ring twice.", None
        letter = samples.a_night_letter(kind, 0, invitation(night=night, language=language))
        letter.starts, letter.notice = night.starts, Notice(kind=kind, text=text)
        return letters.night_letter(letter)

    def recap(language):
        evening = an_evening(3, name="Deck %s" % language)
        link = links.make(evening.player("ann"))
        guest = invitation(language=language, room=evening.room)
        return recap_letter.recap_letter(RecapLetter(invitation=guest, recap=link, pk=1))

    yield Picture("invitation-plain", letters.invitation_letter(invitation(name="")))
    yield Picture("invitation-note", letters.invitation_letter(invitation(note=ROUGH_NOTE)))
    for language in ("en", "de", "es", "fr", "pl"):
        fields = {"language": language, "note": NOTE, "night": night}
        yield Picture("invitation-%s" % language, letters.invitation_letter(invitation(**fields)))
    long_name = "Maximiliane-Theodora von und zu Hohenbruchstein"
    yield Picture("invitation-long",
                  letters.invitation_letter(invitation(name=long_name, note="W" * 300, night=night)))
    for language in ("en", "pl"):
        yield Picture("set-%s" % language, news("night", 0, language=language))
        yield Picture("moved-%s" % language, news("night", 1, language=language))
        yield Picture("reminder-%s" % language, news("reminder", 1, language=language))
        yield Picture("cancelled-%s" % language, news("cancelled", 2, language=language))
        night.cancelled = None
        for why in ("revoked", "declined"):
            yield Picture("%s-%s" % (why, language), news("withdrawn", 3, language=language, **{why: timezone.now()}))
        yield Picture("host-gone-%s" % language, news("withdrawn", 3, language=language, sender=None, sender_name=""))
    for language in ("en", "de", "pl"):
        for kind, text in (("changed", "place note"), ("ask", ""), ("message", ROUGH_NOTE)):
            yield Picture("%s-%s" % (kind, language), notice(kind, text, language))
    night.cancelled, night.reason = None, ROUGH_NOTE
    yield Picture("moved-reason", news("night", 4))
    for language in ("en", "de", "pl"):
        yield Picture("recap-%s" % language, recap(language))


def as_outlook(html):
    """The letter as Word's engine reads it, on which Outlook on Windows is built: no style sheet, `if mso`, no
    round corners, no greatest width, padding in cells only.
    """
    html = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    html = re.sub(r"<!--\[if !mso\]><!-->.*?<!--<!\[endif\]-->", "", html, flags=re.DOTALL)
    html = re.sub(r"<!--\[if mso\]>(.*?)<!\[endif\]-->", r"\1", html, flags=re.DOTALL)
    html = re.sub(r"border:[^;]*;mso-border-alt:none;", "", html)
    html = re.sub(r"<(?!td)[^>]*>", lambda tag: re.sub(r"padding:[^;\"]*;", "", tag.group()), html)
    return re.sub(r'style="[^"]*"', lambda style: UNKNOWN_TO_WORD.sub("", style.group()), html)


def draw(browser, folder, picture):
    """Save the pictures and the text of a letter; return what is wrong with them."""
    html = next(content for content, kind in picture.letter.alternatives if kind == "text/html")
    with open(os.path.join(folder, picture.name + ".txt"), "w", encoding="utf-8") as file:
        file.write("%s\n\n%s" % (picture.letter.subject, picture.letter.body))
    wide, faint = False, []
    for size, scheme in LOOKS:
        page = browser.new_page(viewport=dict(zip(("width", "height"), SIZES[size])), color_scheme=scheme.replace(
            "outlook", "light"))
        page.set_content(as_outlook(html) if scheme == "outlook" else html)
        wide = wide or scheme != "outlook" and page.evaluate("document.documentElement.scrollWidth > innerWidth")
        faint += ["%s %s: too faint: %s" % (picture.name, scheme, text) for text in page.evaluate(FAINT)]
        page.screenshot(path=os.path.join(folder, "%s-%s-%s.png" % (picture.name, size, scheme)),
                        full_page=True)
        page.close()
    return faint + (["%s scrolls sideways" % picture.name] if wide else [])


def main(folder):
    os.makedirs(folder, exist_ok=True)
    problems = []
    with tempfile.TemporaryDirectory() as var:
        start_django(var)
        drawn = list(pictures())
        from tests.outside.harness import browser as browsers
        with browsers.launched() as browser:
            for picture in drawn:
                problems += draw(browser, folder, picture)
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
