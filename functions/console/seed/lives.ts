import type { MoveKind } from '#domain/moves/table.ts'
import type { About } from '#domain/words/about.ts'
import type { Category } from '#domain/words/categories.ts'
import type { Track } from '#domain/words/tracks.ts'
import { agreement, answering, ending, kept, meeting, table } from './life-parts.ts'

/**
 * The lives of sample cases, as data: what happens in which order, after how many days, how likely. Steps that the rules do
 * not allow at that moment are left out, so a life fits a village committee as well as the county's centre.
 */

/** What the people of a case do themselves, and what staff do with a form of its own. */
export type OwnAct =
  | 'writes'
  | 'replies'
  | 'urges'
  | 'objects'
  | 'withdraws'
  | 'takes-it-back'
  | 'rates'
  | 'rates-low'
  | 'approves'
  | 'other-agrees'
  | 'other-refuses'
  | 'chooses-times'
  | 'reads-agreement'
  | 'other-reads'
  | 'other-did'
  | 'got-it'
  | 'got-nothing'
  | 'gives-file'
  | 'books-expert'
  | 'wants-mediator'
  | 'denies-spot'
  | 'other-looks'
  | 'draft'
  | 'concluded'
  | 'files-again'

export type Act = MoveKind | OwnAct

/** An act, the days since the step before (least, most), and how likely it is; absent: it is made. */
export type Step = readonly [act: Act, least: number, most: number, chance?: number]

export interface Life {
  id: string
  /** How often it is drawn. */
  weight: number
  tracks: readonly Track[]
  /** `spot`: settled on the spot; `registered`: staff wrote it down; absent: drawn. */
  begins?: 'online' | 'registered' | 'spot'
  about?: readonly About[]
  categories?: readonly Category[]
  danger?: true
  /** How likely the complainant gives no name. */
  anonymous?: number
  /** How many people it is about, and how many of them are registered. */
  group?: readonly [least: number, most: number]
  steps: readonly Step[]
}

const talk = ['mediation'] as const
const asks = ['consult', 'suggestion', 'tip'] as const

