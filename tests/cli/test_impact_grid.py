"""`rare-gui impact --grid`: kept part by part, gone on with, and never mixed with another run."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rare_gui.cli.failures import Failed
from rare_gui.cli.impact_grid import GridRun, asked_grid, run_grid
from rare_gui.domain.dataset import Dataset
from tests.cli.conftest import Ask

FEW = ("impact", "--grid", "--material", "gallium,antimony", "--form", "metal,oxide")
DRAWS = ("--draws", "5")


def manifest(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return found


def parts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.npz")}


def test_that_each_part_is_a_file_and_the_manifest_tells_all(ask: Ask, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "grid"
    answer = ask(*FEW, *DRAWS, "-o", folder, "--jobs", 1, "--json")
    assert answer.code == 0, answer.err
    told = json.loads(answer.out)
    assert (told["cells"], told["cells_sized"], told["cells_computed"]) == (320, 240, 240)
    assert told["milliseconds_per_cell"] > 0
    found = manifest(folder)
    assert found["run"]["draws"] == 5
    assert found["run"]["cuts"][-1] == 1.0
    for part in found["parts"]:
        if "file" not in part:
            assert part["not_sized"]
            continue
        with np.load(folder / part["file"], allow_pickle=False) as arrays:
            assert arrays["value_added"].shape == (10, 8, len(found["sectors"]), 3)
            assert arrays["total"].shape == arrays["output"].shape == (10, 8, 3)
            assert arrays["total"][-1, -1, 1] > 0
    gaps = {(one["material"], one["form"]) for one in found["parts"] if "not_sized" in one}
    assert gaps == {("gallium", "oxide")}


def test_that_progress_and_cost_are_told_on_stderr(ask: Ask, tmp_path: Path) -> None:
    answer = ask(*FEW, *DRAWS, "-o", tmp_path, "--jobs", 1)
    lines = answer.err.splitlines()
    assert lines[0].endswith("80 cannot be sized, 0 are done, 240 are left")
    assert len(lines) == 4
    assert lines[-1].startswith("240 of 240 cells")
    assert "ms per cell" in lines[-1]
    assert "80 not sized (unknown, not zero)" in answer.out


def test_that_processes_give_the_same_files_as_one(ask: Ask, tmp_path: Path) -> None:
    for jobs in (1, 2):
        run = [*FEW, *DRAWS, "-o", str(tmp_path / str(jobs)), "--jobs", str(jobs)]
        subprocess.run([sys.executable, "-m", "rare_gui", *run], check=True, capture_output=True)
    assert len(parts(tmp_path / "1")) == 3
    assert parts(tmp_path / "1") == parts(tmp_path / "2")


def test_that_a_run_goes_on_where_it_was(ask: Ask, tmp_path: Path) -> None:
    ask(*FEW, *DRAWS, "-o", tmp_path, "--jobs", 1)
    whole = parts(tmp_path)
    (tmp_path / "antimony.metal.npz").unlink()
    (tmp_path / "gallium.metal.npz").write_bytes(b"")  # as a full disk may leave it
    kept = (tmp_path / "antimony.oxide.npz").stat().st_mtime_ns
    answer = ask(*FEW, *DRAWS, "-o", tmp_path, "--jobs", 1, "--json")
    assert json.loads(answer.out)["cells_computed"] == 160
    assert parts(tmp_path) == whole
    assert (tmp_path / "antimony.oxide.npz").stat().st_mtime_ns == kept


def test_that_a_killed_run_leaves_whole_parts_only(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "rare_gui", *FEW, *DRAWS, "-o", str(tmp_path), "--jobs", "2"]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as run:
        assert run.stderr is not None
        assert any(" of 240 cells" in line for line in run.stderr)  # reads no further than that
        os.killpg(run.pid, signal.SIGKILL)
    assert manifest(tmp_path)["run"]["draws"] == 5
    for name in parts(tmp_path):
        with np.load(tmp_path / name) as arrays:
            assert (arrays["total"][-1, -1] > 0).all()
    again = subprocess.run(command, check=True, capture_output=True, text=True)
    assert ", 0 are done" not in again.stderr
    assert len(parts(tmp_path)) == 3


def test_that_nothing_is_computed_twice_unless_asked(ask: Ask, tmp_path: Path) -> None:
    def computed(*more: str) -> int:
        answer = ask(*FEW, *DRAWS, "-o", tmp_path, "--jobs", 1, "--json", *more)
        return int(json.loads(answer.out)["cells_computed"])

    assert [computed(), computed(), computed("--no-resume")] == [240, 0, 240]


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (("--draws", "6"), "draws 5 and not 6"),
        ((*DRAWS, "--seed", "2"), "seed 1 and not 2"),
        ((*DRAWS, "--scope", "world"), "scope destination and not world"),
        ((*DRAWS, "--form", "metal"), "forms 2"),
    ],
)
def test_that_another_run_is_refused(
    ask: Ask, tmp_path: Path, other: tuple[str, ...], why: str
) -> None:
    ask(*FEW, *DRAWS, "-o", tmp_path, "--jobs", 1)
    before = parts(tmp_path)
    answer = ask(*FEW, *other, "-o", tmp_path)
    assert answer.code == 2
    assert "holds another run" in answer.err
    assert why in answer.err
    assert parts(tmp_path) == before


def test_that_other_data_are_refused(dataset: Dataset, tmp_path: Path) -> None:
    from dataclasses import replace

    from rare_gui.cli.failures import WrongArguments

    grid = asked_grid(dataset, {"material": "indium"}, destination="US", draws=2, seed=1)
    run_grid(dataset, grid, GridRun(tmp_path, jobs=1), tell=lambda _: None)
    newer = replace(dataset, digest="0" * 64)
    with pytest.raises(WrongArguments, match="digest"):
        run_grid(newer, grid, GridRun(tmp_path, jobs=1), tell=lambda _: None)


def test_that_a_manifest_that_cannot_be_read_is_told(dataset: Dataset, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("[1", encoding="utf-8")
    grid = asked_grid(dataset, {"material": "indium"}, destination="US", draws=2, seed=1)
    with pytest.raises(Failed, match="cannot be read"):
        run_grid(dataset, grid, GridRun(tmp_path), tell=lambda _: None)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--grid", "--weeks", "8"), "so no --weeks"),
        (("--grid", "--cut", "0.5"), "so no --cut"),
        (("--grid", "--scenario", "full-stop"), "takes no --scenario"),
        (("--grid", "--as-of", "2026-01-01"), "takes no --as-of"),
        (("--grid", "--draws", "1"), "1 draws make no grid"),
        (("--grid", "--jobs", "0"), "0 jobs cannot be"),
        (("--grid", "--scope", "moon"), "unknown scope"),
        (("--grid", "--form", "alloy"), "has none of these forms"),
        (("--scenario", "full-stop", "--jobs", "2"), "--jobs goes with --grid"),
        (("--scenario", "full-stop", "-o", "x"), "--output goes with --grid"),
    ],
)
def test_that_what_a_grid_cannot_take_is_told_in_one_line(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = ask("impact", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert why in answer.err
    assert not list(tmp_path.glob("*/*.npz"))
