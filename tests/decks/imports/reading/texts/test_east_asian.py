"""Files in the encodings of East Asia are read with a note, and no other file is taken for one."""
from __future__ import unicode_literals

import mock
import pytest

from decks.imports import formats
from decks.imports.reading.texts import code_pages, east_asian

JAPANESE = ("\u8ab0\u304c\u753a\u3092\u8d77\u3053\u3057\u305f\u306e\u3067\u3059\u304b\uff1f _\n"
            "\u3068\u3066\u3082\u5c0f\u3055\u306a\u30c8\u30e9\u30f3\u30da\u30c3\u30c8\n\u307e\u305f\u30b9\u30fc\u30d7\n")
SIMPLIFIED = ("\u662f\u4ec0\u4e48\u5435\u9192\u4e86\u6574\u6761\u8857\uff1f _\n\u4e00\u4e2a\u5f88\u5c0f\u7684\u5587\u53ed\n"
              "\u53c8\u662f\u6c64\n")
TRADITIONAL = ("\u662f\u4ec0\u9ebc\u5435\u9192\u4e86\u6574\u689d\u8857\uff1f _\n\u4e00\u500b\u5f88\u5c0f\u7684\u5587\u53ed\n"
               "\u53c8\u662f\u6e6f\n")
KOREAN = ("\uc628 \ub3d9\ub124\ub97c \uae68\uc6b4 \uac83\uc740? _\n\uc544\uc8fc \uc791\uc740 \ud2b8\ub7fc\ud3ab\n"
          "\ub610 \uc218\ud504\n")


@pytest.mark.parametrize("text, encoding, name", [
    (JAPANESE, "shift_jis", "Japanese, so it was read as Shift-JIS"), (JAPANESE, "euc_jp", "EUC-JP"),
    (SIMPLIFIED, "gbk", "Chinese, so it was read as GBK"), (SIMPLIFIED, "gb18030", "GBK"),
    (TRADITIONAL, "big5", "Big5"), (KOREAN, "euc_kr", "Korean, so it was read as EUC-KR"), (KOREAN, "cp949", "EUC-KR")])
def test_each_is_read_as_it_was_written_and_says_so(text, encoding, name):
    parsed = formats.parse(text.encode(encoding), "cards.txt")
    pack, = parsed.packs
    lines = text.strip().split("\n")
    assert [card[0] for card in pack.black] + list(pack.white) == lines
    assert len(parsed.notes) == 1 and name in parsed.notes[0]


@pytest.mark.parametrize("text, page", [
    ("Caf\xe9 _\nun \xe9l\xe9phant tr\xe8s \xe9l\xe9gant\nM\xfcller, \xc4rger, Stra\xdfe", "cp1252"),
    ("\u041a\u0442\u043e \u0440\u0430\u0437\u0431\u0443\u0434\u0438\u043b \u0443\u043b\u0438\u0446\u0443? _\n\u0441\u0443\u043f", "cp1251"),
    ("\u017b\u00f3\u0142ta g\u0119\u015b _\n\u015bwi\u0119ta", "cp1250"), ("\u03a0\u03bf\u03b9\u03bf\u03c2 \u03be\u03cd\u03c0\u03bd\u03b7\u03c3\u03b5; _", "cp1253"),
    ("\u05de\u05d9 \u05d4\u05e2\u05d9\u05e8 \u05d0\u05ea \u05d4\u05e8\u05d7\u05d5\u05d1", "cp1255")])
def test_the_code_pages_of_windows_are_read_as_before(text, page):
    assert east_asian.decode(text.encode(page)) is None
    assert code_pages.decode(text.encode(page))[0] == text


def test_a_cut_at_a_letter_of_two_bytes_spoils_no_sample():
    text = JAPANESE * 3000
    assert east_asian.decode(text.encode("shift_jis"))[0] == text


def test_where_the_letters_do_not_tell_a_library_is_asked_if_there_is_one():
    text = "\u6771\u4eac\u90fd\u5e81\n\u5927\u962a\u57ce\n".encode("shift_jis")
    with mock.patch("decks.imports.reading.texts.east_asian.charset_normalizer", None):
        assert east_asian.asked(text) is None
