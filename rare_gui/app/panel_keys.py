"""Keys that a panel takes by itself while the focus is in it: listed for the help of keys.

Not for the window's own keys (`app.actions`). A panel's key goes before the window's: the panel
claims it (QEvent.ShortcutOverride), or its own act is bound to the window's command
(`Commands.on` with `within`).
"""

from __future__ import annotations

from rare_gui.app.actions import Action

SCOPES = {
    "browser": "Materials",
    "header": "Head of a material",
    "timeline": "Timeline",
    "card": "Card",
    "compare": "Compare",
    "list": "List",
    "cliffs": "Cliffs",
    "impact": "Impact",
    "parts": "Parts",
    "ledger": "Truce",
    "projects": "Projects",
    "evidence": "Evidence",
    "note": "Note",
}
"""Scopes by their names in the help, in its order."""

_KEYS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "browser": (
        ("Show the timeline", ("Return",)),
        ("Fold a group, or open it", ("Left", "Right")),
        ("Compare, or no longer", ("Ctrl+Space",)),
        ("Evidence for the risk figure", ("E",)),
        ("Compare the next ones too", ("Shift+Up", "Shift+Down")),
    ),
    "header": (
        ("Evidence for the figure or the chip", ("Return", "E")),
        ("To another chip", ("Left", "Right")),
    ),
    "timeline": (
        ("Play, or stop", ("Space",)),
        ("A step earlier, or later", ("Left", "Right")),
        ("Ten steps at once", ("Shift+Left", "Shift+Right")),
        ("Previous or next change of the material", ("[", "]")),
        ("Closer, or further away", ("+", "-")),
        ("Fit the truce", ("0",)),
        ("A page earlier, or later", ("PgUp", "PgDown")),
        ("To the beginning, or the end", ("Home", "End")),
        ("More lanes", ("Up", "Down")),
        ("Crosshair", ("X",)),
        ("Fold the panes below, or open them", ("P",)),
    ),
    "card": (
        ("Evidence for the figure", ("Return", "E")),
        ("To another figure of the chart", ("Left", "Right")),
    ),
    "compare": (
        ("Open the material's timeline", ("Return",)),
        ("Evidence for the figure", ("E",)),
        ("Move the column", ("Alt+Left", "Alt+Right")),
        ("Take the column out", ("Del",)),
        ("Swap rows and columns", ("T",)),
        ("Copy the table", ("Ctrl+C",)),
    ),
    "list": (
        ("Evidence for the row", ("Return",)),
        ("Sort by the column", ("Alt+Up", "Alt+Down")),
    ),
    "cliffs": (
        ("Show the day on the timeline", ("Return",)),
        ("Show the detail, or hide it", ("Space",)),
        ("Write a calendar file", ("Ctrl+I",)),
    ),
    "impact": (
        ("To the next block, or the one before", ("F6", "Shift+F6")),
        ("Save the what-if", ("Ctrl+S",)),
        ("Put the assumption back", ("Del", "Ctrl+0")),
    ),
    "parts": (
        ("Open a list of parts", ("Ctrl+O",)),
        ("Paste a list of parts", ("Ctrl+V",)),
        ("Next line to settle", ("F8",)),
        ("What a column holds", ("Alt+Down",)),
        ("Candidates of the line", ("Return",)),
    ),
    "ledger": (
        ("Show the detail", ("Return",)),
        ("Evidence on the promise", ("E",)),
        ("Write a note", ("N",)),
        ("One verdict alone, or all", ("1", "2", "3", "4")),
    ),
    "projects": (
        ("Show the detail", ("Return",)),
        ("Evidence on the project", ("E",)),
        ("Sort by the column", ("S",)),
    ),
    "evidence": (
        ("Close", ("Esc",)),
        ("Back, or forward", ("Alt+Left", "Alt+Right")),
        ("Copy the citation", ("Ctrl+C",)),
    ),
    "note": (("Save", ("Ctrl+Return", "Ctrl+Enter")), ("Close without saving", ("Esc",))),
}

PANEL_KEYS: tuple[Action, ...] = tuple(
    Action(f"{scope}.{number}", title, keys=keys, scope=scope)
    for scope, lines in _KEYS.items()
    for number, (title, keys) in enumerate(lines)
)
