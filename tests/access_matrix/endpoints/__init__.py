"""Which addresses reach which object of the matrix, and by what sign one sees that the object was reached."""

from tests.access_matrix.asking import Endpoint
from tests.access_matrix.endpoints import network, path, person, watch

__all__ = ["ENDPOINTS", "Endpoint"]

ENDPOINTS = (*person.ENDPOINTS, *path.ENDPOINTS, *network.ENDPOINTS, *watch.ENDPOINTS)
