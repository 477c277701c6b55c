"""The hook for pre-commit and the example of a workflow do what they say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import yaml

from tests.profiles import ROOT
from tests.stored_releases import profile_of

SAMPLE = profile_of("1.0.0")


def test_the_hook_takes_profiles_and_nothing_else() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    names = (
        "output/json/a-v1.json", "xml/a-v1.xml", "output/json/a-v1.trace.json",
        "output/report.json", "output/case/a-v1.json", "package.json",
    )  # fmt: skip

    taken = [
        name
        for name in names
        if re.search(hook["files"], name) and not re.search(hook["exclude"], name)
    ]

    assert taken == ["output/json/a-v1.json", "xml/a-v1.xml"]


def test_the_hook_passes_a_valid_profile_and_stops_a_damaged_one(tmp_path: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    program, *arguments = hook["entry"].split()
    assert program == "bcp"
    damaged = tmp_path / "profile.json"
    damaged.write_text(SAMPLE.read_text("utf-8").replace('"name"', '"naam"', 1), "utf-8")
    command = [sys.executable, "-m", "pipeline", *arguments]

    for path, code in ((SAMPLE, 0), (damaged, 1)):
        done = subprocess.run([*command, str(path)], capture_output=True, check=False, cwd=ROOT)

        assert done.returncode == code


def test_the_example_of_a_workflow_calls_targets_that_exist() -> None:
    plain = yaml.safe_load((ROOT / ".github" / "workflows" / "profiles.yml").read_text())
    steps = [step["run"] for step in plain["jobs"]["convert"]["steps"] if "run" in step]
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M)

    assert steps
    assert {line.split()[1] for line in steps} <= set(targets)
