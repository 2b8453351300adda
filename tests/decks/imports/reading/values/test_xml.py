"""Files of XML: read like JSON of the same shape, and nothing in them is followed."""
from __future__ import unicode_literals

import pytest

from decks.imports import formats
from tests.decks.files import counts, refusal

KINDS = """<?xml version="1.0"?>
<cards><black><card pick="2">Trade <blank/> for <blank/>.</card></black>
<white><card>a <b>damp</b>
  sock</card><card>fog &amp; mist</card></white></cards>"""
DECKS = """<decks><deck><name>Tea</name><blackcards><blackcard>Why _?</blackcard><blackcard>Who _?</blackcard></blackcards>
<whitecards><whitecard>milk</whitecard></whitecards></deck><deck><name>Cake</name><blackcards><blackcard>How _?</blackcard>
</blackcards><whitecards><whitecard>icing</whitecard><whitecard>crumbs</whitecard></whitecards></deck></decks>"""


def read(text, name="cards.xml"):
    return formats.parse(text.encode("utf-8"), name)


def test_words_keep_their_marks_and_blanks():
    pack, = read(KINDS).packs
    assert pack.black == (("Trade _ for _.", 2, 0),)
    assert pack.white == ("a **damp** sock", "fog & mist")


def test_cards_know_their_lines():
    pack, = read(KINDS).packs
    assert (pack.black_lines, pack.white_lines) == ((2,), (3, 4))


def test_several_decks_are_read_where_one_has_a_single_card_of_a_kind():
    assert counts(read(DECKS)) == [("Tea", 2, 1), ("Cake", 1, 2)]


def test_cards_may_be_attributes():
    found = read('<set title="Pond"><question text="Why _?"/><question text="Who _?"/><answer text="a duck"/>'
                 '<answer text="rain"/></set>')
    assert counts(found) == [("Pond", 2, 2)] and found.proposal["sure"]


def test_html_in_a_text_is_read_as_everywhere():
    pack, = read("<cards><white><card><![CDATA[<i>fog</i>]]></card><card>&lt;b&gt;rain&lt;/b&gt;</card></white></cards>").packs
    assert pack.white == ("*fog*", "**rain**")


@pytest.mark.parametrize("text, said", [
    ('<!DOCTYPE a [<!ENTITY b "c">]><a><b>&b;</b></a>', "defines entities"),
    ("<a><b>c</a>", "broken XML: mismatched tag in line 1"),
    ('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>', "no list in the file looks like one of cards"),
    ("<w:document xmlns:w='w'><w:body/></w:document>", "a document of an office program"),
    ("<a><b>c</b></a>", "no list in the file looks like one of cards")])
def test_what_means_harm_or_has_no_cards_says_what_it_is(text, said):
    assert said in refusal(('<?xml version="1.0"?>' + text).encode("utf-8"), "cards.xml")


def test_a_web_page_is_still_none():
    assert "this is a web page" in refusal(b"<?xml version='1.0'?><html><body>x</body></html>", "x.xml")


def test_lines_in_tags_are_no_xml_and_no_program():
    found = read("<i>a tidy</i> drawer\nthe _ of <b>spring</b>\n<i>rain</i>", "x.txt")
    assert (found.format, found.packs[0].white) == ("lines", ("*a tidy* drawer", "*rain*"))
