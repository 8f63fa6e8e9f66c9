"""Losses in the window: sized as the selection moves, shown in pane and page, changed there.

Not for the runs (`app.sizing`) nor for what is shown (`scenes.impact.scene`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
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
from rare_gui.scenes.impact.assumptions import CUT, WEEKS
from rare_gui.scenes.impact.case import preset_of
from rare_gui.scenes.impact.parts import ImpactScene
from rare_gui.scenes.impact.scene import impact_scene, restated
from rare_gui.scenes.impact.words import AS_THE_LAW
from rare_gui.scenes.sector_words import uses_materials
from rare_gui.scenes.selection import Selection


class ImpactRoom:
    """Connects the model's runs, the pane on the right and the page "impact" to the session."""

    def __init__(self, rooms: Rooms, keeping: Keeping) -> None:
        self._rooms, self._session, self._keeping = rooms, rooms.session, keeping
        self._gliding = ""
        self._told: _Told | None = None
        self.sizing = Sizing(rooms.session, rooms.window.tasks, rooms.window)
        self._in_pane: ImpactScene | None = None
        self._views = [View(_Pane(rooms.impact.show_impact), self._pane_scene)]
        rooms.presenter.add(self._views[0])
        self.sizing.changed.connect(lambda: rooms.presenter.refresh(self._views))
        pane, select = rooms.impact, self._session.select
        pane.preset_picked.connect(self._pick)
        pane.cut_changed.connect(self._cut)
        pane.weeks_changed.connect(self._last)
        pane.assumption_changed.connect(self._assume)
        pane.sector_picked.connect(self._pick_sector)
        pane.page_asked.connect(lambda: select(view="impact"))

    def page(self) -> tuple[QWidget, View]:
        """The page "impact", made and wired."""
        from rare_gui.panels.impact.page import ImpactPage

        page, select = ImpactPage(self._rooms.window.theme), self._session.select
        page.preset_picked.connect(self._pick)
        page.cut_changed.connect(self._cut)
        page.weeks_changed.connect(self._last)
        page.assumption_changed.connect(self._assume)
        page.assumption_reset.connect(self._reset)
        page.all_reset.connect(
            lambda: self._change(
                "", lambda c: replace(c, changed=(), cut=None, weeks=None, scope=None)
            )
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
        page.scope_picked.connect(self._aim)
        self._views.append(View(page, self._scene, "impact"))
        return page, self._views[-1]

    def _scene(self, dataset: Dataset, selection: Selection) -> ImpactScene:
        """The scene; what it tells of a result is made once for all days and cases."""
        sizing = self.sizing
        sizing.follow()
        view = replace(
            selection, as_of=date.min, window=None, folded=(), view="", event=None, impact=None
        )
        about = (dataset, view)
        state = (
            sizing.is_stale,
            sizing.is_running,
            sizing.progress,
            sizing.fault,
            preset_of(dataset, selection),
            selection.impact,
        )
        impact, told = sizing.impact, self._told
        same = told is not None and told.impact is impact and told.about == about
        if told is not None and same and told.state == state:
            return told.scene
        if told is not None and same and impact is not None:
            scene = restated(
                told.scene,
                dataset,
                selection,
                impact,
                stale=sizing.is_stale,
                draws_running=sizing.is_running,
                progress=sizing.progress,
            )
        else:
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
        self._told = _Told(impact, about, state, scene)
        return scene

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

    def _aim(self, scope: str) -> None:
        wanted = None if scope == AS_THE_LAW else scope
        self._change("", lambda case: replace(case, scope=wanted))

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
        supposed = self._session.scenario or Scenario("My what-if")
        name, wanted = QInputDialog.getText(
            self._rooms.window, "Save the what-if", "Name of the what-if:", text=supposed.name
        )
        if not wanted:
            return
        try:
            self._keeping.save_scenario(replace(supposed, name=name), self._case())
        except (CaseError, ScenarioError) as error:
            self._rooms.tell(f"Not saved: {error}.", warns=True)


@dataclass(frozen=True, slots=True)
class _Told:
    """A scene with the result it is of, what else it tells of, and the state of the run."""

    impact: Impact | None
    about: object
    state: object
    scene: ImpactScene


class _Pane:
    """The upper part of the right pane, as something that shows a scene."""

    def __init__(self, show: Callable[[ImpactScene], None]) -> None:
        self.show_scene = show
