"""Where the files that come with the package lie, in a checkout and in a wheel."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from kg.errors import HadathError


@cache
def package_folder() -> Path:
    """The folder of the installed package `kg`; raises `HadathError` when it is not unpacked on a file system."""
    folder = Path(str(files("kg")))
    if not folder.is_dir():
        raise HadathError("the package has no folder of its own", where=str(folder), advice="install it unpacked")
    return folder


def data_folder() -> Path:
    """The folder of the data files (`kg/data`)."""
    return package_folder() / "data"


def ontology_folder() -> Path:
    """The folder of the ontology: `kg/_ontology` in a wheel, `ontology` beside the package in a checkout.

    Raises `HadathError` when neither is there.
    """
    package = package_folder()
    for folder in (package / "_ontology", package.parent / "ontology"):
        if folder.is_dir():
            return folder
    raise HadathError("the ontology is missing", where=str(package), advice="reinstall hadath")
