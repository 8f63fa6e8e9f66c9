"""`--scenario NAME|FILE` of every sub-command: the dataset under a what-if.

Not for what a scenario does: `domain.scenario`.
"""

from __future__ import annotations

from pathlib import Path

from rare_gui.cli.failures import Failed, WrongArguments
from rare_gui.domain.dataset import Dataset


def scenario_dataset(dataset: Dataset, text: str | None, folder: Path | None = None) -> Dataset:
    """The dataset under the scenario that `text` means; the same one for None.

    `text` is a built-in name, a name saved in `folder`, a file, or a scenario's one-line text.
    Raises WrongArguments for an unknown name, Failed for one that cannot be read or meant.
    """
    if text is None:
        return dataset
    from rare_gui.domain.assumptions import ScenarioError
    from rare_gui.intake.scenarios import UnknownScenario, find_scenario

    try:
        return find_scenario(text, dataset, folder).apply(dataset)
    except UnknownScenario as error:
        raise WrongArguments(str(error)) from None
    except ScenarioError as error:
        raise Failed(f"the scenario cannot be used: {error}") from None
