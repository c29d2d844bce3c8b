/**
 * Bounds of what the app accepts, holds and keeps. Durations in milliseconds unless the name says otherwise.
 */
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Lengths of what people write, in code points after normalising (rules.md R5; the desk's fields). */
export const lengths = {
  narrative: 4000,
  request: 1000,
  title: 40,
  otherParty: 100,
  name: 60,
  phone: 60,
  address: 100,
  contactWhen: 40,
  /** What the holder of a code writes: a reply or a message. */
  reply: 2000,
  callWhen: 40,
  message: 1000,
  reason: 2000,
  petitionNumber: 40,
  body: 60,
  subject: 30,
  question: 300,
  rating: 200,
  /** What a file of evidence is, and the fact it shows. */
  caption: 60,
  fact: 100,
  objection: 2000,
  /** A story as each side is asked about it. */
  storyTitle: 30,
  story: 2000,
  /** The question and the answer of a suggestion, as everybody reads them. */
  publicQuestion: 300,
  publicAnswer: 600,
  /** The parts of an agreement, which fits on one sheet. */
  agreementFacts: 600,
  term: 160,
  agreementHow: 200,
  /** What both sides agreed on the spot. */
  spotResult: 500,
  /** Where a meeting is, and the language that somebody interprets. */
  place: 120,
  language: 40,
} as const

/**
 * A text with more code units than this many times its bound is rejected before it is normalised, matched or
 * split (docs/adr/0014-bounded-text-and-https.md). Normalising shortens ordinary text, but never to a
 * quarter.
 */
export const unitsPerCharacter = 4
/** Normalising reads no further than this, whatever the caller: four times the longest field. */
export const longestText = unitsPerCharacter * lengths.narrative

/** Most code units of values that are not prose; longer values are rejected. */
export const units = {
  /** An id, a choice, a token, a number, a telephone number, a value of a query. */
  short: 200,
  /** The longest way people write a day: 二〇二六年十二月三十一日, with spaces between. */
  day: 30,
  /** A number that people type. */
  count: 20,
  /** A tracking code, with text copied along with it from the slip (rules.md R10). */
  trackingCode: 400,
  /** A question to the search, which is cut, not rejected. */
  question: unitsPerCharacter * lengths.question,
  /** The path of an address. */
  path: 512,
  /** A value of a header. */
  header: 300,
  /** A cookie: browsers store no larger one (RFC 6265, 6.1). */
  cookie: 4096,
} as const

/**
 * Fields of one form, and values under one name; the longest, a batch of twenty cases at the desk, has about forty
 * fields, and no more than twenty values under one name.
 */
export const formFields = 100
export const valuesPerField = 30

/**
 * Body of a form or an API call, in bytes. The longest ordinary filing is about 65 KB percent-encoded; the
 * rest allows for a text pasted far too long, so that it is returned with an error instead of being lost.
 */
export const bodyBytes = 512 * 1024
/** How much of a body that is too large is read and discarded before it is rejected. */
export const drainBytes = 16 * 1024 * 1024

/** How long a repeated filing (same idempotency key) is recognised. */
export const receiptLife = day
/** How long a browser is recognised after its last check page, so that a repeat is one case. */
export const browserLife = receiptLife
/**
 * How long the page with the tracking code can be shown, unless the person confirms earlier that they noted
 * it.
 */
export const doneLife = 30 * minute
/** Slips that one browser keeps at a time; the oldest goes first. */
export const slipsKept = 4
/** How long a browser remembers that somebody left in a hurry (functions/http/leave.ts), and the name of the cookie. */
export const leftLife = 15 * minute
export const leftCookie = 'left'
/** A following session ends after this much inactivity, and after `sessionLongest` in any case. */
export const sessionIdle = 30 * minute
export const sessionLongest = 2 * hour

/**
 * Guessing tracking codes (rules.md R44): unknown codes in one window, from one address prefix and in total.
 */
export const guessWindow = hour
export const guessesPerAddress = 30
export const guessesInTotal = 3000

/** How long the number on a letter of invitation can be used. */
export const letterLife = 90 * day

/** How long after the end of a case its holder can still write, in calendar days. */
export const talkDays = 30
/** Messages that one holder can write on a day of the calendar; people who need more ring up. */
export const messagesPerDay = 30
/**
 * Messages and steps of a case that are shown at a time, and characters of those messages together: ten long ones would
 * be three times the weight of a page.
 */
export const shownAtOnce = 10
export const charactersAtOnce = 1500
/** With more characters of messages the page of a case has no similar texts, which would weigh too much beside them. */
export const charactersBesideTexts = 600
/** How long a request of a holder waits before it takes effect, so that it can be taken back. */
export const heldFor = 7 * day
/** How long an agreement is taken to be performed while its case is not closed, in calendar days. */
export const performanceDays = 90
/** After how many days an agreement is asked after (回访), how many later again if nobody was reached, and how often. */
export const revisitDays = 30
export const revisitAgainDays = 7
export const revisitTries = 2
/** How many months after its end a case may become a story. */
export const storyMonths = 12
/** How long a backup may be kept: D1 keeps its past states for as many days (docs/operating.md). */
export const backupDays = 30
/**
 * Ratings (docs/adr/0038-ratings.md): how long each of the two periods is open, and how long an answer can be changed (the
 * trigger of migrations/0003 has the same number), both to the end of the last day; how long nobody is asked after the
 * county has called.
 */
export const ratingWindow = 30 * day
export const ratingChange = 7 * day
export const revisitWeek = 7 * day
/** For how many days from tomorrow on an expert can be booked; how often a person books in a case within as many days. */
export const expertBookingDays = 28
export const bookingsPerPerson = 5
/** Free times of an expert that are shown. */
export const shownSlots = 12
/** How many days back a settlement on the spot can be recorded. */
export const spotDaysBack = 30
/** Fewest answers of which a sum is shown. */
export const fewestRatings = 10
/** One answer in this many is drawn for a call by the county. */
export const callOneIn = 20

/**
 * Files of evidence (docs/adr/0040-evidence.md): bytes of one, and of the form around it; how many a side adds to a case.
 */
export const fileBytes = 10 * 1024 * 1024
export const fileFormBytes = fileBytes + 64 * 1024
export const filesPerSide = 10
/** The longest recording on a page: 5 MB and less at the 128 kbit/s of the phones that choose for themselves. */
export const recordingLongest = 5 * minute
/** Files that one isolate cleans at a time, each in one piece in its memory, and how long others wait for a place. */
export const cleanedAtOnce = 2
export const placeWait = 15_000
/** How long an interrupted upload is kept; an upload at the slowest speed of a phone takes about an hour. */
export const incomingLife = 6 * hour
/** Files that one run of the scheduler deletes. */
export const sweepFiles = 100

/** Merges one after the other that a followed case is followed through; each takes a round trip. */
export const mergeHops = 3

/** Case numbers get a seventh digit once a year has this many cases (a fifth of a million). */
export const sixDigitCases = 200_000
/** Random numbers tried before a filing fails: at a fifth full, one in three million filings needs more. */
export const numberTries = 9
/** Expired rows that one run of the scheduler deletes from a table. */
export const sweepRows = 5000
/** How long rows of logs are kept (migrations/0001 has the same number). */
export const logLife = 200 * day
/** Requests of one person for files of a case are one read for so long: a player asks for one part after another. */
export const readSpan = 10 * minute
/** Lines (a unit on a day) that tell the holder of a code who read their case; older ones are not shown. */
export const mostReadDays = 100
