"""Free ports on the loopback address, and the two readiness questions that need no client library."""

import http.client
import socket

VERT = "127.0.0.1"


def ledig_port() -> int:
    """Return a port nobody listens on just now."""
    with socket.socket() as s:
        s.bind((VERT, 0))
        return int(s.getsockname()[1])


def reserver(oensket: int, *, forsoek: int = 50) -> socket.socket:
    """Bind `oensket`, or the first free port after it; the socket is handed to the web server.

    Raises:
        OSError: when none of `forsoek` ports is free.
    """
    for port in range(oensket, oensket + forsoek):
        s = socket.socket()
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            s.bind((VERT, port))
        except OSError:
            s.close()
            continue
        if not _noen_lytter(port):
            return s
        s.close()
    raise OSError(f"Ingen ledig port mellom {oensket} og {oensket + forsoek - 1}.")


def _noen_lytter(port: int) -> bool:
    """Return True when somebody answers: a listener on 0.0.0.0 may let us bind 127.0.0.1 on some systems."""
    try:
        with socket.create_connection((VERT, port), timeout=0.2):
            return True
    except OSError:
        return False


def http_svar(port: int, sti: str, *, frist: float = 5.0) -> int:
    """Return the status of GET `sti`, or 0 when nothing answers."""
    forbindelse = http.client.HTTPConnection(VERT, port, timeout=frist)
    try:
        forbindelse.request("GET", sti, headers={"Host": f"localhost:{port}"})
        return forbindelse.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        forbindelse.close()


def valkey_svarer(port: int, passord: str) -> bool:
    """Return True when the server has loaded its data and answers PING."""
    try:
        with socket.create_connection((VERT, port), timeout=1) as s:
            s.sendall(f"AUTH {passord}\r\nPING\r\n".encode())
            svar = b""
            while svar.count(b"\r\n") < 2:
                bit = s.recv(256)
                if not bit:
                    return False
                svar += bit
            return svar == b"+OK\r\n+PONG\r\n"
    except OSError:
        return False
