"""A reader of bundles as a stranger would write it from resources/guide/bundle-format.md alone, in sixty lines.

It uses nothing of this program: the standard library, and PyNaCl for Ed25519.
"""

import base64
import gzip
import hashlib
import json
import sys
from pathlib import Path

from nacl.signing import VerifyKey


def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def canonical(told):
    return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def parsed(line):
    told = json.loads(line)
    assert canonical(told) == line, "not canonical"
    return told


def verify(key, signature, told, device):
    name = base64.b32encode(hashlib.blake2b(unb64(key), digest_size=32).digest()).decode().lower()[:16]
    assert device.split(".")[0] == name, "another key"
    VerifyKey(unb64(key)).verify(told, unb64(signature))


def read_list(lines, opening):
    assert next(lines) == opening, "layout"
    found = []
    while (line := next(lines)) != b"],":
        found.append(line)
    assert all(one.endswith(b",") for one in found[:-1]), "commas"
    return [one.removesuffix(b",") for one in found]


def read(data):
    """Give the changes of a bundle, and how many of them are sealed; any exception means that it must be refused."""
    data = gzip.decompress(data) if data[:3] == b"\x1f\x8b\x08" else data
    body, _, close = data.partition(b'\n"close":')
    lines = iter(body.split(b"\n"))
    assert next(lines) == b"{", "no bundle"
    header = parsed(next(lines).removeprefix(b'"header":').removesuffix(b","))
    assert (header["format"], header["version"]) == ("hrdesk-bundle", 2), "another version"
    changes: dict[tuple[str, int], list[tuple[bytes, dict[str, object]]]] = {}
    for line in read_list(lines, b'"changes":['):
        told = parsed(line)
        changes.setdefault((told["dev"], told["seq"]), []).append((hashlib.sha256(line).digest(), told))
    seals: dict[tuple[str, int], set[bytes]] = {}
    for seal in map(parsed, read_list(lines, b'"seals":[')):
        hashes = unb64(seal["hashes"])
        verify(seal["key"], seal["sig"], f"hrdesk seal 1\n{seal['dev']}\n{seal['lo']}\n".encode() + hashes, seal["dev"])
        for place in range(len(hashes) // 32):
            seals.setdefault((seal["dev"], seal["lo"] + place), set()).add(hashes[place * 32 : place * 32 + 32])
    sealed = 0
    for name, held in changes.items():
        true = sum(told in seals.get(name, ()) for told, _ in held)
        assert true == len(held) or len(seals.get(name, ())) != 1, "forged"
        sealed += true
    assert list(lines) == [], "layout"
    digest = hashlib.sha256(body + b"\n").digest()
    end = parsed(close.removesuffix(b"\n}\n"))
    assert (end["sha256"], close[-3:]) == (digest.hex(), b"\n}\n"), "cut short or altered"
    verify(end["key"], end["sig"], b"hrdesk bundle 1\n" + digest, header["from"])
    assert sum(len(held) for held in changes.values()) == header["changes"], "changes are missing"
    return [told for held in changes.values() for _, told in held], sealed


if __name__ == "__main__":
    found, number = read(Path(sys.argv[1]).read_bytes())
    print(f"{len(found)} changes, {number} of them sealed")
