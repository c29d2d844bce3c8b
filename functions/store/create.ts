import type { D1Database } from '@cloudflare/workers-types'
import type { Random } from '#domain/basics/random.ts'
import type { Keys } from '#keys'
import { anchors } from './anchors/checking.ts'
import { closing } from './anchors/closing.ts'
import { appending } from './append.ts'
import type { Base } from './base.ts'
import { besides } from './beside.ts'
import { connect } from './client.ts'
import { counting } from './counts.ts'
import { figureClosing } from './figures/closing.ts'
import { figureReading } from './figures/reading.ts'
import { filing } from './file-case.ts'
import { finding } from './find-lines.ts'
import { following } from './following.ts'
import { guessing } from './guesses.ts'
import { drafting } from './importing/drafts.ts'
import { knowing } from './importing/known.ts'
import { importing } from './importing/rows.ts'
import { ledgers } from './ledger/ledger.ts'
import { unsealing } from './ledger/unsealing.ts'
import { letterPrinting, letters } from './letters/letters.ts'
import { refreshing } from './listing-rows.ts'
import { listing } from './lists.ts'
import { maintaining } from './maintenance.ts'
import { measures } from './measures.ts'
import { mediated } from './mediated.ts'
import { noticeAnswers } from './notices/answers.ts'
import { sendingNotices } from './notices/sending.ts'
import { opening } from './opening.ts'
import { ownFilings } from './own-filing.ts'
import { publishedAnswers } from './publication/reading.ts'
import { ratingClosing, ratingFigures } from './ratings/figures.ts'
import { rating } from './ratings/rate.ts'
import { taskUnits } from './ratings/task-units.ts'
import { ratingTasks } from './ratings/tasks.ts'
import { readLogging } from './read-log.ts'
import { readers } from './readers.ts'
import { receiving } from './receipts.ts'
import { calendars, consultations } from './sessions/calendar.ts'
import { sheets } from './sheets.ts'
import { publishing } from './statistics/publishing.ts'
import { statistics } from './statistics/reading.ts'
import { sweeping } from './sweep.ts'

type Make = [d1: D1Database, keys: Keys, random: Random]

const baseOf = (...[d1, keys, random]: Make): Base => ({ d1, db: connect(d1), keys, random })

const publicParts = (base: Base) => ({
  ...filing(base),
  ...receiving(base),
  ...following(base),
  ...ownFilings(base),
  ...readers(base),
  ...besides(base),
  ...guessing(base),
  ...appending(base),
  ...maintaining(base),
  ...rating(base),
  ...letters(base),
  ...consultations(base),
  ...anchors(base),
  ...statistics(base),
  ...publishedAnswers(base),
})

/** Creates the parts of the store that residents need; the public Worker bundles no others. */
export const createPublicStore = (...make: Make) => publicParts(baseOf(...make))

/** Creates the store over a D1 database from all its parts. */
export const createStore = (...make: Make) => {
  const base = baseOf(...make)
  return {
    ...publicParts(base),
    ...opening(base),
    ...listing(base),
    ...counting(base),
    ...finding(base),
    ...readLogging(base),
    ...refreshing(base),
    ...sheets(base),
    ...ledgers(base),
    ...measures(base),
    ...unsealing(base),
    ...mediated(base),
    ...letterPrinting(base),
    ...sweeping(base),
    ...ratingTasks(base),
    ...ratingFigures(base),
    ...ratingClosing(base),
    ...taskUnits(base),
    ...sendingNotices(base),
    ...noticeAnswers(base),
    ...calendars(base),
    ...figureClosing(base),
    ...figureReading(base),
    ...closing(base),
    ...publishing(base),
    ...drafting(base),
    ...knowing(base),
    ...importing(base),
  }
}

/** The parts for residents. */
export type PublicStore = ReturnType<typeof createPublicStore>

/** All parts together. Code that uses the store asks for one part of it (store/ports). */
export type Store = ReturnType<typeof createStore>
