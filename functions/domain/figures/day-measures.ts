import type { Measure } from './measures.ts'

/**
 * Measures that are distributions: their value is a number of days. Apart from the table of measures, whose words the public
 * Worker would have with it.
 */
export const dayMeasures = ['firstAnswer', 'endDays'] as const satisfies Measure[]

export type DayMeasure = (typeof dayMeasures)[number]
