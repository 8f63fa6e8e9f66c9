"""The one table of what can be asked for: titles, keys, menus, and when each is open.

Menus, toolbar, palette and the help of keys are made from it. Not for doing anything: what a
command does is bound to its id (`app.commands`). Keys that a panel takes by itself are listed in
`app.panel_keys`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rare_gui.app.dressing import CHOICES

if TYPE_CHECKING:
    from rare_gui.app.session import Session

    Condition = Callable[[Session | None], bool]
    """Whether something holds of what is looked at; None before there are data."""

WINDOW = "window"
"""The scope of keys that act wherever the focus is."""
MENUS = ("File", "View", "Go", "Time", "Material", "Help")


def always(_session: Session | None) -> bool:
    """Open also before there are data."""
    return True


def furnished(session: Session | None) -> bool:
    """Open as soon as there are data."""
    return session is not None


@dataclass(frozen=True, slots=True)
class Action:
    """Something that the user can ask for.

    `keys` are Qt's portable texts, the first one is shown. `menu` is one of MENUS; `block` counts
    the parts of a menu between separators. In another `scope` than WINDOW keys act only while the
    focus is in what is named so. `checked_when` makes it a switch. `tip` says more than the title
    can.
    """

    id: str
    title: str
    menu: str = ""
    keys: tuple[str, ...] = ()
    block: int = 0
    tip: str = ""
    scope: str = WINDOW
    enabled_when: Condition = furnished
    checked_when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the window's middle: its name in Selection.view, its words and its key."""

    view: str
    title: str
    tip: str
    keys: tuple[str, ...] = ()


PAGES = (
    Page("timeline", "Timeline", "What applied when, drawn on one axis", ("Ctrl+Shift+T",)),
    Page("card", "Card", "All that is known of the material", ("Ctrl+D",)),
    Page("compare", "Compare", "Two to six materials side by side"),
    Page("list", "List", "The same as a list", ("Ctrl+L",)),
    Page("cliffs", "Cliffs", "Dated clauses ahead", ("Ctrl+Shift+K",)),
    Page("changes", "Changes", "What changed between two days", ("Ctrl+Shift+D",)),
    Page("whatif", "What if", "Suppose another law", ("Ctrl+Shift+W",)),
    Page("impact", "Impact", "Which sectors lose how much"),
    Page("parts", "Parts", "Your own list of parts against the restrictions"),
    Page("ledger", "Truce", "Ledger: what the truce promised, and what the records show"),
    Page("projects", "Projects", "Supply that is being built outside China"),
)


def page_action(view: str) -> str:
    """The id of the command that shows a page."""
    return f"view.{view}"


def _shows(view: str) -> Condition:
    return lambda session: session is not None and session.selection.view == view


def _has(name: str) -> Condition:
    """Whether the selection's field of this name is on, or has a value."""
    return lambda session: session is not None and bool(getattr(session.selection, name))


def _can_go_back(session: Session | None) -> bool:
    return session is not None and session.can_go_back


def _can_go_forward(session: Session | None) -> bool:
    return session is not None and session.can_go_forward


