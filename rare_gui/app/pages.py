"""The pages of the window's middle beside the timeline: each made and wired when first asked for.

Not for the timeline itself, which is there from the start.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rare_gui.app.card_room import CardRoom
from rare_gui.app.gestures import Gestures
from rare_gui.app.impact_room import ImpactRoom
from rare_gui.app.keeping import Keeping
from rare_gui.app.presenter import View
from rare_gui.app.risk_room import RiskRoom
from rare_gui.app.rooms import Rooms
from rare_gui.app.toolbar import read_typed_day
from rare_gui.app.watching import Watching, keep_starred
from rare_gui.domain.assumptions import Assumption
from rare_gui.domain.scenario import Scenario
from rare_gui.scenes.time import calendar_day

if TYPE_CHECKING:
    from rare_gui.panels.card.page import CardPage
    from rare_gui.panels.compare.page import ComparePage


class Pages:
    """Brings the page of the selection's view to the front."""

    def __init__(
        self,
        rooms: Rooms,
        gestures: Gestures,
        keeping: Keeping,
        losses: ImpactRoom,
        cards: CardRoom,
        risks: RiskRoom,
        watching: Watching,
    ) -> None:
        self._rooms, self._gestures, self._keeping = rooms, gestures, keeping
        self._session, self._cards, self._risks = rooms.session, cards, risks
        self._watching = watching
        self._makers: dict[str, Callable[[], tuple[QWidget, View]]] = {
            "card": self._card,
            "compare": self._compare,
            "list": self._list,
            "cliffs": self._cliffs,
            "changes": self._changes,
            "whatif": self._whatif,
            "impact": losses.page,
            "parts": self._parts,
            "ledger": self._ledger,
            "projects": self._projects,
        }
        self._session.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        view = self._session.selection.view
        if view not in self._rooms.pages:
            self._rooms.add_page(view, *self._makers[view]())
        self._rooms.show_page(view)

    def _mark_open(self, page: CardPage | ComparePage) -> None:
        """Let a page outline the figure whose evidence is on screen."""
        evidence = self._rooms.evidence
        if evidence is not None:
            evidence.opened.connect(page.mark_open)
            page.mark_open(evidence.open_key)

    def _card(self) -> tuple[QWidget, View]:
        from rare_gui.panels.card.page import CardPage

        page = CardPage(self._rooms.window.theme)
        page.evidence_asked.connect(self._gestures.ask_evidence)
        self._mark_open(page)
        keep_starred(page, self._watching, self._session)
        return page, View(page, self._cards.scene, "card")

    def _compare(self) -> tuple[QWidget, View]:
        from rare_gui.panels.compare.page import ComparePage
        from rare_gui.scenes.compare.scene import compare_scene

        select, page = self._session.select, ComparePage(self._rooms.window.theme)
        page.compared_asked.connect(lambda chosen: select(compared=chosen))
        page.differing_asked.connect(lambda on: select(differing=on))
        page.turned_asked.connect(lambda on: select(turned=on))
        page.material_opened.connect(lambda material: select(material=material, view="timeline"))
        page.evidence_asked.connect(self._gestures.ask_evidence)
        self._mark_open(page)
        page.day_picked.connect(lambda day: select(as_of=calendar_day(day)))
        page.window_picked.connect(
            lambda first, last: select(window=(calendar_day(first), calendar_day(last)))
        )
        return page, View(
            page, lambda d, s: compare_scene(d, s, self._risks.screening(s)), "compare"
        )

    def _list(self) -> tuple[QWidget, View]:
        from rare_gui.panels.listing.panel import ListPanel
        from rare_gui.scenes.listing import list_scene

        panel = ListPanel(self._rooms.window.theme)
        panel.measure_picked.connect(self._gestures.tell_measure)
        panel.event_picked.connect(self._gestures.tell_event)
        panel.note_picked.connect(self._gestures.edit_note)
        panel.all_lanes_asked.connect(lambda every: self._session.select(all_lanes=every))
        return panel, View(panel, lambda d, s: list_scene(d, s, self._keeping.notes), "list")

    def _cliffs(self) -> tuple[QWidget, View]:
        from rare_gui.app.calendar_saving import ask_and_save
        from rare_gui.panels.cliffs.board import CliffBoard
        from rare_gui.scenes.cliffs.scene import cliffs_scene

        panel = CliffBoard(self._rooms.window.theme)

        panel.calendar_asked.connect(lambda asked: ask_and_save(self._rooms, panel, asked))
        panel.filters_asked.connect(lambda wanted: self._session.select(**asdict(wanted)))
        panel.material_picked.connect(lambda material: self._session.select(material=material))
        panel.day_opened.connect(
            lambda day: self._session.select(as_of=calendar_day(day), view="timeline")
        )
        return panel, View(panel, cliffs_scene, "cliffs")

    def _changes(self) -> tuple[QWidget, View]:
        from rare_gui.panels.changes.panel import ChangesPanel
        from rare_gui.scenes.changes.scene import changes_scene

        select = self._session.select
        panel = ChangesPanel(read_typed_day, self._rooms.window.theme)
        panel.earlier_day_typed.connect(lambda day: select(compared_to=day))
        panel.later_day_typed.connect(lambda day: select(as_of=day))
        panel.as_known_picked.connect(lambda on: select(as_known=on))
        panel.only_material_picked.connect(lambda on: select(only_material=on))
        panel.material_picked.connect(lambda material: select(material=material))
        panel.measure_picked.connect(self._gestures.tell_measure)
        return panel, View(
            panel,
            lambda dataset, selection: changes_scene(
                dataset,
                selection,
                as_known=selection.as_known,
                only_material=selection.only_material,
            ),
            "changes",
        )

    def _whatif(self) -> tuple[QWidget, View]:
        from rare_gui.panels.scenario.panel import ScenarioPanel
        from rare_gui.scenes.scenario import scenario_scene

        session, keeping = self._session, self._keeping
        panel = ScenarioPanel(self._rooms.window.theme)
        panel.change_added.connect(self._suppose)
        panel.change_removed.connect(
            lambda place: session.select(scenario=self._supposed().without_line(place).to_text())
        )
        panel.saved.connect(
            lambda name: keeping.save_scenario(replace(self._supposed(), name=name))
        )
        panel.opened.connect(self._open_scenario)
        panel.compare_asked.connect(lambda: session.select(view="timeline"))
        panel.reset_asked.connect(lambda: session.select(scenario=None))
        return panel, View(
            panel,
            lambda dataset, selection: scenario_scene(
                session.base,
                selection,
                session.scenario,
                keeping.scenario_names(),
                None if session.scenario_fault else dataset,
            ),
            "whatif",
        )

    def _parts(self) -> tuple[QWidget, View]:
        from rare_gui.app.parts_room import PartsRoom

        self._parts_room = PartsRoom(self._rooms, self._keeping.folder)
        return self._parts_room.page()

    def _ledger(self) -> tuple[QWidget, View]:
        from rare_gui.panels.ledger.page import LedgerPage
        from rare_gui.scenes.ledger.scene import ledger_scene
        from rare_gui.scenes.ledger.timeline import ledger_timeline

        session, panel = self._session, LedgerPage(self._rooms.window.theme)

        def show_timeline(promise: str) -> None:
            session.look(ledger_timeline(session.dataset, session.selection, promise))

        panel.filters_asked.connect(lambda wanted: session.select(**asdict(wanted)))
        panel.measures_asked.connect(show_timeline)
        panel.flows_asked.connect(show_timeline)
        panel.source_picked.connect(self._gestures.tell_source)
        panel.evidence_asked.connect(self._gestures.ask_evidence)
        panel.note_asked.connect(lambda _promise: self._gestures.add_note())
        return panel, View(panel, ledger_scene, "ledger")

    def _projects(self) -> tuple[QWidget, View]:
        from rare_gui.panels.projects.page import ProjectsPage
        from rare_gui.scenes.projects import projects_scene

        panel = ProjectsPage(self._rooms.window.theme)
        panel.filters_asked.connect(lambda wanted: self._session.select(**asdict(wanted)))
        panel.source_picked.connect(self._gestures.tell_source)
        panel.evidence_asked.connect(self._gestures.ask_evidence)
        return panel, View(panel, projects_scene, "projects")

    def _open_scenario(self, name: str) -> None:
        """Suppose a saved what-if, and size losses by the case saved with it."""
        session = self._session
        supposed = self._keeping.find(name, session.base)
        case = self._keeping.find_case(name, session.base)
        session.select(
            scenario=supposed.to_text() if supposed.changes else None,
            impact=case.to_text() if case is not None else None,
        )

    def _suppose(self, line: Assumption) -> None:
        self._session.select(scenario=self._supposed().with_line(line).to_text())

    def _supposed(self) -> Scenario:
        from rare_gui.scenes.scenario import NEW_NAME

        return self._session.scenario or Scenario(NEW_NAME)
