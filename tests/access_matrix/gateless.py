"""Addresses that no row of the matrix gates, each with the reason; and rows that no address reaches."""

OWN = "one's own account, day or notices: nobody else's, no file"
AREA = "an observation of the area: it holds no client, and is its team's"
OUTREACH = "outreach without a person: no client, and its team's own (decision 0034)"
NAMED = "the client names who reads it (decision 0025): narrower than any row, tests/clients"
PAIRS = "newer than the matrix: READ_REPORTS, GUIDE, REPORT_SITUATION, asked of the columns in tests/pathways/pairs"
CATEGORIES = (
    "newer than the matrix: ASSESS_CATEGORIES, asked of the columns in tests/pathways/categories"
)
SUMS = (
    "READ_SUMS: sums of five persons or more, open to all workers (decisions.md on O33); no client"
)
IMPROVING = (
    "newer than the matrix: IMPROVE, asked of the roles in tests/pathways/improvements; no client"
)
OPEN = "open to all on purpose: it shows nothing of anybody"
MERGING = (
    "newer than the matrix: MERGE_CLIENTS in rights.py, asked of the roles in tests/clients/merging"
)
LOCAL = "newer than the matrix: TELL_WHERE_AND_WHEN, asked of the roles in tests/network/directory; no client"
WITHOUT_A_ROW: dict[str, str] = {
    "network:pop-up-calendar": OPEN,
    "network:presence": LOCAL,
    "network:end-presence": LOCAL,
    "network:new-presence": LOCAL,
    "network:new-days": LOCAL,
    "network:pop-up-day": LOCAL,
    "network:pop-up-series": LOCAL,
    "network:new-area-network": LOCAL,
    "network:edit-area-network": LOCAL,
    "pathways:reflection": "the worker's own, on a visit that they made: decision 0042",
    "pathways:reflections": "the worker's own, of no client: decision 0042",
    "pathways:take-reflection-away": "the worker's own, of no client: decision 0042",
    "pathways:categories": CATEGORIES,
    "pathways:new-category-talk": CATEGORIES,
    "pathways:category-moves": "REVIEW_CASELOAD: counts of five persons or more, of no client",
    "pathways:quality-sums": "REVIEW_CASELOAD: counts of five persons or more, of no client",
    "clients:duplicates": MERGING,
    "clients:same-person": MERGING,
    "clients:merge": MERGING,
    "clients:not-same": MERGING,
    "clients:undo-merge": MERGING,
    "clients:meaning": NAMED,
    "clients:meaning-readers": NAMED,
    "clients:take-meaning-back": NAMED,
    "pathways:home": OWN,
    "pathways:away": OWN,
    "pathways:problem-spots": SUMS,
    "pathways:practices": SUMS,
    "pathways:joint-paper": SUMS,
    "pathways:new-improvement": IMPROVING,
    "pathways:improvement": IMPROVING,
    "pathways:practice": IMPROVING,
    "network:feedback": SUMS,
    "network:feedback-form": SUMS,
    "network:new-feedback": IMPROVING,
    "network:correct-feedback": "one's own typing alone: to everybody else there is nothing",
    "network:my-meetings": "the coming meetings of those with whom one works: a day, a place and a name",
    "pathways:area": AREA,
    "pathways:new-area-break": AREA,
    "pathways:new-area-worked": AREA,
    "pathways:outreach": OUTREACH,
    "pathways:new-outreach-entry": OUTREACH,
    "pathways:outreach-entry": OUTREACH,
    "pathways:new-contact": OUTREACH,
    "pathways:contact": OUTREACH,
    "pathways:edit-contact": OUTREACH,
    "pathways:contact-client": OUTREACH,
    "pathways:delete-contact": OUTREACH,
    "pathways:pair": PAIRS,
    "pathways:new-pair": PAIRS,
    "pathways:ask-report": PAIRS,
    "pathways:new-report": PAIRS,
    "pathways:report": PAIRS,
    "pathways:answer-report": PAIRS,
    "pathways:ask-advice": PAIRS,
    "pathways:new-guidance": PAIRS,
    "reminders:seen": OWN,
    "reminders:clocks": "the law and our own targets, the same for everybody who works here: no client",
    "access:account": OWN,
    "access:password": OWN,
    "access:first-password": OWN,
    "access:end-sessions": OWN,
    "access:here": OWN,
    "access:factors": OWN,
    "access:add-app": OWN,
    "access:remove-app": OWN,
    "access:add-passkey": OWN,
    "access:passkey": OWN,
    "access:remove-passkey": OWN,
    "access:make-codes": OWN,
    "access:sign-in-again": OWN,
    "access:sign-in": OPEN,
    "access:passkey-sign-in": OPEN,
    "access:second-factor": OPEN,
    "access:openid": OPEN,
    "access:openid-back": OPEN,
    "access:sign-out": OPEN,
    "access:language": OPEN,
    "access:locked": OPEN,
    "access:csp-reports": OPEN,
    "account_login": OPEN,
    "openid_connect_callback": OPEN,
    "pathways:guide": OPEN,
    "health:live": OPEN,
    "health:ready": OPEN,
}
# rows whose object comes with a later part of the product: nothing in it reaches them
NOT_THERE_YET: dict[str, str] = {
    "O15": "finished notes are never overwritten or deleted; no address does it",
    "O30": "no attachments in this version",
    "O31": "no attachments in this version",
    "O32": "exports come with the reports",
    "O33": "statistics come with the reports",
    "O40": "nothing changes the trail; the database refuses it (tests/paku/audit)",
}
