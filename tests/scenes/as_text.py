"""Scenes written as text, so that a change of what is shown can be read line by line.

Run with RARE_GUI_APPROVE=1 to write the snapshots anew; then read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

from rare_gui.scenes.header import HeaderScene
from rare_gui.scenes.impact.exposure import ExposureScene
from rare_gui.scenes.materials.parts import MaterialsScene
from rare_gui.scenes.palette import Chip
from rare_gui.scenes.time import calendar_day
from rare_gui.scenes.timeline.parts import Missing, Pane, TimelineScene

SNAPSHOTS = Path(__file__).parent / "snapshots"


def compare(name: str, lines: list[str]) -> None:
    """Compare with the approved text of that name."""
    path = SNAPSHOTS / f"{name}.txt"
    text = "\n".join(lines) + "\n"
    if os.environ.get("RARE_GUI_APPROVE"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def chip_text(chip: Chip) -> str:
    """E.g. "L", "S'" with a paused rule beneath, "o." free under a condition, "L?" past."""
    letter = chip.letter or {"ring": "o", "dash": "-"}.get(chip.shape, chip.shape[0])
    marks = (("?", chip.past), ("'", chip.corner), (".", chip.condition), ("~", chip.quiet))
    return letter + "".join(mark for mark, shown in marks if shown)


def materials_text(scene: MaterialsScene) -> list[str]:
    """One line a row: chips, days, and whether there is a sparkline."""
    lines = []
    for group in scene.groups:
        shared = " ".join(f"{chip_text(c) if c else '':4}" for c in group.chips)
        lines.append(f"{group.name:24}{shared} ({len(group.rows)})")
        for row in group.rows:
            chips = " ".join(f"{chip_text(c):4}" for c in row.chips)
            mark = "*" if row.days_urgent else ""
            spark = f"{len(row.spark.points)} months {row.spark.role}" if row.spark else ""
            lines.append(f"  {row.name:22}{chips} {row.days:>5}{mark:1} {spark}".rstrip())
    return lines


def header_text(scene: HeaderScene) -> list[str]:
    """Title, sentence, figures, chips, conditions, sources."""
    return [
        f"{scene.title} | {scene.subtitle}",
        f"**{scene.lead}**{scene.rest} {list(scene.marks)}",
        *(
            f"{f.value}{' e' if f.estimated else ''} | {f.caption} {list(f.marks)}"
            for f in scene.figures
        ),
        " ".join(f"{chip_text(c)}:{words}" for c, words in scene.chips),
        *(f"condition {chip_text(c)}: {words}" for c, words in scene.conditions),
        *(f"[{n}] {s.citation}" for n, s in enumerate(scene.sources, 1)),
    ]


def timeline_text(scene: TimelineScene) -> list[str]:
    """Lanes with their bars, truce, panes; a bar is "from-to fill: longest label"."""
    lines = [
        f"{scene.title} | {scene.subtitle} | {scene.as_of_label}",
        f"window {_day(scene.window[0])} to {_day(scene.window[1])}; {scene.data_end_label}",
        f"lanes {scene.lanes_shown} of {scene.lanes_total}; {len(scene.events)} events",
    ]
    for step in scene.truce:
        kind = "statement" if step.by_statement else "text"
        lines.append(f"truce {_day(step.start)} to {_day(step.end)} by {kind}: {step.labels[0]}")
    for group in scene.groups:
        lines.append(f"{group.name} ({group.summary})")
        for lane in group.lanes:
            lines.append(f"  {'>' if lane.binding else ' '} {lane.name}")
            for bar in lane.bars:
                marks = " partial" * bar.partial + " scheduled" * bar.scheduled
                soft = f" soft to {_day(bar.soft_until)}" if bar.soft_until else ""
                end = _day(bar.end) if bar.end is not None else "open"
                label = bar.labels[0] if bar.labels else ""
                lines.append(f"      {_day(bar.start)} {end} {bar.fill}{marks}{soft}: {label}")
    return [*lines, *(_pane_text(pane, scene.missing_in(pane)) for pane in scene.panes)]


def _pane_text(pane: Pane, absent: tuple[Missing, ...]) -> str:
    points = [len(line.points) for line in pane.lines]
    missing = [stretch.label for stretch in absent]
    return (
        f"{pane.title} ({pane.unit}): {len(pane.columns)} columns, {len(pane.hollow)} hollow, "
        f"{points} points, {len(pane.marks)} marks, missing {missing} {pane.message}".rstrip()
    )


def exposure_text(scene: ExposureScene) -> list[str]:
    """Sectors with dependence and routes, the path, the notes."""
    lines = [scene.lead, scene.unknown]
    for sector in scene.sectors:
        routes = ", ".join(f"{r.form} {r.mid:g}" for r in sector.routes)
        lines.append(f"  {sector.name} {sector.dependence} {sector.dependence_class}: {routes}")
    nodes = " -> ".join(f"{n.title} ({n.detail})" for n in scene.nodes)
    lines += [f"{scene.path_title}: {nodes}", *(f"{x.label} ({x.evidence})" for x in scene.links)]
    return [*lines, *(f"note {n.lead} {n.text}" for n in scene.notes)]


def _day(number: int) -> str:
    return calendar_day(number).isoformat()
