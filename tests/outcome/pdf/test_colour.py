"""The colour profile."""

import struct

from hrdesk.outcome.pdf.colour import srgb_profile


def test_the_profile_states_its_size_and_places_its_tags_inside():
    profile = srgb_profile()
    (size,) = struct.unpack(">I", profile[:4])
    (count,) = struct.unpack(">I", profile[128:132])
    tags = {
        profile[at : at + 4]: struct.unpack(">II", profile[at + 4 : at + 12]) for at in range(132, 132 + 12 * count, 12)
    }
    assert size == len(profile)
    assert profile[36:40] == b"acsp"
    assert {b"desc", b"cprt", b"wtpt", b"chad", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"} == set(tags)
    assert all(start % 4 == 0 and start + length <= size for start, length in tags.values())
