// Bytes written in 85 signs of ASCII: five signs for four bytes, as `packing.py` writes them.

const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%:()*+-;,=.?@^_`{|}~";
const WORTH = new Uint8Array(128);
for (let place = 0; place < SIGNS.length; place += 1) WORTH[SIGNS.charCodeAt(place)] = place;

/** @param {string} letters */
export function bytesOf(letters) {
  const length = letters.length;
  const padded = letters + "~".repeat((5 - (length % 5)) % 5);
  const bytes = new Uint8Array((padded.length / 5) * 4);
  for (let from = 0, to = 0; from < padded.length; from += 5, to += 4) {
    let word = WORTH[padded.charCodeAt(from)];
    for (let place = from + 1; place < from + 5; place += 1) word = word * 85 + WORTH[padded.charCodeAt(place)];
    bytes[to] = word >>> 24;
    bytes[to + 1] = word >>> 16;
    bytes[to + 2] = word >>> 8;
    bytes[to + 3] = word;
  }
  return bytes.subarray(0, Math.floor((length * 4) / 5));
}
