"""The ONNX graphs of the pack, opened once a process, run in float32."""

import os
from functools import cache
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from kg.errors import PackError

Floats = npt.NDArray[np.float32]

THREADS = "HADATH_THREADS"
"""The environment variable that says how many threads the graphs of a process use; processes of a pool get one."""


def threads() -> int:
    """How many threads a graph opened now uses: what `THREADS` says, else every core up to four."""
    said = os.environ.get(THREADS, "")
    return int(said) if said.isdecimal() and int(said) else min(4, os.cpu_count() or 1)


class Graph:
    """One graph; calling it gives its outputs by name."""

    def __init__(self, path: Path) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads()
        options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # graphs wait for each other in turn
        try:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime raises classes of its own, without a common base
            raise PackError(f"the model cannot be opened: {error}", where=str(path), advice="install again") from error
        self._outputs = [output.name for output in self._session.get_outputs()]

    def __call__(self, **inputs: npt.NDArray[Any]) -> dict[str, Floats]:
        """The outputs for the inputs."""
        return dict(zip(self._outputs, cast("list[Floats]", self._session.run(None, inputs)), strict=True))


@cache
def graph(path: Path) -> Graph:
    """The graph in a file."""
    return Graph(path)
