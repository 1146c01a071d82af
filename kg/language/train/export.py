"""Writes a trained model as ONNX graphs: encoder, heads, relations of chosen arcs, lemmas of a language.

Matrices are stored in eight bits a weight, one scale an output channel, and widened to float32 when the graphs are
opened; everything is computed in float32.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 20
Floats = npt.NDArray[np.float32]
Parameters = Mapping[str, Floats]


class Graph:
    """An ONNX graph under construction; each method adds a node and gives the name of its output."""

    def __init__(self, name: str, inputs: Mapping[str, tuple[int, Sequence[str | int]]]) -> None:
        self._name = name
        self._inputs = [helper.make_tensor_value_info(n, kind, shape) for n, (kind, shape) in inputs.items()]
        self._nodes: list[onnx.NodeProto] = []
        self._stored: list[onnx.TensorProto] = []

    def node(self, kind: str, *inputs: str, name: str = "", **attributes: object) -> str:
        """Adds a node with one output."""
        output = name or f"{kind}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def constant(self, value: npt.ArrayLike) -> str:
        """Stores a small tensor as it is."""
        name = f"constant_{len(self._stored)}"
        self._stored.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def matrix(self, value: Floats, *, axis: int) -> str:
        """Stores a matrix in eight bits, one scale for each index along `axis`."""
        others = tuple(i for i in range(value.ndim) if i != axis)
        scale = np.abs(value).max(axis=others, keepdims=True).astype(np.float32) / 127
        scale[scale == 0] = 1
        narrow = self.constant(np.round(value / scale).astype(np.int8))
        wide = self.node("Cast", narrow, to=TensorProto.FLOAT)
        return self.node("Mul", wide, self.constant(scale))

    def linear(self, x: str, weight: Floats, bias: Floats, name: str = "") -> str:
        """X · weightᵀ + bias, the weight as PyTorch stores it (out, in)."""
        product = self.node("MatMul", x, self.matrix(np.ascontiguousarray(weight.T), axis=1))
        return self.node("Add", product, self.constant(bias), name=name)

    def norm(self, x: str, weight: Floats, bias: Floats, epsilon: float) -> str:
        """Layer normalisation over the last axis."""
        return self.node("LayerNormalization", x, self.constant(weight), self.constant(bias), epsilon=epsilon)

    def write(self, path: Path, outputs: Mapping[str, Sequence[str | int]]) -> None:
        """Checks the graph and writes it."""
        found = [helper.make_tensor_value_info(n, TensorProto.FLOAT, shape) for n, shape in outputs.items()]
        graph = helper.make_graph(self._nodes, self._name, self._inputs, found, self._stored)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="hadath")
        model.ir_version = 10
        onnx.checker.check_model(model)
        path.write_bytes(model.SerializeToString(deterministic=True))


def write_encoder(path: Path, p: Parameters, *, layers: int, heads: int, epsilon: float) -> None:
    """`pieces` (pieces,) and `pool` (words, pieces) in; `words` (words, hidden) out."""
    pieces = (TensorProto.INT64, ["pieces"])
    graph = Graph("encoder", {"pieces": pieces, "pool": (TensorProto.FLOAT, ["words", "pieces"])})
    hidden = p["norm.weight"].shape[0]
    table = graph.matrix(p["pieces.weight"], axis=0)
    end = graph.node("Shape", "pieces")
    places = graph.node("Slice", graph.matrix(p["positions"], axis=0), graph.constant(np.array([0])), end)
    x = graph.node("Add", graph.node("Gather", table, "pieces"), places)
    x = graph.norm(x, p["norm.weight"], p["norm.bias"], epsilon)
    shares = np.exp(p["mixture"] - p["mixture"].max())
    shares = (shares / shares.sum()).astype(np.float32)
    mixed = graph.node("Mul", x, graph.constant(shares[0]))
    for i in range(layers):
        x = _layer(
            graph,
            x,
            {n.removeprefix(f"layers.{i}."): v for n, v in p.items() if n.startswith(f"layers.{i}.")},
            hidden=hidden,
            heads=heads,
            epsilon=epsilon,
        )
        mixed = graph.node("Add", mixed, graph.node("Mul", x, graph.constant(shares[i + 1])))
    graph.node("MatMul", "pool", mixed, name="vectors")
    graph.write(path, {"vectors": ["words", hidden]})


def _layer(graph: Graph, x: str, p: Parameters, *, hidden: int, heads: int, epsilon: float) -> str:
    both = graph.linear(x, p["attend.weight"], p["attend.bias"])
    apart = graph.node("Reshape", both, graph.constant(np.array([-1, 3, heads, hidden // heads])))
    turned = graph.node("Transpose", apart, perm=[1, 2, 0, 3])  # (3, heads, pieces, width)
    q, k, v = (graph.node("Gather", turned, graph.constant(np.array(i)), axis=0) for i in range(3))
    scale = graph.constant(np.float32((hidden // heads) ** -0.5))
    scores = graph.node("MatMul", graph.node("Mul", q, scale), graph.node("Transpose", k, perm=[0, 2, 1]))
    seen = graph.node("MatMul", graph.node("Softmax", scores, axis=-1), v)
    joined = graph.node("Transpose", seen, perm=[1, 0, 2])
    flat = graph.node("Reshape", joined, graph.constant(np.array([-1, hidden])))
    x = graph.node("Add", x, graph.linear(flat, p["gather.weight"], p["gather.bias"]))
    x = graph.norm(x, p["attend_norm.weight"], p["attend_norm.bias"], epsilon)
    wide = graph.node("Gelu", graph.linear(x, p["widen.weight"], p["widen.bias"]))
    x2 = graph.node("Add", x, graph.linear(wide, p["narrow.weight"], p["narrow.bias"]))
    return graph.norm(x2, p["feed_norm.weight"], p["feed_norm.bias"], epsilon)


def write_heads(path: Path, p: Parameters, hidden: int) -> None:
    """`vectors` (words, hidden) in; the scores of every head out."""
    graph = Graph("heads", {"vectors": (TensorProto.FLOAT, ["words", hidden])})
    outputs: dict[str, list[str | int]] = {}
    for name in ("upos", "start", "features", "entity"):
        weight, bias = p[f"{name}.score.weight"], p[f"{name}.score.bias"]
        graph.linear("vectors", weight, bias, name=name)
        outputs[name] = ["words", len(bias)]
    root = graph.constant(p["parse.root"][None])
    both = graph.node("Concat", root, "vectors", axis=0)

    def view(x: str, part: str, name: str = "") -> str:
        return graph.node("Gelu", graph.linear(x, p[f"parse.{part}.weight"], p[f"parse.{part}.bias"]), name=name)

    head, word = view(both, "arc_head"), view("vectors", "arc_word")
    view(both, "label_head", "label_head")
    view("vectors", "label_word", "label_word")
    product = graph.node("MatMul", word, graph.matrix(np.ascontiguousarray(p["parse.arc"][:-1]), axis=1))
    biased = graph.node("Add", product, graph.constant(p["parse.arc"][-1]))
    graph.node("MatMul", biased, graph.node("Transpose", head, perm=[1, 0]), name="arcs")
    width = p["parse.label_head.bias"].shape[0]
    outputs |= {
        "arcs": ["words", "heads"],
        "label_head": ["heads", width],
        "label_word": ["words", width],
    }
    graph.write(path, outputs)


def write_relations(path: Path, p: Parameters) -> None:
    """`word` and `head` (words, width), the views of each word and of its head, in; `relations` (words, relations)
    out.
    """
    table = p["parse.label"]  # (relations, width + 1, width + 1)
    width = table.shape[1] - 1
    kinds: dict[str, tuple[int, list[str | int]]] = {n: (TensorProto.FLOAT, ["words", width]) for n in ("word", "head")}
    graph = Graph("relations", kinds)
    # word · T_l · head + word · a_l + b_l · head + c_l, the first as one product with all relations side by side
    square = table[:, :-1, :-1].transpose(1, 0, 2).reshape(width, -1)
    spread = graph.node("MatMul", "word", graph.matrix(np.ascontiguousarray(square), axis=1))
    shaped = graph.node("Reshape", spread, graph.constant(np.array([-1, len(table), width])))
    column = graph.node("Unsqueeze", "head", graph.constant(np.array([2])))
    pairs = graph.node("Squeeze", graph.node("MatMul", shaped, column), graph.constant(np.array([2])))
    of_word = graph.node("MatMul", "word", graph.matrix(np.ascontiguousarray(table[:, :-1, -1].T), axis=1))
    of_head = graph.node("MatMul", "head", graph.matrix(np.ascontiguousarray(table[:, -1, :-1].T), axis=1))
    apart = graph.node("Add", graph.node("Add", of_word, of_head), graph.constant(table[:, -1, -1]))
    graph.node("Add", pairs, apart, name="relations")
    graph.write(path, {"relations": ["words", len(table)]})


def write_events(path: Path, p: Parameters, hidden: int) -> None:
    """`vectors` (words, hidden) in; the scores of event types and factuality out, and the views of each word as what
    names an event and as what takes part in one.
    """
    graph = Graph("events", {"vectors": (TensorProto.FLOAT, ["words", hidden])})
    outputs: dict[str, list[str | int]] = {}
    for name in ("event", "factuality"):
        weight, bias = p[f"{name}.score.weight"], p[f"{name}.score.bias"]
        graph.linear("vectors", weight, bias, name=name)
        outputs[name] = ["words", len(bias)]
    for name in ("trigger", "word"):
        view = graph.node("Gelu", graph.linear("vectors", p[f"role.{name}.weight"], p[f"role.{name}.bias"]))
        graph.node("Pad", view, graph.constant(np.array([0, 0, 0, 1])), graph.constant(np.float32(1)), name=name)
        outputs[name] = ["words", p[f"role.{name}.bias"].shape[0] + 1]
    graph.write(path, outputs)


def write_roles(path: Path, p: Parameters) -> None:
    """`trigger` (triggers, width) and `word` (words, width), views with a one at their end, in; `roles` (triggers,
    roles, words) out.
    """
    table = p["role.table"]  # (roles, width, width)
    width = table.shape[1]
    kinds: dict[str, tuple[int, list[str | int]]] = {
        "trigger": (TensorProto.FLOAT, ["triggers", width]),
        "word": (TensorProto.FLOAT, ["words", width]),
    }
    graph = Graph("roles", kinds)
    square = np.ascontiguousarray(table.transpose(1, 0, 2).reshape(width, -1))
    spread = graph.node("MatMul", "trigger", graph.matrix(square, axis=1))
    shaped = graph.node("Reshape", spread, graph.constant(np.array([-1, len(table), width])))
    graph.node("MatMul", shaped, graph.node("Transpose", "word", perm=[1, 0]), name="roles")
    graph.write(path, {"roles": ["triggers", len(table), "words"]})


def write_linear(path: Path, weight: Floats, bias: Floats, name: str) -> None:
    """A graph of one linear layer, `vectors` in and `name` out."""
    graph = Graph(name, {"vectors": (TensorProto.FLOAT, ["rows", weight.shape[1]])})
    graph.linear("vectors", weight, bias, name=name)
    graph.write(path, {name: ["rows", len(bias)]})


def write_model(out: Path, state: Parameters, *, heads: int, epsilon: float) -> None:
    """Writes every graph into a folder."""
    encoder = {n.removeprefix("encoder."): v for n, v in state.items() if n.startswith("encoder.")}
    tasks = {n.removeprefix("tasks."): v for n, v in state.items() if n.startswith("tasks.")}
    layers = encoder["mixture"].shape[0] - 1
    write_encoder(out / "encoder.onnx", encoder, layers=layers, heads=heads, epsilon=epsilon)
    hidden = encoder["norm.weight"].shape[0]
    write_heads(out / "heads.onnx", tasks, hidden)
    write_relations(out / "relations.onnx", tasks)
    write_events(out / "events.onnx", tasks, hidden)
    write_roles(out / "roles.onnx", tasks)
    for lang in ("ar", "en"):
        weight, bias = tasks[f"lemma.score.{lang}.weight"], tasks[f"lemma.score.{lang}.bias"]
        write_linear(out / f"lemmas-{lang}.onnx", weight, bias, "scripts")
    write_linear(
        out / "similarity.onnx", tasks["similarity.project.weight"], tasks["similarity.project.bias"], "sentence"
    )
