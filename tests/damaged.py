"""What accidents make of bytes: pieces cut out, doubled, moved, put in, turned over, or taken from something else."""

from collections.abc import Sequence

from hypothesis import strategies as st


@st.composite
def damaged(draw: st.DrawFn, wholes: Sequence[bytes], scraps: Sequence[bytes], most: int = 6) -> bytes:
    """Draw one of some bytes, and let a few accidents happen to it.

    Args:
        draw: given by hypothesis.
        wholes: what there is to damage, and to take pieces from.
        scraps: what may be put in, beside a few random bytes.
        most: how many accidents at most.
    """
    data = bytearray(draw(st.sampled_from(wholes)))
    for _ in range(draw(st.integers(0, most))):
        at = draw(st.integers(0, len(data)))
        end = min(len(data), at + draw(st.sampled_from([0, 1, 3, 40, 400, 4000])))
        piece = bytes(data[at:end])
        match draw(st.sampled_from(["out", "twice", "in", "over", "other", "away", "end"])):
            case "out":
                del data[at:end]
            case "twice":
                data[at:at] = piece * draw(st.sampled_from([1, 2, 30]))
            case "in":
                data[at:at] = draw(st.sampled_from(scraps) | st.binary(max_size=8))
            case "over":
                data[at:end] = draw(st.sampled_from(scraps) | st.binary(max_size=8))
            case "other":
                other = draw(st.sampled_from(wholes))
                start = draw(st.integers(0, len(other)))
                data[at:end] = other[start : start + draw(st.sampled_from([10, 300, 5000]))]
            case "away":
                del data[at:end]
                place = draw(st.integers(0, len(data)))
                data[place:place] = piece
            case "end":
                del data[at:]
    return bytes(data)
