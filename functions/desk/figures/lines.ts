import type { Measure } from '#domain/figures/measures.ts'
import { type Sums, sumsOf } from '#domain/figures/shares.ts'
import type { FigureSums, KeyFigure, LaterFigure, PlaceFigure } from '#store/ports/figures.ts'
import { type RowKind, rowKinds } from './row-kinds.ts'

/** The rows of the figures of a period: sums, distributions, and what was entered later, for each category, track, level, place. */

export interface Late {
  /** What was entered in the period for an earlier day, and what was entered after it for one of its days. */
  entered: ReadonlyMap<Measure, number>
  later: ReadonlyMap<Measure, number>
}

/** An area, a level, a category or a track. */
export interface Line extends Late {
  id: string
  sums: Sums
}

type Row = Pick<PlaceFigure, 'measure' | 'key' | 'value' | 'n'>
type Later = Pick<LaterFigure, 'measure' | 'n'>

const summed = (pairs: readonly (readonly [Measure, number])[]): Map<Measure, number> => {
  const sums = new Map<Measure, number>()
  for (const [measure, n] of pairs) sums.set(measure, (sums.get(measure) ?? 0) + n)
  return sums
}

/** Sums of rows, and of what was entered later. */
export const lineOf = (rows: readonly Row[], later: readonly Later[]): Omit<Line, 'id'> => ({
  sums: sumsOf(rows),
  entered: summed(rows.flatMap(({ measure, key, n }) => (measure === 'late' && key ? [[key, n]] : []))),
  later: summed(later.map(({ measure, n }) => [measure, n])),
})

/** A place is summed by its area and its level at once: `qingshi town`. */
export const placeKey = (areaId: string, level: string): string => `${areaId} ${level}`
export const areaOfKey = (key: string): string => key.split(' ')[0] ?? ''
export const levelOfKey = (key: string): string => key.split(' ')[1] ?? ''

const linesOf = <Of extends Row, More extends Later>(
  kind: RowKind,
  [rows, later]: [readonly Of[], readonly More[]],
  [idOf, laterId]: [(row: Of) => string, (row: More) => string],
): Line[] => {
  const [own, after] = [Map.groupBy(rows, idOf), Map.groupBy(later, laterId)]
  return [...new Set([...own.keys(), ...after.keys()])]
    .sort(rowKinds[kind].order)
    .map((id) => ({ id, ...lineOf(own.get(id) ?? [], after.get(id) ?? []) }))
}

/** All rows of a period, each kind in its order. A row is there if anything was counted for it. */
export const figureLines = ({ places, keys, later }: FigureSums): Record<RowKind, Line[]> => {
  const byPlace = (kind: RowKind, of: (key: string) => string) =>
    linesOf(
      kind,
      [places, later.filter(({ dim }) => dim === 'all')],
      [({ place }) => of(place), ({ id }) => of(id)],
    )
  const byKey = (dim: KeyFigure['dim']) =>
    linesOf(
      dim,
      [keys.filter((row) => row.dim === dim), later.filter((row) => row.dim === dim)],
      [({ id }) => id, ({ id }) => id],
    )
  return {
    category: byKey('category'),
    track: byKey('track'),
    level: byPlace('level', levelOfKey),
    place: byPlace('place', areaOfKey),
  }
}
