"""How resources/sounds/bell.wav was made: a stroke on a small bell as a sum of fading tones, computed, recorded nowhere.

``python tests/desktop/floor/screens/make_bell.py FILE`` writes it again.
"""

import io
import math
import struct
import sys
import wave
from pathlib import Path

RATE = 22_050
SECONDS = 0.9
TONES = ((784.0, 1.0, 3.4), (1568.0, 0.55, 5.0), (2164.0, 0.35, 7.5), (4233.0, 0.18, 14.0))
"""Hertz, strength, and how quickly each tone fades: about the partials of a desk bell tuned to G5."""


def stroke() -> bytes:
    """Compute the sound as a WAV file of 16 bits, one channel."""
    loudest = sum(strength for _tone, strength, _fading in TONES)
    samples = []
    for at in range(int(RATE * SECONDS)):
        time = at / RATE
        attack = min(1.0, time / 0.002)
        ending = min(1.0, (SECONDS - time) / 0.05)
        value = sum(
            strength * math.exp(-fading * time) * math.sin(2 * math.pi * tone * time)
            for tone, strength, fading in TONES
        )
        samples.append(round(26_000 * attack * ending * value / loudest))
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return written.getvalue()


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(stroke())
