"""The configuration of the fast pack: one small convolutional tok2vec that all components listen to."""

from typing import Any

Config = dict[str, Any]

WIDTH, DEPTH = 96, 4
WORDS = 2_000
"""Words of a step."""
ROWS = (8000, 2000, 4000, 500)
"""Rows of the embedding tables of norms, prefixes, suffixes and shapes."""


def components() -> dict[str, Config]:
    """Component configurations, in order."""
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": _listener()}
    return {
        "tok2vec": {"factory": "tok2vec", "model": _tok2vec()},
        "morphologizer": {"factory": "morphologizer", "model": tagger},
        "parser": {"factory": "parser", "min_action_freq": 20, "model": _transitions("parser")},
        "ner": {"factory": "ner", "model": _transitions("ner")},
    }


def _tok2vec() -> Config:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": WIDTH,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": list(ROWS),
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": WIDTH,
            "depth": DEPTH,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _listener() -> Config:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH}


def _transitions(task: str) -> Config:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": task,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": _listener(),
    }


def configuration(lang: str, *, train: list[str], held_out: str, steps: int) -> Config:
    """A complete spaCy training configuration over DocBin files for `steps` steps."""
    found = components()
    reader = {"@readers": "hadath.gold_tokens.v1"}
    return {
        "system": {"seed": 0, "gpu_allocator": None},
        "nlp": {"lang": lang, "pipeline": list(found), "batch_size": 256},
        "components": found,
        "corpora": {"train": {**reader, "paths": train}, "dev": {**reader, "paths": [held_out]}},
        "training": {
            "train_corpus": "corpora.train",
            "dev_corpus": "corpora.dev",
            "seed": 0,
            "max_steps": steps,
            "eval_frequency": max(200, steps // 6),
            "patience": 0,
            "dropout": 0.1,
            "batcher": {"@batchers": "spacy.batch_by_words.v1", "size": WORDS, "tolerance": 0.2},
            "optimizer": {
                "@optimizers": "Adam.v1",
                "learn_rate": {
                    "@schedules": "warmup_linear.v1",
                    "warmup_steps": 250,
                    "total_steps": int(steps * 1.05),
                    "initial_rate": 0.002,
                },
            },
            "score_weights": {"pos_acc": 0.2, "dep_las": 0.5, "ents_f": 0.3},
        },
    }