export const lives: readonly Life[] = [
  {
    id: 'agreement-on-paper',
    weight: 19,
    tracks: talk,
    steps: [['accepted', 0, 3], ['gives-file', 0, 2, 0.1], ...table, ...meeting, ...agreement, ...kept],
  },
  {
    id: 'agreement-broken',
    weight: 4,
    tracks: talk,
    steps: [
      ['accepted', 0, 2],
      ...table,
      ...meeting,
      ...agreement,
      ['got-nothing', 34, 50],
      ['revisited', 1, 5],
      ['reopened', 1, 4, 0.7],
      ['mediating', 1, 3],
      ['settled', 3, 15, 0.6],
      ['failed', 1, 12, 0.8],
      ['closed', 5, 30, 0.7],
    ],
  },
  {
    id: 'talked-round',
    weight: 12,
    tracks: talk,
    steps: [
      ['accepted', 0, 3],
      ['party', 0, 2, 0.6],
      ['mediating', 1, 5],
      ['writes', 1, 4, 0.25],
      ['message', 0, 2, 0.4],
      ['settled', 2, 18],
      ['rates', 1, 10, 0.4],
      ['revisited', 31, 40, 0.8],
      ['closed', 1, 20, 0.8],
    ],
  },
  {
    id: 'talk-failed',
    weight: 6,
    tracks: talk,
    steps: [['accepted', 0, 3], ...table, ['mediating', 1, 3], ['failed', 4, 24], ...ending],
  },
  {
    id: 'other-side-refuses',
    weight: 3,
    tracks: talk,
    steps: [
      ['accepted', 0, 3],
      ...table.slice(0, -1),
      ['other-refuses', 1, 6, 0.7],
      ['refused', 1, 4],
      ['failed', 1, 6],
      ['closed', 5, 30, 0.8],
    ],
  },
  {
    id: 'settled-on-the-spot',
    weight: 14,
    tracks: talk,
    begins: 'spot',
    steps: [
      ['writes', 1, 4, 0.05],
      ['other-looks', 1, 6, 0.5],
      ['denies-spot', 1, 3, 0.03],
      ['spot-checked', 3, 12, 0.6],
      ['revisited', 31, 38, 0.6],
      ['closed', 1, 20, 0.8],
    ],
  },
  {
    id: 'declined',
    weight: 3,
    tracks: ['mediation', 'complaint', 'consult', 'suggestion', 'tip'],
    steps: [
      ['declined', 0, 5],
      ['files-again', 2, 25, 0.4],
    ],
  },
  {
    id: 'withdrawn',
    weight: 3,
    tracks: ['mediation', 'complaint'],
    begins: 'online',
    steps: [
      ['accepted', 0, 3, 0.8],
      ['withdraws', 1, 9],
      ['takes-it-back', 1, 3, 0.1],
      ['request-confirmed', 1, 4],
      ['noted', 8, 9, 0.3],
    ],
  },
  {
    id: 'handed-up',
    weight: 5,
    tracks: talk,
    steps: [
      ['accepted', 0, 3],
      ['mediating', 1, 4],
      ['escalated', 3, 15],
      ['accepted', 0, 2],
      ['assigned', 0, 1, 0.5],
      ...table,
      ...meeting,
      ...agreement,
      ...kept,
    ],
  },
  {
    id: 'bounced-twice',
    weight: 2,
    tracks: ['mediation', 'consult'],
    steps: [
      ['escalated', 1, 4],
      ['returned', 1, 3],
      ['escalated', 1, 3],
      ['returned', 1, 3],
      ['sent-down', 1, 3],
      ['accepted', 0, 2],
      ['mediating', 1, 4],
      ['settled', 3, 15, 0.7],
      ...answering,
    ],
  },
  {
    id: 'sent-to-the-grid',
    weight: 4,
    tracks: ['mediation', 'consult'],
    steps: [
      ['accepted', 0, 2],
      ['sent-down', 0, 2],
      ['noted', 1, 4],
      ['reported-back', 1, 9, 0.85],
      ['mediating', 1, 4],
      ['settled', 2, 12, 0.7],
      ...answering,
    ],
  },
  {
    id: 'together',
    weight: 2,
    tracks: talk,
    steps: [
      ['accepted', 0, 2],
      ['cohandler-joined', 0, 3],
      ['lead-named', 1, 3, 0.5],
      ...table,
      ...meeting,
      ['cohandler-left', 1, 4, 0.7],
      ...agreement,
      ...kept,
    ],
  },
  {
    id: 'referred-and-answered',
    weight: 3,
    tracks: ['mediation', 'complaint', 'tip'],
    steps: [
      ['accepted', 0, 3],
      ['referred', 2, 9],
      ['referral-answered', 8, 30],
      ['mediating', 1, 3],
      ['settled', 2, 12, 0.5],
      ...answering,
    ],
  },
  {
    id: 'referred-and-forgotten',
    weight: 2,
    tracks: ['mediation', 'complaint'],
    steps: [
      ['accepted', 0, 3],
      ['referred', 2, 9],
      ['urges', 12, 25, 0.4],
    ],
  },
  {
    id: 'forgotten',
    weight: 0.6,
    tracks: ['mediation', 'complaint', 'consult'],
    steps: [
      ['accepted', 0, 4, 0.7],
      ['urges', 16, 30, 0.8],
      ['writes', 3, 9, 0.5],
      ['message', 1, 6, 0.3],
      ['urges', 20, 40, 0.4],
    ],
  },
  {
    id: 'late-but-done',
    weight: 4,
    tracks: ['mediation', 'complaint'],
    steps: [
      ['accepted', 2, 6],
      ['urges', 17, 24, 0.6],
      ['message', 1, 3, 0.7],
      ['mediating', 4, 12],
      ['settled', 8, 30, 0.6],
      ['handling', 2, 8],
      ...answering,
    ],
  },
  {
    id: 'petition',
    weight: 7,
    tracks: ['complaint'],
    about: ['none', 'none', 'none', 'village-cadre', 'town-staff', 'unknown', 'grid-worker'],
    steps: [
      ['accepted', 1, 10],
      ['handling', 1, 6],
      ['asked', 1, 8, 0.25],
      ['replies', 1, 6],
      ['hearing-set', 2, 8, 0.15],
      ['session-held', 0, 1],
      ['answered', 8, 42],
      ['delivered', 1, 4, 0.9],
      ['objects', 2, 12, 0.1],
      ['rates', 1, 8, 0.2],
      ['rates-low', 1, 8, 0.2],
      ['reopened', 4, 20, 0.07],
      ['answered', 5, 25],
      ['closed', 3, 25, 0.8],
    ],
  },
  {
    id: 'petition-extended',
    weight: 2,
    tracks: ['complaint'],
    steps: [
      ['accepted', 1, 9],
      ['handling', 1, 6],
      ['extension-requested', 35, 48],
      ['extended', 1, 3, 0.8],
      ['extension-refused', 1, 2],
      ['answered', 8, 22],
      ['delivered', 1, 4],
      ['closed', 3, 25, 0.8],
    ],
  },
  {
    id: 'about-somebody',
    weight: 3,
    tracks: ['complaint', 'tip'],
    about: ['grid-worker', 'village-cadre', 'town-staff', 'county-staff', 'unknown'],
    anonymous: 0.4,
    steps: [
      ['accepted', 0, 6],
      ['handling', 1, 5],
      ['noted', 1, 5, 0.5],
      ['answered', 6, 24],
      ['closed', 4, 25, 0.8],
    ],
  },
  {
    id: 'asked-something',
    weight: 13,
    tracks: asks,
    anonymous: 0.15,
    steps: [
      ['accepted', 0, 3],
      ['handling', 0, 4, 0.7],
      ['asked', 0, 3, 0.15],
      ['replies', 1, 5],
      ['books-expert', 0, 3, 0.06],
      ['council-set', 1, 6, 0.04],
      ...answering,
    ],
  },
  {
    id: 'waiting-for-words',
    weight: 2,
    tracks: ['mediation', 'complaint', 'consult'],
    steps: [
      ['accepted', 0, 3],
      ['asked', 1, 4],
    ],
  },
  {
    id: 'in-danger',
    weight: 3,
    tracks: ['mediation', 'consult'],
    categories: ['family', 'elderly', 'neighbour', 'safety', 'other'],
    danger: true,
    steps: [
      ['contacted', 0, 0],
      ['accepted', 0, 2],
      ['duty-reported', 0, 1, 0.2],
      ['contacted', 2, 6, 0.7],
      ['danger-lifted', 3, 12, 0.8],
      ['sent-down', 1, 3, 0.5],
      ['mediating', 1, 4],
      ['settled', 4, 15, 0.6],
      ...answering,
    ],
  },
  {
    id: 'danger-found',
    weight: 1.5,
    tracks: talk,
    categories: ['family', 'elderly', 'neighbour', 'debt'],
    steps: [
      ['accepted', 0, 2],
      ['mediating', 1, 4],
      ['danger-marked', 1, 6],
      ['contacted', 0, 0],
      ['danger-lifted', 4, 14, 0.7],
      ['answered', 3, 12, 0.6],
      ['failed', 3, 12, 0.8],
      ['closed', 2, 20, 0.8],
    ],
  },
  {
    id: 'many-people',
    weight: 2.5,
    tracks: ['mediation', 'complaint', 'suggestion'],
    categories: ['expropriation', 'property', 'village-enterprise', 'environment', 'labour', 'land'],
    group: [5, 60],
    steps: [
      ['accepted', 0, 2],
      ['judged', 0, 2, 0.5],
      ['lead-named', 0, 2, 0.6],
      ['council-set', 2, 7, 0.3],
      ['session-held', 0, 1],
      ['mediating', 1, 5],
      ['settled', 6, 25, 0.5],
      ['handling', 1, 4],
      ...answering,
    ],
  },
  {
    id: 'another-mediator',
    weight: 1.5,
    tracks: talk,
    steps: [
      ['accepted', 0, 2],
      ['mediating', 1, 4],
      ['wants-mediator', 1, 5],
      ['mediator-changed', 0, 2],
      ['mediating', 1, 3],
      ['settled', 3, 14, 0.7],
      ['failed', 2, 10, 0.7],
      ['closed', 3, 20, 0.8],
    ],
  },
  {
    id: 'handed-on',
    weight: 2,
    tracks: ['mediation', 'complaint', 'suggestion'],
    steps: [
      ['transferred', 1, 3],
      ['accepted', 0, 3],
      ['recused', 0, 2, 0.15],
      ['handling', 1, 4],
      ['mediating', 1, 4],
      ['settled', 3, 14, 0.6],
      ...answering,
    ],
  },
  {
    id: 'nobody-has-looked-yet',
    weight: 0.4,
    tracks: ['mediation', 'complaint', 'consult', 'suggestion', 'tip'],
    steps: [],
  },
]
