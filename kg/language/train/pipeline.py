"""The configuration of the small pipelines: one convolutional tok2vec with tagger, parser and lemmatizer; another with
named entities.
"""

from typing import Any

Config = dict[str, Any]


def _tok2vec(width: int, depth: int) -> Config:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": width,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": [8000, 2000, 4000, 500],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": width,
            "depth": depth,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _listener(width: int) -> Config:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": width}


def _transitions(task: str, tok2vec: Config) -> Config:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": task,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }


def syntax_components(width: int = 96, depth: int = 4) -> dict[str, Config]:
    """Component configurations of the syntax pipeline, in order."""
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": _listener(width)}
    return {
        "tok2vec": {"factory": "tok2vec", "model": _tok2vec(width, depth)},
        "morphologizer": {"factory": "morphologizer", "model": tagger},
        "parser": {"factory": "parser", "min_action_freq": 20, "model": _transitions("parser", _listener(width))},
        "trainable_lemmatizer": {"factory": "trainable_lemmatizer", "min_tree_freq": 3, "top_k": 3, "model": tagger},
    }


def entity_components(width: int = 96, depth: int = 4) -> dict[str, Config]:
    """Component configurations of the named entity pipeline."""
    return {"ner": {"factory": "ner", "model": _transitions("ner", _tok2vec(width, depth))}}


def configuration(
    lang: str, components: dict[str, Config], weights: dict[str, float], *, train: str, dev: str, steps: int, words: int
) -> Config:
    """A complete spaCy training configuration over DocBin files `train` and `dev` for `steps` steps of `words`
    words.
    """
    corpus = {"@readers": "hadath.gold_tokens.v1"}
    return {
        "system": {"seed": 0, "gpu_allocator": None},
        "nlp": {"lang": lang, "pipeline": list(components), "batch_size": 256},
        "components": components,
        "corpora": {"train": {**corpus, "path": train}, "dev": {**corpus, "path": dev}},
        "training": {
            "train_corpus": "corpora.train",
            "dev_corpus": "corpora.dev",
            "seed": 0,
            "max_steps": steps,
            "eval_frequency": max(200, steps // 6),
            "patience": 0,
            "dropout": 0.15,
            "batcher": {"@batchers": "spacy.batch_by_words.v1", "size": words, "tolerance": 0.2},
            "optimizer": {
                "@optimizers": "Adam.v1",
                "learn_rate": {
                    "@schedules": "warmup_linear.v1",
                    "warmup_steps": 200,
                    "total_steps": int(steps * 1.1),
                    "initial_rate": 0.002,
                },
            },
            "score_weights": weights,
        },
    }
