"""How long rows live that other people's packages keep for us. Ours say it beside their models."""

from paku.kit.retention import Retention, keep

_NOTHING_PERSONAL = Retention(
    owner="access", ground="no personal data", period="while in use", shred="delete"
)
_ACCOUNT = Retention(
    owner="access",
    ground="703/2023 9 §",
    period="as long as the account",
    shred="delete with the account",
)

# Written by the framework and never about a person: names of models and rights (ours stand in paku/access/roles.py).
keep("contenttypes.ContentType", _NOTHING_PERSONAL)
keep("auth.Permission", _NOTHING_PERSONAL)
keep("auth.Group", _NOTHING_PERSONAL)

# Sign-in's own rows about a worker's e-mail.
keep("account.EmailAddress", _ACCOUNT)
keep("account.EmailConfirmation", _ACCOUNT)

# Second factors, and the organisation's own sign-in. The latter's apps and tokens are never stored.
keep("mfa.Authenticator", _ACCOUNT)
keep("socialaccount.SocialAccount", _ACCOUNT)
keep("socialaccount.SocialApp", _NOTHING_PERSONAL)
keep("socialaccount.SocialToken", _ACCOUNT)
