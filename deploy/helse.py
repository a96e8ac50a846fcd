"""Health check of the web container: exit code 0 when `/helse/klar/` answers 200."""

import http.client
import sys


def klar() -> bool:
    """Ask as `localhost`, which ALLOWED_HOSTS lets in."""
    forbindelse = http.client.HTTPConnection("127.0.0.1", 8000, timeout=4)
    try:
        forbindelse.request(
            "GET", "/helse/klar/", headers={"Host": "localhost", "X-Forwarded-Proto": "https"}
        )
        return forbindelse.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False


if __name__ == "__main__":
    sys.exit(0 if klar() else 1)
