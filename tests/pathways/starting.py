"""What the tests of starting with a new client say again and again."""

NEW = "/clients/new/"
# all that is asked before looking whether the person is here already
WHO = {"last_name": "", "first_names": "", "nickname": "Masa", "born_on": "", "phone": ""}


def look(desk, **who):
    """The first half of the sheet: who it may be."""
    return desk.post(NEW, {**WHO, "nickname": "", **who, "look": "1"})


def least(worker, team, **fields):
    """The least that the whole sheet sends: the worker themselves becomes the own worker."""
    return {
        **WHO,
        "contact_language": "fi",
        "matter": "Työikäisten palvelut",
        "stage": "outreach",
        "own_worker": f"{team.ref}/{worker.ref}",
        "doer": "worker",
        **fields,
    }
