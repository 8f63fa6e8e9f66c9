"""The timeline that belongs to a promise: which material and window to look at.

Not for drawing it: the answer is a Selection.
"""

from __future__ import annotations

from dataclasses import replace

from rare_gui.domain.commitment_records import promises
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.selection import Selection


def ledger_timeline(dataset: Dataset, selection: Selection, commitment: str) -> Selection:
    """The selection on the timeline, with a material that the promise names.

    The selected material stays if the promise names it or a group of it;
    else it is the first that is named, or the first member of a group that is. All lanes are shown,
    since a promise speaks of listings too. An unknown promise changes the view alone.
    """
    shown = replace(selection, view="timeline", all_lanes=True)
    promise = next((one for one in promises(dataset) if one.id == commitment), None)
    if promise is None or not promise.materials:
        return shown
    law = dataset.law
    if law.names(selection.material).intersection(promise.materials):
        return shown
    known = dataset.material_names
    for name in promise.materials:
        if name in known:
            return replace(shown, material=name, form=None)
        members = [material for material in known if name in law.names(material)]
        if members:
            return replace(shown, material=members[0], form=None)
    return shown
