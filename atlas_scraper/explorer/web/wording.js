// Texts as numbers of their words, as `wording.py` tells them.

const LETTER = /^[0-9A-Za-z_\u00c0-\u1fff]/;
const [TWO, THREE, FOUR] = [160, 248, 255]; // first bytes from which on a number has that many
const [FROM_TWO, FROM_THREE, FROM_FOUR] = [160, 160 + 88 * 256, 160 + 88 * 256 + 7 * 65536]; // and their first numbers

/**
 * @param {string[]} words
 * @returns {Words}
 */
export function wordsOf(words) {
  return { words, isWord: words.map((word) => LETTER.test(word)) };
}

/**
 * Put a text together: how many numbers there are, the first byte of each, their other bytes; two words in a row have a
 * space between them.
 * @param {Words} list
 * @param {Uint8Array} bytes
 */
export function textOf({ words, isWord }, bytes) {
  let text = "";
  let wasWord = false;
  const end = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  let behind = end;
  for (let place = 4; place < end; place += 1) {
    let number = bytes[place];
    if (number >= FOUR) number = FROM_FOUR + bytes[behind++] * 65536 + bytes[behind++] * 256 + bytes[behind++];
    else if (number >= THREE) number = FROM_THREE + (number - THREE) * 65536 + bytes[behind++] * 256 + bytes[behind++];
    else if (number >= TWO) number = FROM_TWO + (number - TWO) * 256 + bytes[behind++];
    text += wasWord && isWord[number] ? " " + words[number] : words[number];
    wasWord = isWord[number];
  }
  return text;
}
