"""Makes docs/FORMATS.md of the sample files: python -m tests.decks.formats_page writes it."""
from __future__ import unicode_literals

import io
import os

from decks.imports import formats, telling
from decks.imports.generic import mapping
from tests.decks.files import content
from tests.sources import ROOT

PAGE = os.path.join(ROOT, "docs", "FORMATS.md")
# Name of the format: its samples, by what it is recognised, and what is read.
WORDS = (
    ("deck-file", ("deck_file.json", "deck.yaml"), "An object with `name`, and `black` or `white`",
     "All facts of the deck; of a card `pick`, `draw`, `tags`, `attribution`. With a slug, rating, licence or source note "
     "it is ours, and one answer may fill several blanks."),
    ("jah-compact", ("jah_compact.json", "jah_2014.json"), "`packs` or `decks`, or packs beside the cards, that point at "
     "cards by number", "Picks; of a pack its description and language, and the tag `official`"),
    ("jah-full", ("jah_full.json", "jah_2018.json"), "Packs with `black` and `white` lists, in a list or keyed; or "
     "`metadata`, and cards that name their pack", "The same"),
    ("massive-decks", ("massive_decks.json5",), "`calls` or `responses`",
     "Language, author, translator; styles become `*text*` and `**text**`, slots `_`, `_{2}`, `_{1^}`, `_{!}`"),
    ("pyx-sql", ("pyx.sql", "pyx_other_order.sql"), "COPY or INSERT of one of the five tables, in a dump of PostgreSQL, "
     "MySQL or SQLite", "Columns in the order of the statement or its CREATE TABLE; watermarks are tags; a row that "
     "cannot be read is left out with its line"),
    ("pyx-sqlite", ("pyx.sqlite",), "An SQLite file with those five tables", "The same"),
    ("cardcast", ("cardcast.json",), "`calls` whose `text` is a list", "Name, description"),
    ("crcast", ("crcast.json",), "`blacks` or `whites`", "The deck's code, which becomes its name"),
    ("all-bad-cards", ("all_bad_cards.json",), "`packName` with `blackCards` or `whiteCards`", "One pack or a list"),
    ("django-2013", ("django_2013.json",), "An object of packs with `blackcards` or `whitecards`",
     "Description, pick, draw; U+FFFD is a blank, watermarks are tags"),
    ("django-fixture", ("django_fixture.json",), "A list of objects with `model`, `pk`, `fields`",
     "Sets that name their cards, or cards that name their set; one set alone has all cards"),
    ("card-lists", ("card_lists.json",), "A list of black and one of white cards, by any of their names; one object, "
     "many, or an entry of a database", "Name, description, language, rating; pick and draw"),
    ("animals-tsv", ("animals.tsv",), "Lines that begin with `Prompt` or `Response` and a tab", "Tags"),
    ("csv", ("cards.csv",), "A first row with `kind` and `text`, in any order; commas, semicolons or tabs",
     "`pick`, `draw`, `tags`, `attribution`"),
    ("xlsx", ("cards.xlsx",), "The same in a sheet of XLSX or ODS, or in several, which are a deck each", "The same"),
    ("lines", ("lines.txt",), "Any other text", "A card on each line; `_` makes it a black card. Questions without one are asked about, as a list of no known kind"),
    ("generic", ("generic.json", "generic.xml", "generic.properties"), "By what its records look like: JSON, YAML and XML of any nesting, tables, sheets (XLSX, ODS, XML of Excel 2003), "
     "tables and lists of web pages, paragraphs of DOCX and ODT, SQLite, SQL, source files, INI, properties, TOML, PO, LaTeX, "
     "and all of that in a ZIP or packed by gzip", "Text, kind, pick, draw, deck and tags, as the mapping says"),
)
_LINES, _WIDTH = 6, 110


def page():
    """The text of docs/FORMATS.md."""
    parts = ["# Card files\n", "This page is made of the sample files in `tests/decks/samples/` by "
             "`python -m tests.decks.formats_page`. What is said of texts and of the mapping is in [DECKS.md](DECKS.md).\n",
             "| Kind | Name | Recognised by | Kept, beside texts |\n|---|---|---|---|"]
    parts += ["| %s | `%s` | %s | %s |" % (telling.READ_AS[name], name, how, kept) for name, _, how, kept in WORDS]
    parts.append("")
    for name, samples, _, _ in WORDS:
        parts.append("## `%s`" % name)
        parts += [_example(sample) for sample in samples]
    return "\n".join(parts)


def _example(name):
    raw = content(name)
    parsed = formats.parse(raw, name)
    told = ["%s: %d black and %d white cards" % (pack.name, len(pack.black), len(pack.white)) for pack in parsed.packs]
    said = "`%s` becomes %s." % (name, "; ".join(told))
    if parsed.proposal:
        said += " The mapping is `%s`." % mapping.as_text(mapping.from_dict(parsed.proposal["mapping"]))
    if b"\x00" in raw:
        return said + "\n"
    lines = [line[:_WIDTH] + ("..." if len(line) > _WIDTH else "") for line in raw.decode("utf-8").splitlines()]
    more = ["..."] if len(lines) > _LINES else []
    return "%s\n```\n%s\n```\n" % (said, "\n".join(lines[:_LINES] + more))


if __name__ == "__main__":
    with io.open(PAGE, "w", encoding="utf-8") as target:
        target.write(page())
