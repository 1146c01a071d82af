"""Makes the tables that come from other collections: `python -m kg.gazetteer.build --shared FOLDER --out FOLDER`.

For those who mend the gazetteer; nothing at run time needs it (extra `gazetteer`). The tables written by hand (areas,
bodies, groups, people, names, demonyms, posts, terms) are left as they are. See kg/data/gazetteer/SOURCES.md.
"""

import argparse
from pathlib import Path

from kg.gazetteer.building.people import make_leaders, make_organizations, make_terms
from kg.gazetteer.building.places import gather, make_places, make_regions, make_states
from kg.gazetteer.building.rows import write
from kg.gazetteer.loading import COLUMNS
from kg.gazetteer.offices import COLUMNS as TERM_COLUMNS


def build(shared: Path, out: Path) -> None:
    """Writes the tables of places, organisations, leaders and terms into `out`; `shared` holds the collections."""
    world = gather(shared)
    # In this order: regions need the states, places need both, leaders the states.
    tables = {
        "states": list(make_states(world)),
        "regions": list(make_regions(world)),
        "places": list(make_places(world)),
        "organizations": list(make_organizations(shared / "organizations_qid.tsv")),
        "leaders": list(make_leaders(world, shared)),
    }
    for name, rows in tables.items():
        write(out / f"{name}.tsv", COLUMNS, (row.line() for row in rows))
    terms = make_terms(world, shared, tables["leaders"], out)
    write(out / "terms_archives.tsv", TERM_COLUMNS, ("\t".join(term) for term in terms))


def main() -> None:
    """Reads the options and builds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds gazetteer/*.tsv")
    parser.add_argument("--out", type=Path, required=True, help="folder of the tables, kg/data/gazetteer")
    options = parser.parse_args()
    build(options.shared / "gazetteer", options.out)


if __name__ == "__main__":
    main()
