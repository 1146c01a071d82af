import networkx

from tests.graph.builders import BARRACK, BASE, PLANNED_VISIT, SHARAA, WASHINGTON

VISIT = f"{BASE}event/{PLANNED_VISIT.id}"


def test_events_and_actors_are_nodes_and_roles_are_edges(graph):
    network = graph.to_networkx()
    assert network.nodes[VISIT]["label_ar"] == "زيارة مرتقبة من أحمد الشرع إلى واشنطن"
    assert network.nodes[VISIT]["status"] == "planned"
    assert network.nodes[f"{BASE}actor/{SHARAA.id}"]["kind"] == "person"
    assert sorted(network.out_edges(VISIT, keys=True)) == sorted(
        [
            (VISIT, f"{BASE}actor/{BARRACK.id}", "accordingTo"),
            (VISIT, f"{BASE}actor/{SHARAA.id}", "visitor"),
            (VISIT, f"{BASE}place/{WASHINGTON.id}", "destination"),
        ]
    )


def test_every_file_format_of_networkx_takes_it(graph, tmp_path):
    network = graph.to_networkx()
    networkx.write_graphml(network, tmp_path / "graph.graphml")
    networkx.write_gexf(network, tmp_path / "graph.gexf")
    read = networkx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert read.nodes[VISIT]["label_en"] == "Ahmed al-Sharaa to visit Washington"
    assert read.number_of_edges() == network.number_of_edges()
