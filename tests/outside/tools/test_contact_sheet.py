"""The contact sheet, which people make to look at, still plays a room and takes pictures of it."""
import pytest
from PIL import Image

from ..pictures import contact_sheet

pytestmark = pytest.mark.one_stack


def test_a_sheet_shows_a_screen_at_each_size_in_each_scheme(tmp_path, monkeypatch):
    monkeypatch.setattr(contact_sheet, "COUNTS", [3])
    monkeypatch.setattr(contact_sheet, "SIZES", ["320x568", "390x844"])
    [sheet] = contact_sheet.main(tmp_path, ["paused"])  # the last screen of the story
    taken = sorted(path.name for path in (tmp_path / "single").iterdir())
    assert taken == ["paused-03-%s-%s.png" % (size, scheme) for size in ("320x568", "390x844") for scheme in ("dark", "light")]
    assert Image.open(sheet).size > (160 + 195, 2 * 422)
