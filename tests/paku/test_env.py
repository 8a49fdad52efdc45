"""What an installation is told by its environment: said by name when it is wrong, and shown to nobody."""

from pathlib import Path

import pytest

from paku.env import REQUIRED, Env, MissingSetting, django_email

COMPLETE = dict.fromkeys(REQUIRED, "postgresql://somebody:secret@host/name")


def test_secrets_are_not_shown_where_the_settings_are_printed():
    assert "secret" not in repr(Env.from_environ(COMPLETE))


def test_every_missing_name_is_said():
    with pytest.raises(MissingSetting, match=r"SECRET_KEY, .*PAKU_INDEX_KEY"):
        Env.from_environ({})


def test_a_secret_s_file_that_cannot_be_read_is_said_by_the_setting_s_name(tmp_path: Path):
    with pytest.raises(MissingSetting, match="EMAIL_URL_FILE cannot be read"):
        Env.from_environ({**COMPLETE, "EMAIL_URL_FILE": str(tmp_path / "none")})


@pytest.mark.parametrize(
    ("url", "port", "ssl", "tls"),
    [
        ("smtp://host", 25, False, False),
        ("smtp+tls://host", 587, False, True),
        ("smtps://host", 465, True, False),
        ("smtps://host:2465", 2465, True, False),
    ],
)
def test_mail_goes_to_the_port_of_its_scheme(url, port, ssl, tls):
    mail = django_email(url)

    assert (mail["EMAIL_PORT"], mail["EMAIL_USE_SSL"], mail["EMAIL_USE_TLS"]) == (port, ssl, tls)


def test_a_mistyped_scheme_never_sends_a_password_in_clear():
    with pytest.raises(MissingSetting, match="EMAIL_URL begins with none of smtp, "):
        django_email("smpts://user:word@host")
