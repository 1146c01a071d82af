"""kg check: whether an output folder is whole and its graph conforms to the shapes."""

from pathlib import Path

import click

from kg.cli.options import Options, common, pass_options
from kg.cli.talk import one_line, tell
from kg.errors import FolderError

NOT_CHECKED = 2


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR")
@common
@pass_options
@click.pass_context
def check(context: click.Context, options: Options, folder: Path) -> None:
    """Check that DIR is what kg build wrote and that its graph conforms to the shapes.

    Exit code 0: it conforms; 1: it does not; 2: it could not be checked.
    """
    from kg.graph.check import check as faults_of

    try:
        faults = faults_of(folder)
    except FolderError as error:
        click.echo(f"kg: {one_line(str(error))}", err=True)
        context.exit(NOT_CHECKED)
    for fault in faults:
        tell(fault)
    if faults:
        context.exit(1)
    if not options.quiet:
        click.echo(f"{folder} conforms", err=True)
