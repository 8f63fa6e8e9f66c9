"""How an answer says that it holds under a what-if, not under the law of the day.

Not for reading what-ifs (`cli.scenario`).
"""

from __future__ import annotations

from rare_gui.domain.dataset import Dataset


def supposed_key(dataset: Dataset) -> dict[str, str]:
    """The `scenario` of an answer in JSON, its name; nothing under today's law."""
    return {"scenario": dataset.scenario} if dataset.scenario else {}


def say_supposed(scenario: str | None) -> None:
    """Print the title of an answer under a what-if; nothing under today's law (empty or None)."""
    if scenario:
        from rare_gui.scenes.scenario import text_words  # only then: `status` has to be quick

        print(f"{text_words(scenario)}; not the law of the day.")
