import { readLine, readText } from '#domain/basics/normalise.ts'
import { choice, type Option, publicText, type Read, text } from './readers.ts'

/** What a row of the table of fields says, and how rows of a kind are made. */

export interface MoveFieldRow<T = unknown> {
  label: string
  hint?: string
  /** Longest text, in code points. */
  max?: number
  read: Read<T>
  input: 'text-area' | 'line' | 'number' | 'day' | 'choice' | 'choices'
  /** Options that are the same for all cases; the others depend on the case (desk/moves/options.ts). */
  options?: readonly Option[]
  /** Of a text area. */
  rows?: number
  /** Kept as it is in the readable part of the row; the others are sealed, or `buildMove` knows where they go. */
  plain?: true
}

/** A row of text whose bound is both what is read and what the form says. */
export const prose = (max: number, row: Pick<MoveFieldRow, 'label' | 'hint' | 'rows'>) =>
  ({ ...row, max, read: text(readText, max), input: 'text-area' }) as const
/** The same for a text that everybody may read: nothing in it leads to a person. */
export const publicProse = (max: number, row: Pick<MoveFieldRow, 'label' | 'hint' | 'rows'>) =>
  ({ ...row, max, read: publicText(max), input: 'text-area' }) as const
/** The same for one line. */
export const line = (max: number, row: Pick<MoveFieldRow, 'label' | 'hint'>) =>
  ({ ...row, max, read: text(readLine, max), input: 'line' }) as const
/** A row with options: one of its own, or of those of the case. */
export const oneOf = <T extends string = string>(
  row: Pick<MoveFieldRow, 'label' | 'hint' | 'plain'> & { options?: readonly Option<T>[] },
) => ({ ...row, read: choice<T>, input: 'choice' }) as const
