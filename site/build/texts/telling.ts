/** Parts of words: violence, and getting away from it. */
const telling = [
  ...['violen', 'abus', 'bull', 'harass', 'harm', 'beat', 'hit', 'hurt', 'knife', 'rape', 'danger', 'unsafe'],
  ...['threat', 'fright', 'afraid', 'victim', 'protect', 'police', 'order', 'child', 'pregnan', 'unwanted'],
  ...['forced', 'made-to', 'held', 'holds', 'kept', 'lover', 'ex-', 'leave', 'leaving', 'escap', 'stays'],
]

/**
 * Whether an address tells that its page is about violence, abuse or bullying, or that somebody wants to get away
 * (rules.md R63): a browser keeps addresses, and whoever uses the same phone reads them. Input: a path or an id.
 */
export const addressTells = (address: string): boolean =>
  new RegExp(`\\b(?:${telling.join('|')})`).test(address)
