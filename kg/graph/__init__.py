"""From claims and the resolved view to RDF, files, queries and checks."""

from kg.graph.knowledge import KnowledgeGraph

__all__ = ["KnowledgeGraph"]
