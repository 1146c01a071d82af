"""Every fault that Hadath names.

HadathError                 the root; its text is one line: what, where, what to do
├── InputError              something the user gave is not usable
│   ├── ArticleError        one article or one file of articles (the others go on)
│   ├── FrameError          a frame file (everything stops)
│   ├── SettingsError       hadath.toml or an option
│   └── QueryError          a SPARQL query
├── FolderError             an output folder: missing, of another format version, incomplete
├── PackError               a language pack is missing or broken
└── FloorError              a figure fell under its floor
"""

from collections.abc import Callable
from functools import partial


class HadathError(Exception):
    """A fault that a user can understand and mend.

    `what` says what is wrong, `where` names the file, line or offset (None: unknown), `advice` says what to do (None:
    plain from `what`).
    """

    def __init__(self, what: str, *, where: str | None = None, advice: str | None = None) -> None:
        self.what = what
        self.where = where
        self.advice = advice
        super().__init__(what, where, advice)

    def __reduce__(self) -> tuple[Callable[[], "HadathError"], tuple[()]]:
        """Pickles with its keyword arguments, so that it crosses from a worker process."""
        return partial(type(self), self.what, where=self.where, advice=self.advice), ()

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.what}" + (f" ({self.advice})" if self.advice else "")


class InputError(HadathError):
    """Something the user gave is not usable."""


class ArticleError(InputError):
    """One article, or one file of articles, cannot be read."""


class FrameError(InputError):
    """A frame file breaks the frame format."""


class SettingsError(InputError):
    """A setting or an option has a value that it cannot have."""


class QueryError(InputError):
    """A query cannot be answered."""


class FolderError(HadathError):
    """An output folder is missing, incomplete, or of another format version."""


class PackError(HadathError):
    """A language pack is missing or broken."""


class FloorError(HadathError):
    """A figure of an evaluation fell under the floor that is kept for it."""
