"""How Paku gets onto a machine: the environment, system libraries, the image. Standard library only."""
