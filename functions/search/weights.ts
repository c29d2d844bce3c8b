/** What was tuned on one half of tests/search/queries.tsv. */
export const weights = {
  /** A word the list of synonyms adds, beside one the person wrote. */
  added: 0.35,
  /** How many times better a help line fits that leads without a word of danger. */
  alarm: 2,
  /** A word that says where something happened, not what. */
  weak: 0.2,
  /** How much a match gains when the best matches agree on its subject, at most. */
  subject: 0.25,
  /** A statute where nobody asked for the law. */
  law: 0.55,
  /** A short title that stands in the question whole: 收条, 司法确认申请书, 民法典. */
  named: 0.5,
}
