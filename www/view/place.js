/**
 * The places of a digest's items in the text: pure data, the ground of every link and highlight.
 *
 * An item is named by a key, e.g. `figure-3` (its id) or `person-0` (its index).
 *
 * @typedef {import('../digest.js').Digest} Digest
 * @typedef {import('../digest.js').Span} Span
 * @typedef {'figure' | 'person' | 'organization' | 'place' | 'time' | 'keyword' | 'quote'} PlaceKind Strongest first.
 * @typedef {{ key: string, kind: PlaceKind, start: number, end: number }} Place
 */

/** @type {PlaceKind[]} */
const STRENGTH = ['figure', 'person', 'organization', 'place', 'time', 'keyword', 'quote'];

/**
 * All places by position, the strongest kind first where several begin together.
 *
 * @param {Digest} digest
 * @returns {Place[]}
 */
export function places(digest) {
  const all = [
    ...digest.figures.flatMap((figure) => at('figure', figure.id, figure.mentions.length ? figure.mentions : [figure])),
    ...digest.people.flatMap((person, index) => at('person', index, person.mentions)),
    ...digest.organizations.flatMap((entity, index) => at('organization', index, entity.mentions)),
    ...digest.places.flatMap((entity, index) => at('place', index, entity.mentions)),
    ...digest.times.flatMap((time, index) => at('time', index, [time])),
    ...digest.keywords.flatMap((keyword, index) => at('keyword', index, keyword.mentions)),
    ...digest.quotes.flatMap((quote, index) => at('quote', index, [quote])),
  ];
  return all
    .filter((place) => place.end > place.start)
    .sort((a, b) => a.start - b.start || STRENGTH.indexOf(a.kind) - STRENGTH.indexOf(b.kind) || a.end - b.end);
}

/**
 * @param {PlaceKind} kind
 * @param {number} id
 * @param {Span[]} spans
 * @returns {Place[]}
 */
function at(kind, id, spans) {
  return spans.map(({ start, end }) => ({ key: `${kind}-${id}`, kind, start, end }));
}

/**
 * Cuts a stretch of text at every border of a place.
 *
 * @param {number} start
 * @param {number} end
 * @param {Place[]} within Places that touch the stretch.
 * @returns {{ start: number, end: number, places: Place[] }[]} Pieces in order, covering the stretch; each with its
 *   places, strongest first.
 */
export function pieces(start, end, within) {
  const borders = new Set([start, end]);
  for (const place of within) {
    borders.add(Math.max(place.start, start));
    borders.add(Math.min(place.end, end));
  }
  const sorted = [...borders].sort((a, b) => a - b);
  const waiting = within.slice();
  let first = 0;
  /** @type {Place[]} */
  let active = [];
  return sorted.slice(0, -1).map((from, index) => {
    active = active.filter((place) => place.end > from);
    while (first < waiting.length && waiting[first].start <= from) {
      if (waiting[first].end > from) active.push(waiting[first]);
      first += 1;
    }
    const covering = active.slice().sort((a, b) => STRENGTH.indexOf(a.kind) - STRENGTH.indexOf(b.kind));
    return { start: from, end: sorted[index + 1], places: covering };
  });
}
