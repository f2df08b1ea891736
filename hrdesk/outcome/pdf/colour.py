"""The colour profile of the file: sRGB (IEC 61966-2-1) as an ICC profile of version 4, the same bytes every time."""

import struct

WHITE = (0.9642, 1.0, 0.8249)
"""The profile connection space's white, D50."""
PRIMARIES = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))
"""Red, green and blue of sRGB as XYZ adapted to D50 (Bradford)."""
LETTERS = (b"r", b"g", b"b")
ADAPTATION = (1.04788, 0.02292, -0.05020, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""The transfer curve's parameters g, a, b, c, d (parametric curve of type 3)."""


def srgb_profile() -> bytes:
    """Return the profile."""
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + _fixed(CURVE)
    tags = [
        (b"desc", _text("sRGB")),
        (b"cprt", _text("No copyright, use freely")),
        (b"wtpt", b"XYZ \0\0\0\0" + _fixed(WHITE)),
        (b"chad", b"sf32\0\0\0\0" + _fixed(ADAPTATION)),
        *((letter + b"XYZ", b"XYZ \0\0\0\0" + _fixed(value)) for letter, value in zip(LETTERS, PRIMARIES, strict=True)),
        *((letter + b"TRC", curve) for letter in LETTERS),
    ]
    table, data = b"", b""
    start = 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    for name, value in tags:
        if value not in places:
            places[value] = start + len(data)
            data += value + b"\0" * (-len(value) % 4)
        table += name + struct.pack(">II", places[value], len(value))
    size = start + len(data)
    kind = b"\0\0\0\0" + b"\x04\x20\0\0" + b"mntr" + b"RGB " + b"XYZ "
    made = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    meant = b"acsp" + b"\0" * 28  # no platform, flags, maker, model, attributes; perceptual intent
    header = struct.pack(">I", size) + kind + made + meant + _fixed(WHITE)
    return header.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + data


def _fixed(values: tuple[float, ...]) -> bytes:
    """Return numbers as s15Fixed16."""
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _text(text: str) -> bytes:
    """Return a text as a multi-localised string with one English entry."""
    coded = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(coded), 28) + coded
