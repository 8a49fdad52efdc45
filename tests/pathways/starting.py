"""What the tests of starting with a new client say again and again."""

NEW = "/clients/new/"
# all that is asked before looking whether the person is here already
WHO = {"last_name": "", "first_names": "", "nickname": "Masa", "born_on": "", "phone": ""}


def look(desk, **who):
    """The first half of the sheet: who it may be."""
    return desk.post(NEW, {**WHO, "nickname": "", **who, "look": "1"})
