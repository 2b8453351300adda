"""Draws the letters in a real browser and saves pictures, and their texts, to look at. Sends nothing.

    python tests/outside/letter_pictures.py FOLDER
"""
import os
import sys
import tempfile
from collections import namedtuple

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SIZES = {"phone": (390, 844), "laptop": (1280, 800)}
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
    from common import sites
    sites.set_domain("cards.example.org")


def pictures():
    """One letter of each kind, and some in other languages."""
    from invitations.mail import letters
    from tests.invitations import people, samples
    host = people.a_host("Ann")
    night = samples.a_night(host.room, host.user)

    def invitation(**fields):
        return people.a_guest(host, **dict({"name": "Bob"}, **fields))

    def news(kind, sequence, **fields):
        return letters.night_letter(samples.a_night_letter(kind, sequence, invitation(night=night, **fields)))

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


def draw(browser, folder, picture):
    """Save the pictures and the text of a letter; return what is wrong with them."""
    html = next(content for content, kind in picture.letter.alternatives if kind == "text/html")
    with open(os.path.join(folder, picture.name + ".txt"), "w", encoding="utf-8") as file:
        file.write("%s\n\n%s" % (picture.letter.subject, picture.letter.body))
    wide = False
    for size, scheme in (("phone", "light"), ("phone", "dark"), ("laptop", "light")):
        page = browser.new_page(viewport=dict(zip(("width", "height"), SIZES[size])), color_scheme=scheme)
        page.set_content(html)
        wide = wide or page.evaluate("document.documentElement.scrollWidth > innerWidth")
        page.screenshot(path=os.path.join(folder, "%s-%s-%s.png" % (picture.name, size, scheme)),
                        full_page=True)
        page.close()
    return ["%s scrolls sideways" % picture.name] if wide else []


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
