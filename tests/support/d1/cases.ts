import { batchCases } from './batches.ts'
import type { Case } from './case.ts'
import { limitCases } from './limits.ts'
import { refusalCases } from './refusals.ts'
import { schemaCases } from './schema.ts'
import { typeCases } from './types.ts'

/** All cases of the differential suite; names are unique. */
export const cases: Case[] = [...typeCases, ...schemaCases, ...batchCases, ...limitCases, ...refusalCases]
