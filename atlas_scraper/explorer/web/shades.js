// An honest scale for counts that range over powers of ten: each class goes up to a round number, 1, 2 or 5 of a power.

const CLASSES = 5;

/**
 * Make the classes of some counts.
 * @param {number[]} counts
 */
export function shades(counts) {
  const stated = counts.filter((count) => count > 0);
  const most = Math.max(1, ...stated);
  const round = [1];
  for (let power = 1; power <= most; power *= 10) round.push(2 * power, 5 * power, 10 * power);
  const starts = round.filter((each) => each <= most);
  const step = Math.max(1, Math.ceil(starts.length / CLASSES));
  const kept = starts.filter((_, place) => place % step === 0);
  const classes = stated.length ? kept.map((from, place) => ({ from, until: place + 1 < kept.length ? kept[place + 1] - 1 : most })) : [];
  return {
    count: stated.length,
    classes,
    /**
     * Give the class of a count, from 0; `none` of nothing.
     * @param {number} count
     */
    of: (count) => (count > 0 ? String(classes.findIndex(({ until }) => count <= until)) : "none"),
  };
}
