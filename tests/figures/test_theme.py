from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rare_gui.figures import resources
from rare_gui.figures.fonts import ROLES, elided, font, text_width
from rare_gui.figures.resources import resource_path
from rare_gui.figures.theme import THEME_NAMES, load_theme, palette, style_sheet
from rare_gui.scenes.palette import Fill


def test_that_the_themes_are_light_dark_and_high_contrast_with_the_same_tokens() -> None:
    assert set(THEME_NAMES) == {"light", "dark", "high-contrast"}
    assert len({frozenset(load_theme(name).tokens) for name in THEME_NAMES}) == 1


def test_that_a_theme_knows_whether_it_is_dark() -> None:
    dark = {name: load_theme(name).is_dark for name in THEME_NAMES}
    assert dark == {"light": False, "dark": True, "high-contrast": True}


def test_that_every_fill_has_a_colour_in_every_theme(qapp: object) -> None:
    from rare_gui.figures.timeline.bars import fill_color

    for name in THEME_NAMES:
        assert all(fill_color(fill, load_theme(name)).isValid() for fill in Fill)


def test_that_palette_and_style_sheet_follow_the_theme(qapp: object) -> None:
    dark = load_theme("dark")
    assert palette(dark).windowText().color() == dark.color("ink")
    assert dark.color("time").name() in style_sheet(dark)


def test_that_fonts_are_inter_whatever_the_system_has(qtbot: QtBot) -> None:
    assert {font(role).family() for role in ROLES} == {"Inter"}
    assert text_width("lane_strong", "Licence") > text_width("lane_light", "Licence")


def test_that_a_long_text_is_cut_with_an_ellipsis_inside_its_room(qtbot: QtBot) -> None:
    cut = elided("lane", "contractors warned: no Chinese magnets", 100)
    assert cut.endswith("…")
    assert text_width("lane", cut) <= 100
    assert elided("lane", "contractors", 12) == ""


def test_that_the_theme_is_loaded_without_heavy_packages() -> None:
    code = (
        "import sys, rare_gui.figures.theme, rare_gui.figures.chips\n"
        "heavy = {'pyqtgraph', 'pandas', 'numpy'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, cwd=root, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_that_a_missing_resource_says_where_it_was_looked_for() -> None:
    with pytest.raises(FileNotFoundError, match=r"themes/none\.json.*_resources.*resources"):
        resource_path("themes/none.json")


def test_that_an_installed_package_uses_its_own_resources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, checkout = tmp_path / "_resources", tmp_path / "resources"
    for root in (inside, checkout):
        root.mkdir()
        (root / "a.txt").touch()
    monkeypatch.setattr(resources, "_ROOTS", (inside, checkout))
    assert resource_path("a.txt") == inside / "a.txt"


@pytest.mark.parametrize("name", THEME_NAMES)
def test_that_a_combo_box_has_an_arrow_in_the_colour_of_its_theme(qapp: object, name: str) -> None:
    theme = load_theme(name)
    arrow = Path(re.findall(r'image: url\("(.*?)"\)', style_sheet(theme))[0])
    assert f'stroke="{theme.color("text2").name()}"' in arrow.read_text(encoding="utf-8").lower()
