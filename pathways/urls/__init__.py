"""Addresses of the pathways room, a file for each noun."""

from pathways.urls import (
    breaks,
    categories,
    clocks,
    documents,
    endings,
    errands,
    goals,
    improvements,
    one_number,
    outreach,
    oversight,
    pairs,
    paths,
    takeovers,
    visits,
    work,
)

app_name = "pathways"
urlpatterns = [
    *breaks.urlpatterns,
    *categories.urlpatterns,
    *clocks.urlpatterns,
    *documents.urlpatterns,
    *endings.urlpatterns,
    *errands.urlpatterns,
    *goals.urlpatterns,
    *improvements.urlpatterns,
    *one_number.urlpatterns,
    *outreach.urlpatterns,
    *oversight.urlpatterns,
    *pairs.urlpatterns,
    *paths.urlpatterns,
    *takeovers.urlpatterns,
    *visits.urlpatterns,
    *work.urlpatterns,
]