ACTIONS: tuple[Action, ...] = (
    Action("file.open", "Open a data package …", "File", ("Ctrl+O",), enabled_when=always),
    Action("file.save_view", "Save this view …", "File", ("Ctrl+Shift+S",), 0,
           "As a small file that opens here again"),
    Action("file.export", "Export a picture …", "File", ("Ctrl+E",), 1),
    Action("file.save_picture", "Save a picture at once", "File", ("Alt+S",), 1,
           "With the last choices, in the last folder, under a new name"),
    Action("file.copy_picture", "Copy the picture", "File", ("Ctrl+Shift+C",), 1,
           "As PNG and SVG, with its figures as a table"),
    Action("file.quit", "Quit", "File", ("Ctrl+Q",), 2, enabled_when=always),
    *(
        Action(page_action(page.view), page.title, "View", page.keys, 0, page.tip,
               checked_when=_shows(page.view))
        for page in PAGES
    ),
    Action("view.all_lanes", "Every lane", "View", (), 1,
           "Also the measures that do not touch the material", checked_when=_has("all_lanes")),
    Action("view.tonnes", "Exports in tonnes", "View", ("Ctrl+U",), 1,
           checked_when=_has("tonnes")),
    Action("view.ghosts", "Later facts shown faintly", "View", ("Ctrl+G",), 1,
           "What became known after the known-on day", checked_when=_has("ghosts")),
    Action("view.weights", "Your own weights …", "View", (), 1,
           "A score of risk by weights that you set on the published figures"),
    Action("view.left", "Left pane", "View", ("Ctrl+B",), 2, enabled_when=always),
    Action("view.right", "Right pane", "View", ("Ctrl+J",), 2, enabled_when=always),
    Action("view.theme", "Light or dark", "View", ("Ctrl+Shift+L",), 2, enabled_when=always),
    Action("view.still", "Less motion", "View", (), 2,
           "Playing jumps from day to day, and menus open at once", enabled_when=always),
    *(Action(f"view.theme_{name or 'system'}", f"Theme: {words.lower()}", "View", (), 2,
             enabled_when=always) for name, words in CHOICES),
    Action("view.larger", "Everything larger", "View", ("Ctrl++",), 3,
           "From the next start on", enabled_when=always),
    Action("view.smaller", "Everything smaller", "View", ("Ctrl+-",), 3,
           "From the next start on", enabled_when=always),
    Action("view.usual_size", "Usual size", "View", ("Ctrl+0",), 3,
           "From the next start on", enabled_when=always),
    Action("go.undo", "Undo the last change of view", "Go", ("Ctrl+Z",),
           enabled_when=_can_go_back),
    Action("go.redo", "Redo it", "Go", ("Ctrl+Y", "Ctrl+Shift+Z"), enabled_when=_can_go_forward),
    Action("go.back", "Back to the view before", "Go", ("Alt+Left",), enabled_when=_can_go_back),
    Action("go.forward", "Forward", "Go", ("Alt+Right",), enabled_when=_can_go_forward),
    Action("go.find", "Find a material, measure or command", "Go", ("Ctrl+K",), 1),
    Action("go.filter", "Filter the list", "Go", ("Ctrl+F",), 1),
    Action("go.materials", "To the materials", "Go", ("Ctrl+1",), 2),
    Action("go.page", "To the page in the middle", "Go", ("Ctrl+2",), 2),
    Action("go.right", "To the right pane", "Go", ("Ctrl+3",), 2),
    Action("go.next_pane", "To the next pane", "Go", ("F6",), 2),
    Action("go.previous_pane", "To the pane before", "Go", ("Shift+F6",), 2),
    Action("go.menu", "Open the menu", keys=("F10",), enabled_when=always),
    Action("go.escape", "Close the evidence, or return to today", keys=("Esc",)),
    Action("time.day", "Choose the day …", "Time", (), 0, "The day whose law is shown"),
    Action("time.today", "Return to today", "Time", (), 0,
           "With all that is known, and the law as it is"),
    Action("time.previous_event", "Previous event", "Time", (), 1),
    Action("time.next_event", "Next event", "Time", (), 1),
    Action("time.previous_change", "Previous change of the material", "Time", (), 1),
    Action("time.next_change", "Next change of the material", "Time", (), 1),
    Action("time.known", "Choose the known-on day …", "Time", (), 2,
           "Count only what was public by a day"),
    Action("time.known_earlier", "Known one day earlier", "Time", ("Ctrl+Left",), 2),
    Action("time.known_later", "Known one day later", "Time", ("Ctrl+Right",), 2),
    Action("time.known_all", "All that is known", "Time", (), 2),
    Action("time.range_1y", "Show one year", "Time", (), 3),
    Action("time.range_truce", "Show the truce", "Time", (), 3),
    Action("time.range_3y", "Show three years", "Time", (), 3),
    Action("time.range_all", "Show the whole time", "Time", (), 3),
    Action("time.compare", "Compare the day with today", "Time", (), 4),
    Action("time.since_export", "What changed since the last export", "Time", (), 4),
    Action("material.watch", "Watch, or no longer", "Material", ("Ctrl+W",)),
    Action("material.compare", "Compare, or no longer", "Material"),
    Action("material.evidence", "Evidence for what applies", "Material"),
    Action("material.note", "Write a note", "Material", ("Ctrl+N",), 1),
    Action("material.destination", "Choose the destination …", "Material", (), 2),
    Action("help.guide", "Help topics", "Help", ("Shift+F1",)),
    Action("help.how_to_read", "How to read this window", "Help", ("Ctrl+F1",), 0,
           "Notes over each part of the window"),
    Action("help.keys", "Keys", "Help", ("F1", "?"), enabled_when=always),
    Action("help.first_run", "First page", "Help", (), 1,
           "What the program answers, and three things to try"),
    Action("help.notes", "Open points about the data", "Help", (), 1),
    Action("help.about", "About rare_gui", "Help", (), 2,
           "Version, data, licences and sources"),
)  # fmt: skip
"""Every command of the window, in the order of the menus."""

BY_ID = {action.id: action for action in ACTIONS}
