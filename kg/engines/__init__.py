"""Where the stages run: here, in one process or several."""
