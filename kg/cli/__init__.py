"""The command `kg`: thin commands, one file each or one a group; data on stdout, talk on stderr; 0 done, 1 failed, 2
wrong usage.
"""

from kg.cli.main import cli, main

__all__ = ["cli", "main"]
