"""What a line of a parts list that was not recognised says of its CAS number."""

from __future__ import annotations

from datetime import date

import pytest

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.parts.check import Question, check_parts
from rare_gui.domain.parts.line import PartLine
from rare_gui.scenes.parts.words import doubt_words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (PartLine(1, cas="1308-87-8"), "; CAS number 1308-87-8 is not in these data"),
        (PartLine(1, material="1308-87-8"), "; CAS number 1308-87-8 is not in these data"),
        (PartLine(1, cas="7440-55-9"), "; the check digit of CAS number 7440-55-9 is wrong"),
        (PartLine(1, material="as drawn 2024-10-5"), ""),
        (PartLine(1, material="bracket"), ""),
    ],
)
def test_that_a_number_that_does_not_help_is_told_with_its_reason(
    dataset: Dataset, line: PartLine, words: str
) -> None:
    (checked,) = check_parts(dataset, [line], Question(date(2026, 11, 23)))
    assert doubt_words(dataset, checked) == f"no material recognised{words}"
