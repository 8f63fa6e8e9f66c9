from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from rare_gui.app.exporting.choices import (
    RememberedChoices,
    SettingsStore,
    asked_for,
    beside_of,
    folder_of,
    free_stem,
    kind_of,
    stem_of,
)
from rare_gui.app.paths import settings
from rare_gui.app.pictures.pictures import KINDS
from rare_gui.app.settings import KeptSettings
from rare_gui.scenes.pictures.export_form import AS_WINDOW, ExportChoices
from rare_gui.scenes.pictures.size import PRESETS, UnusableSize
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.tidy.kinds import KINDS as KINDS_WITH_ROWS

VIEW = Selection("dysprosium", date(2026, 11, 23))


class Kept:
    """A store in memory."""

    def __init__(self, record: Mapping[str, Any] | None = None) -> None:
        self.record = dict(record or {})

    def read(self) -> Mapping[str, Any]:
        return self.record

    def write(self, record: Mapping[str, str | bool]) -> None:
        self.record = dict(record)


def test_that_choices_and_the_last_day_outlive_the_run() -> None:
    store, chosen = Kept(), ExportChoices(what="window", theme=AS_WINDOW, citation=True)
    RememberedChoices(store).keep(chosen, date(2025, 9, 1))
    later = RememberedChoices(store)
    assert later.now == chosen
    assert later.last_day == date(2025, 9, 1)


def test_that_the_programs_own_settings_keep_choices_on_disk(
    qapp: QApplication, tmp_path: Path
) -> None:
    kept = KeptSettings(tmp_path, date(2026, 11, 23))
    remembered = RememberedChoices()
    remembered.keep_in(SettingsStore(kept))
    remembered.keep(ExportChoices(size="210x297mm", data=True), date(2025, 9, 1))
    kept.write()
    later = RememberedChoices(SettingsStore(KeptSettings(tmp_path, date(2026, 11, 24))))
    assert later.now == ExportChoices(size="210x297mm", data=True)
    assert later.last_day == date(2025, 9, 1)


def test_that_choices_kept_without_a_picture_leave_the_last_day() -> None:
    remembered = RememberedChoices(Kept())
    remembered.keep(ExportChoices(), date(2025, 9, 1))
    remembered.keep(ExportChoices(format="svg"))
    assert remembered.last_day == date(2025, 9, 1)


def test_that_the_system_keeps_choices_and_survives_what_it_cannot_read(qapp: QApplication) -> None:
    remembered = RememberedChoices()
    remembered.keep(ExportChoices(format="pdf"), date(2025, 9, 1))
    assert RememberedChoices().now.format == "pdf"
    for broken in ("{", "[1]", '{"last_as_of": 7, "what": 3}'):
        settings().setValue("export", broken)
        assert RememberedChoices().now == ExportChoices()
        assert RememberedChoices().last_day is None


def test_that_the_engine_is_asked_for_what_was_chosen() -> None:
    chosen = ExportChoices(
        what="window", size="a4", scale="300dpi", theme=AS_WINDOW, format="pdf", with_view=False
    )
    asked = asked_for(chosen, VIEW, "dark", "Mine")
    assert (asked.what, asked.size, asked.scale) == ("window", PRESETS["a4"], 3.125)
    assert (asked.theme, asked.title, asked.formats) == ("dark", "Mine", ("pdf",))
    assert not asked.with_view
    wanted = beside_of(ExportChoices(data=True, zipped=True))
    assert (wanted.data, wanted.sources, wanted.zipped) == (True, False, True)


def test_that_a_size_that_is_none_is_refused() -> None:
    with pytest.raises(UnusableSize):
        asked_for(ExportChoices(size="twelve"), VIEW, "light")


def test_that_the_view_is_the_page_looked_at() -> None:
    assert kind_of(ExportChoices(), VIEW) == "timeline"
    assert kind_of(ExportChoices(what="window"), VIEW) == "window"
    assert stem_of(ExportChoices(), VIEW) == "dysprosium-timeline-2026-11-23"


@pytest.mark.parametrize("taken", ["X.png", "x.csv", "x-sources.csv", "x-citation.bib", "x.zip"])
def test_that_a_free_name_stands_beside_no_older_file(tmp_path: Path, taken: str) -> None:
    assert free_stem(tmp_path, "x") == "x"
    (tmp_path / taken).touch()
    assert free_stem(tmp_path, "x") == "x-2"
    (tmp_path / "x-2.png").touch()
    assert free_stem(tmp_path, "x") == "x-3"


def test_that_another_picture_with_a_longer_name_takes_no_name(tmp_path: Path) -> None:
    (tmp_path / "x-larger.png").touch()
    assert free_stem(tmp_path, "x") == "x"
    assert free_stem(tmp_path / "gone", "x") == "x"


def test_that_without_a_last_folder_there_is_one(qapp: QApplication, tmp_path: Path) -> None:
    assert folder_of(ExportChoices(folder=str(tmp_path))) == tmp_path
    assert str(folder_of(ExportChoices()))


def test_that_every_kind_of_picture_has_rows_for_its_table() -> None:
    assert set(KINDS) <= set(KINDS_WITH_ROWS)
