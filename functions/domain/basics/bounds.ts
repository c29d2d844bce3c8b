/** Numbers that bound what the app takes in, holds and forgets. Durations in milliseconds unless named. */
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Lengths of what people write, in code points after normalising (rules.md R5; the desk's fields). */
export const lengths = {
  narrative: 4000,
  request: 1000,
  title: 40,
  otherParty: 100,
  name: 30,
  contactWhen: 40,
  reply: 1000,
  message: 1000,
  reason: 2000,
  body: 60,
  subject: 30,
  question: 300,
} as const

/**
 * A text of more code units than this many times its limit is refused before it is normalised, matched or split
 * (docs/adr/0014-bounded-text-and-https.md). Normalising makes an honest text shorter, but never to a quarter.
 */
export const unitsPerSign = 4
/** Normalising reads no further than this, whoever calls it: four times the longest field. */
export const longestText = unitsPerSign * lengths.narrative

/** Most code units of what is no prose; what is longer is none of it. */
export const units = {
  /** An id, a choice, a token, a number, a telephone number, a value of a query. */
  short: 200,
  /** A day as people write it, the longest: ２０２６ 年 12 月 3 日. */
  day: 20,
  /** A number that people type: 30, ３０ 天 is none. */
  count: 20,
  /** A tracking code with what came along from the slip (rules.md R10). */
  trackingCode: 400,
  /** A question to the search; it is cut, not refused. */
  question: unitsPerSign * lengths.question,
  /** The path of an address. */
  path: 512,
  /** A value of a header. */
  header: 300,
  /** A cookie: browsers keep no larger one (RFC 6265, 6.1). */
  cookie: 4096,
} as const

/** Fields of one form, and values under one name; the longest form of the site has under thirty of both. */
export const formFields = 100
export const valuesPerField = 30

/**
 * Body of a form or an API call, in bytes. The longest honest filing is about 65 KB percent-encoded; the rest is
 * room for a text pasted far too long, so that it comes back with a sentence instead of being lost.
 */
export const bodyBytes = 512 * 1024
/** Of a body that is too large, this much is read and thrown away before the refusal. */
export const drainBytes = 16 * 1024 * 1024

/** A repeat of a filing (idempotency key) is recognised this long. */
export const receiptLife = day
/** The page with the tracking code stays this long, unless noted before. */
export const doneLife = 30 * minute
/** A following session ends after this much silence, and after this long whatever happens. */
export const sessionIdle = 30 * minute
export const sessionLongest = 2 * hour

/** Guessing (rules.md R44): unknown codes in one window, from one address prefix and from everywhere. */
export const guessWindow = hour
export const guessesPerAddress = 30
export const guessesInTotal = 3000

/** A seventh digit joins the case number when a year holds this many cases (a fifth of a million). */
export const sixDigitCases = 200_000
/** Fresh numbers tried before a filing gives up: at a fifth full, one in three million filings needs more. */
export const numberTries = 9
/** Rows past their life that one run of the scheduler removes from a table. */
export const sweepRows = 5000
/** Rows of logs are kept this long (migrations/0001 says the same number). */
export const logLife = 200 * day
