/**
 * The facts that a printed document of a case can name, and for whom each may be printed. The build refuses a document
 * whose text names a fact that its reader must not learn (docs/adr/0046-dossier.md).
 */

/**
 * Whom a document is for: the file of the unit, an outside body that gets the case, one side, or both sides at one table.
 */
export const audienceIds = ['file', 'outside', 'applicant', 'other', 'both'] as const

export type PaperAudience = (typeof audienceIds)[number]

const anybody = audienceIds
const staff = ['file', 'outside'] as const
const applicants = [...staff, 'applicant'] as const
/** Who signs beside the other knows the name of the other. */
const names = [...applicants, 'both'] as const

/** Each fact with the audiences that may read it. */
export const factReaders = {
  // Never known: always a line to write on.
  blank: anybody,
  // The case and the unit that has it; of an occasion, its day and the unit of that day.
  caseNumber: anybody,
  year: anybody,
  today: anybody,
  day: anybody,
  unit: anybody,
  unitPhone: anybody,
  unitHours: anybody,
  unitAddress: anybody,
  title: applicants,
  filedOn: applicants,
  channel: applicants,
  acceptedOn: applicants,
  endedOn: applicants,
  result: applicants,
  answeredOn: applicants,
  receivedOn: applicants,
  reviewUntil: applicants,
  // What only staff may know: a category would tell a case in danger from others (rules.md R49).
  category: staff,
  region: staff,
  people: staff,
  petitionNumber: staff,
  handler: staff,
  lead: staff,
  retention: staff,
  pieces: staff,
  missing: staff,
  recorder: staff,
  record: staff,
  // After an agreement: what was said of each item, what a revisit found.
  performed: staff,
  found: staff,
  // The people.
  applicant: names,
  applicantPhone: applicants,
  applicantContact: staff,
  applicantAddress: applicants,
  otherAsTold: applicants,
  others: [...staff, 'both'],
  othersContact: staff,
  otherSide: staff,
  narrative: applicants,
  request: applicants,
  // Of one occasion: what was said to the complainant, where the case went, what was delivered.
  message: applicants,
  body: applicants,
  answerBy: staff,
  reason: staff,
  from: applicants,
  to: applicants,
  toPhone: applicants,
  periods: applicants,
  days: applicants,
  due: applicants,
  ways: applicants,
  attachments: staff,
  recipient: anybody,
  items: applicants,
  deliveredBy: applicants,
  deliveredOn: applicants,
} as const satisfies Record<string, readonly PaperAudience[]>

export type FactName = keyof typeof factReaders

/** The facts of a document; one that is absent is a line to write on. */
export type Facts = { [F in FactName]?: string | undefined }

/** True if this is the name of a fact. */
export const isFactName = (name: string): name is FactName => Object.hasOwn(factReaders, name)
