import type { Command, Outcome } from './run.ts'
import type { Value } from './values.ts'

/**
 * Statements on their way to the thread that writes (writer-thread.ts), and what came of them on their way back: as flat
 * lists, because objects, their texts and each array of bytes take several times as long to copy.
 */

/** How many texts of statements the thread remembers; others are sent each time. The whole app has about four hundred. */
const remembered = 500

/** Pieces of work, one after the other. */
export interface Asked {
  /**
   * Of each piece its number and how many statements it has; of each statement its text, or the place of one that was sent
   * before, how many values it takes, and the values. `true` and a length stand for bytes.
   */
  flat: (string | number | boolean | null)[]
  /** The bytes of all of them. */
  bytes: Uint8Array
}

/** The side that asks: `add` puts a piece of work on the pile, `take` gives the pile away, to be sent at once. */
export const pile = () => {
  const places = new Map<string, number>()
  let flat: Asked['flat'] = []
  let parts: Uint8Array[] = []

  const addText = (sql: string): void => {
    const place = places.get(sql)
    if (place === undefined && places.size < remembered) places.set(sql, places.size)
    flat.push(place ?? sql)
  }
  const addValue = (value: Value): void => {
    if (value instanceof Uint8Array) {
      flat.push(true, value.byteLength)
      parts.push(value)
    } else flat.push(value)
  }
  return {
    add(piece: number, commands: Command[]): void {
      flat.push(piece, commands.length)
      for (const { sql, values } of commands) {
        addText(sql)
        flat.push(values.length)
        for (const value of values) addValue(value)
      }
    },
    take(): Asked {
      // Of its own: a part of the pool of buffers would be sent with the whole pool.
      const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
      let end = 0
      for (const part of parts) {
        bytes.set(part, end)
        end += part.byteLength
      }
      const asked = { flat, bytes }
      flat = []
      parts = []
      return asked
    },
  }
}

/** The side that is asked. @returns a function that reads what `take` gave; it has to be given all of it, in order */
export const reader = () => {
  const texts: string[] = []
  const textOf = (given: unknown): string => {
    if (typeof given === 'number') return texts[given] as string
    if (texts.length < remembered) texts.push(given as string)
    return given as string
  }
  return ({ flat, bytes }: Asked): { piece: number; commands: Command[] }[] => {
    let at = 0
    let read = 0
    const next = (): unknown => flat[at++]
    const nextValue = (): Value => {
      const value = next()
      if (value !== true) return value as Value
      const from = read
      read += next() as number
      return bytes.subarray(from, read)
    }
    const list = <T>(one: () => T): T[] => Array.from({ length: next() as number }, one)
    const pieces = []
    while (at < flat.length)
      pieces.push({
        piece: next() as number,
        commands: list(() => ({ sql: textOf(next()), values: list(nextValue) })),
      })
    return pieces
  }
}

/** Outcomes of one piece as a flat list: of each what it changed, the last row, its columns and rows. */
export const flatOutcomes = (outcomes: Outcome[]): unknown[] =>
  outcomes.flatMap(({ changes, lastRow, columns, rows }) =>
    // Most return no rows.
    columns.length === 0 ? [changes, lastRow, null, null] : [changes, lastRow, columns, rows],
  )

/** What `flatOutcomes` was given. */
export const readOutcomes = (flat: unknown[]): Outcome[] => {
  const outcomes: Outcome[] = []
  for (let at = 0; at < flat.length; at += 4)
    outcomes.push({
      changes: flat[at] as number,
      lastRow: flat[at + 1] as number,
      columns: (flat[at + 2] ?? []) as string[],
      rows: (flat[at + 3] ?? []) as unknown[][],
    })
  return outcomes
}
