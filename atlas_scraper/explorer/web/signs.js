// Bytes written in 91 signs of ASCII: two signs for 13 bits, one for the last 6 or fewer, as `packing.py` writes them.

const [FIRST, LAST] = [33, 126]; // all that can be seen
const WORTH = new Uint8Array(128);
for (let code = FIRST, worth = 0; code <= LAST; code += 1) if (!"<>&".includes(String.fromCharCode(code))) WORTH[code] = worth++;

/** @param {string} letters */
export function bytesOf(letters) {
  const pairs = letters.length >> 1;
  const isOdd = letters.length % 2 === 1;
  const bytes = new Uint8Array((pairs * 13 + (isOdd ? 6 : 0)) >> 3);
  let [held, count, to] = [0, 0, 0]; // bits that are read and not yet written
  for (let place = 0; place < 2 * pairs; place += 2) {
    held = ((held & 255) << 13) | (WORTH[letters.charCodeAt(place)] * 91 + WORTH[letters.charCodeAt(place + 1)]);
    for (count += 13; count >= 8; count -= 8) bytes[to++] = held >>> (count - 8);
  }
  if (isOdd && to < bytes.length) bytes[to] = (held << 6 | WORTH[letters.charCodeAt(2 * pairs)]) >>> (count - 2);
  return bytes;
}
