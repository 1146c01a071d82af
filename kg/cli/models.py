"""kg models: the language packs that are installed, and what is to be known of each."""

import click

from kg.cli.options import Options, common, pass_options
from kg.errors import PackError


@click.command()
@click.argument("name", required=False, metavar="[NAME]")
@common
@pass_options
def models(options: Options, name: str | None) -> None:
    """List the language packs; with NAME, print its card: data, licence, figures, weaknesses, how to make it again."""
    from kg.language.cards import cards

    found = cards()
    if name is None:
        width = max(map(len, found))
        for pack, card in found.items():
            click.echo(f"{pack:{width}}  {card.megabytes:4.0f} MB  {card.summary}")
        return
    if name not in found:
        raise PackError(f"there is no language pack '{name}'", advice=f"known: {', '.join(found)}")
    click.echo(found[name].text, nl=False)
