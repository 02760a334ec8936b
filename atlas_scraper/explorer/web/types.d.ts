// What the modules handle; read by `tsc --checkJs` alone.

type Pair = [string, string];
type Money = [kind: string | null, year: number | null, euros: number | null];
type Theme = [theme: string | null, subtheme: string | null, subsubtheme: string | null];
type Country = [code: string, numeric: string, english: string, french: string, regions: string[]];

interface Release { run: string; created: string; source: string; records: number; generator: string; is_public: boolean }

/** A list for each property, with an entry for each partnership, authority or partner. */
interface Partnerships {
  id: (number | null)[]; title: string[]; signed: (number | null)[]; begun: (number | null)[]; ended: (string | null)[];
  status: (string | null)[]; theme: number[]; further: number[][]; goals: number[][]; authorities: number[][];
  partners: number[][]; countries: number[][]; money: Money[][]; issues: string[][]; changed: (number | null)[];
}
interface Authorities {
  key: string[]; name: (string | null)[]; spellings: (string | null)[]; kind: (string | null)[];
  region: (string | null)[]; code: (string | null)[]; siren: (string | null)[]; departement: (string | null)[];
  population: (number | null)[]; populationYear: (number | null)[]; latitude: (number | null)[];
  longitude: (number | null)[]; given: (number | null)[];
}
interface Partners {
  key: string[]; name: (string | null)[]; spellings: (string | null)[]; country: (string | null)[];
  countryName: (string | null)[]; geonames: (number | null)[]; place: (string | null)[]; division: (string | null)[];
  population: (number | null)[]; latitude: (number | null)[]; longitude: (number | null)[];
}
/** What funders gave, one partnership's behind those of the one before: numbers of their kinds, years, euros. */
interface Payments { kinds: (string | null)[]; kind: number[]; year: (number | null)[]; euros: (number | null)[] }
interface Index {
  money: Payments;
  partnerships: Partnerships; authorities: Authorities; partners: Partners; countries: Country[];
  countryFacts: { key: string[]; income: (string | null)[]; eligible: (boolean | null)[] };
  worldRegions: Record<string, Pair>; frenchRegions: Record<string, string>; themes: Theme[];
  themesInEnglish: Record<string, string>; stacked: Record<string, string[]>; hasHistory: boolean; release: Release; part: number;
  words: Record<string, Record<string, Pair>>; smallStates: Record<string, [number, number]>;
}

/** All words of the texts by their numbers, and whether each is one, or what stands between words. */
interface Words { words: string[]; isWord: boolean[] }
interface Change { day: string; change: string; field?: string; before?: unknown; after?: unknown; cause?: string }
/** What the index does not hold of a partnership; what is absent is not in it. Parts have a list for each property. */
interface Part {
  source_url?: string; status_label?: string; form?: string; triennial?: boolean;
  theme?: Record<string, string>; other_themes?: Record<string, any>[];
  sdgs?: { goal?: number; label?: string; level?: number }[];
  post?: { name?: string; contacts?: { role?: string; name?: string; email?: string }[] };
  context?: string[]; history?: string[]; context_and_history?: string[]; objective?: string[]; description?: string[];
  foreign_partners?: { name?: string; country?: string; country_code?: string; link?: string }[];
  foreign_contacts?: Record<string, string>[]; french_authorities?: { name?: string; link?: string }[];
  funding?: { funder?: string; one_percent_eur?: (number | null)[] }[];
  volunteers?: Record<string, string>[]; unread?: { label?: string; text: string }[];
  issues?: { code: string; section: string; detail: string }[]; provenance?: Record<string, string>;
  changes?: Change[]; state?: Record<string, string | number>;
}

interface View {
  page: string; key: string; words: string; from: string; until: string; least: string; most: string; also: boolean; sort: string; leaf: number;
  language: string; chosen: Map<string, Set<string>>;
}
/** A property by which partnerships are chosen: the numbers of its values that each of them has. */
interface Facet { name: string; values: string[]; of: number[][] }
interface Found { rows: number[]; counts: (name: string) => Int32Array }

declare const d3: any;
declare const topojson: any;

/** What an element may hold; what says nothing is left out. */
type Child = Node | string | null | undefined | false | 0;
/** Where French authorities lie, and how many partnerships they have. */
interface Home { at: [number, number]; keys: string[]; count: number }
/** All partnerships between two towns. */
interface Arc { from: [number, number]; to: [number, number]; town: string; count: number }
