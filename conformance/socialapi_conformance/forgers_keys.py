"""What a forger brings along: keys of the wrong algorithms, a certificate, a server that publishes them."""

from __future__ import annotations

import functools
import threading
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal, get_args

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

Algorithm = Literal["ES256", "RS256"]
ALGORITHMS: tuple[Algorithm, ...] = get_args(Algorithm)


def sign(algorithm: Algorithm, content: bytes) -> bytes:
    """Return a valid signature of `content` as RFC 7518 writes it."""
    if algorithm == "RS256":
        return _rsa_key().sign(content, PKCS1v15(), SHA256())
    pair = decode_dss_signature(_ec_key().sign(content, ec.ECDSA(SHA256())))
    return b"".join(number.to_bytes(32, "big") for number in pair)


def certificate(key: Ed25519PrivateKey) -> bytes:
    """Return a certificate in PEM that a key has signed for itself."""
    name, today = x509.Name([]), datetime.now(UTC)
    built = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    valid = built.not_valid_before(today - timedelta(days=1)).not_valid_after(today + timedelta(days=1))
    return valid.sign(key, None).public_bytes(Encoding.PEM)


def publish(documents: Mapping[str, bytes]) -> str:
    """Serve documents by their paths on a free local port until the process ends; return its root."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path in documents else 404)
            self.end_headers()
            self.wfile.write(documents.get(self.path, b""))

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


@functools.cache
def _rsa_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


@functools.cache
def _ec_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())
