"""On what a mark rests is told aside."""

from __future__ import annotations

from rare_gui.scenes.spoken_lines import basis_line, parted, sources_line


def test_that_basis_and_sources_are_told_aside_wherever_they_stand() -> None:
    lines = ("Exports, June 2025", basis_line("published"), sources_line(["a", "b"]), "revised")
    assert parted("\n".join(lines)) == (
        "Exports, June 2025; revised",
        "basis: published; sources: a, b",
    )


def test_that_a_line_that_merely_names_a_source_is_said() -> None:
    words = "also: 9 of 10 (sources: a)"
    assert parted(words) == (words, "")
