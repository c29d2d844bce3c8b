import type { MoveKind } from '#domain/moves/table.ts'
import type { About } from '#domain/words/about.ts'
import type { Category } from '#domain/words/categories.ts'
import type { Track } from '#domain/words/tracks.ts'

/** The shape of the life of a sample case, as data. */

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
  | 'asks-publication'
  | 'agrees-publication'
  | 'ends-publication'
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
