"""The same sources give the same bytes, whatever the hash seed, the order of the articles, the number of workers."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

SAMPLES = (
    "ar/asmara-visit.txt",
    "ar/pope-iraq-announced.txt",
    "ar/pope-sistani.txt",
    "en/pope-baghdad.txt",
    "en/isaias-addis-visit.txt",
    "en/sharaa-white-house.txt",
)


def _build(paths: list[Path], out: Path, *, seed: str, workers: str) -> dict[str, str]:
    command = [
        sys.executable,
        "-c",
        "from kg.cli import main; main()",
        "-q",
        "build",
        *map(str, paths),
        "--out",
        str(out),
    ]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run([*command, "--workers", workers], env=environment, check=True)
    files = [p for p in sorted(out.rglob("*")) if p.is_file() and ".cache" not in p.parts]
    return {str(p.relative_to(out)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_two_builds_are_equal(tmp_path: Path) -> None:
    sources = Path(__file__).parents[2] / "sources"
    paths = [sources / name for name in SAMPLES]
    first = _build(paths, tmp_path / "a", seed="1", workers="1")
    second = _build(paths[::-1], tmp_path / "b", seed="2", workers="2")
    assert {"graph.nq", "graph.ttl", "graph.trig", "graph.jsonld", "graph.html", "events.csv"} <= first.keys()
    assert first == second
