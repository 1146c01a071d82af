"""From matched tokens to readings, one module for each sort of time."""
