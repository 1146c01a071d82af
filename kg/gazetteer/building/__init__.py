"""How the tables that come from other collections are made; used by `kg.gazetteer.build` only."""
