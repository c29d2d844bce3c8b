/** Tuned on one half of tests/search/queries.tsv. */
export const weights = {
  /** Weight of a synonym relative to a typed word. */
  added: 0.35,
  /** How many times better a hotline must match to be first when the question has no word of danger. */
  alarm: 2,
  /** Weight of a word that says where something happened, not what. */
  weak: 0.2,
  /** The most a match gains when the best matches agree on its subject. */
  subject: 0.25,
  /** Factor for a statute when the question does not ask for the law. */
  law: 0.55,
  /** Factor for a story when the question does not ask for one. */
  story: 0.85,
  /** Factor for a short answer: few words to match, and it answers outright. */
  short: 1.3,
  /** Factor for a matter of somebody else: as short, and nobody writes ways to ask for it. */
  elsewhere: 1.38,
  /**
   * Below this score the best document shares only common words with the question; lay questions reach 5,000 to 27,000.
   * To be looked at when texts or weights change much: everyday words weigh more the more documents there are.
   */
  fits: 3400,
  /** How well a guide of the same situation must match, relative to the best match, to be among the first three. */
  guide: 0.26,
  /** Factor for a short title that appears in the question in full: 收条, 司法确认申请书, 民法典. */
  named: 0.5,
}
