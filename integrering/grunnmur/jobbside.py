"""Send the one who started a job to the page that follows it."""

from __future__ import annotations

import uuid

from django.http import HttpResponseRedirect
from django.urls import reverse

# On the address of someone who waits for the result: a job that is done leads straight to it, also when it
# was done before the page was asked for, and for those without JavaScript, whose page asks again by itself.
FOELG = "foelg"


def foelg(jobb_id: uuid.UUID) -> HttpResponseRedirect:
    """Redirect to the job's page, which leads on to the result as soon as there is one."""
    return HttpResponseRedirect(f"{reverse('jobb', args=[jobb_id])}?{FOELG}")
