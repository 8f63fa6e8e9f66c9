"""Losses in the window: sized as the selection moves, shown in pane and page, changed there.

Not for the runs (`app.sizing`) nor for what is shown (`scenes.impact`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QInputDialog, QWidget

from rare_gui.app.keeping import Keeping
from rare_gui.app.presenter import View
from rare_gui.app.rooms import Rooms
from rare_gui.app.sizing import Sizing
from rare_gui.domain.assumptions import ScenarioError
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import sector_names
from rare_gui.domain.impact.case import CaseError, ImpactCase
from rare_gui.domain.impact.ranges import Range
from rare_gui.domain.impact.result import Impact
from rare_gui.domain.scenario import Scenario
from rare_gui.scenes.impact import impact_scene
from rare_gui.scenes.impact_assumptions import CUT, WEEKS
from rare_gui.scenes.impact_case import preset_of
from rare_gui.scenes.impact_parts import ImpactScene
from rare_gui.scenes.sector_words import uses_materials
from rare_gui.scenes.selection import Selection


class ImpactRoom:
    """Connects the model's runs, the pane on the right and the page "impact" to the session."""

    def __init__(self, rooms: Rooms, keeping: Keeping) -> None:
        self._rooms, self._session, self._keeping = rooms, rooms.session, keeping
        self._gliding = ""
        self._told: tuple[Impact | None, object, ImpactScene] | None = None
        self.sizing = Sizing(rooms.session, rooms.window.tasks, rooms.window)
        self.sizing.changed.connect(rooms.presenter.refresh)
        self._in_pane: ImpactScene | None = None
        rooms.presenter.add(View(_Pane(rooms.impact.show_impact), self._pane_scene))
        pane, select = rooms.impact, self._session.select
        pane.preset_picked.connect(self._pick)
        pane.cut_changed.connect(self._cut)
        pane.weeks_changed.connect(self._last)
        pane.assumption_changed.connect(self._assume)
        pane.sector_picked.connect(self._pick_sector)
        pane.page_asked.connect(lambda: select(view="impact"))

    def page(self) -> tuple[QWidget, View]:
        """The page "impact", made and wired."""
        from rare_gui.panels.impact_page import ImpactPage

        page, select = ImpactPage(self._rooms.window.theme), self._session.select
        page.preset_picked.connect(self._pick)
        page.cut_changed.connect(self._cut)
        page.weeks_changed.connect(self._last)
        page.assumption_changed.connect(self._assume)
        page.assumption_reset.connect(self._reset)
        page.all_reset.connect(
            lambda: self._change("", lambda c: replace(c, changed=(), cut=None, weeks=None))
        )
        page.sector_picked.connect(self._pick_sector)
        page.cell_picked.connect(
            lambda sector, slug: select(sector=sector, sectors=(sector,), material=slug)
        )
        page.unit_picked.connect(lambda unit: select(losses_as=unit))
        page.relative_picked.connect(lambda on: select(relative=on))
        page.order_free_picked.connect(lambda on: select(order_free=on))
        page.all_materials_picked.connect(lambda on: select(all_materials=on))
        page.more_draws_asked.connect(self.sizing.draw_many)
        page.cancel_asked.connect(self.sizing.cancel)
        page.save_asked.connect(self._save)
        return page, View(page, self._scene, "impact")

    def _scene(self, dataset: Dataset, selection: Selection) -> ImpactScene:
        """The scene; it is made once for all days that tell of the same result."""
        sizing = self.sizing
        sizing.follow()
        view = replace(selection, as_of=date.min, window=None, folded=(), view="", event=None)
        state = (sizing.is_stale, sizing.is_running, sizing.progress, sizing.fault)
        about = (dataset, state, view, preset_of(dataset, selection))
        impact = sizing.impact
        if self._told is None or self._told[0] is not impact or self._told[1] != about:
            scene = impact_scene(
                dataset,
                selection,
                impact,
                stale=sizing.is_stale,
                draws_running=sizing.is_running,
                progress=sizing.progress,
                fault=sizing.fault,
                order_free=selection.order_free,
            )
            self._told = (impact, about, scene)
        return self._told[2]

    def _pane_scene(self, dataset: Dataset, selection: Selection) -> ImpactScene:
        """The pane's scene; it stays as it is while the page hides the pane: sliders are quick."""
        if self._in_pane is None or selection.view != "impact":
            self._in_pane = self._scene(dataset, selection)
        return self._in_pane

    def _pick_sector(self, sector: str) -> None:
        """Tell of a sector, and narrow the browser and the timeline to what it uses."""
        uses = uses_materials(self._session.dataset, sector)
        self._session.select(sector=sector, sectors=(sector,) if uses else ())
        if not uses:
            name = sector_names(self._session.dataset).get(sector, sector)
            self._rooms.tell(f"{name}: no use of a material in these data, its loss is passed on.")

    def _pick(self, preset: str) -> None:
        self._change("", lambda _: ImpactCase(preset))

    def _cut(self, low: float, mid: float, high: float) -> None:
        self._change(CUT, lambda case: replace(case, cut=Range(low, mid, high)))

    def _last(self, weeks: int) -> None:
        self._change(WEEKS, lambda case: replace(case, weeks=weeks))

    def _assume(self, key: str, low: float, mid: float, high: float) -> None:
        self._change(key, lambda case: case.with_change(key, Range(low, mid, high)))

    def _reset(self, key: str) -> None:
        if key == CUT:
            self._change("", lambda case: replace(case, cut=None))
        elif key == WEEKS:
            self._change("", lambda case: replace(case, weeks=None))
        else:
            self._change("", lambda case: case.with_change(key, None))

    def _change(self, gliding: str, changed: Callable[[ImpactCase], ImpactCase]) -> None:
        """Put another case in the place of the selection's; one that cannot be is told.

        What glides, such as a slider, is one step back as long as nothing else is changed.
        """
        if not gliding or gliding != self._gliding:
            self._session.settle()
        self._gliding = gliding
        try:
            self._session.select(impact=changed(self._case()).to_text())
        except CaseError as error:
            self._rooms.tell(f"Not changed: {error}.", warns=True)

    def _case(self) -> ImpactCase:
        session = self._session
        if session.selection.impact is not None:
            return ImpactCase.from_text(session.selection.impact)
        return ImpactCase(preset_of(session.dataset, session.selection))

    def _save(self) -> None:
        """Keep the case with the what-if that is looked at, or under a name of its own."""
        supposed = self._session.scenario or Scenario("My scenario")
        name, wanted = QInputDialog.getText(
            self._rooms.window, "Save scenario", "Name of the scenario:", text=supposed.name
        )
        if not wanted:
            return
        try:
            self._keeping.save_scenario(replace(supposed, name=name), self._case())
        except (CaseError, ScenarioError) as error:
            self._rooms.tell(f"Not saved: {error}.", warns=True)


class _Pane:
    """The upper part of the right pane, as something that shows a scene."""

    def __init__(self, show: Callable[[ImpactScene], None]) -> None:
        self.show_scene = show
