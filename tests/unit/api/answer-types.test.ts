import { expectTypeOf, it } from 'vitest'
import type * as z from 'zod'
import type { publicJson } from '#domain/following/public-view.ts'
import type { Problem } from '#http/problem.ts'
import type * as documented from '../../../functions/api/answer-schemas.ts'
import type { vocabulary } from '../../../functions/api/vocabulary.ts'
import type * as filing from '../../../functions/filing/api.ts'
import type * as search from '../../../functions/search/api.ts'

/**
 * What the API answers has the type its document promises: `tsc` refuses a field that is missing, renamed or of another
 * type. Real answers are compared in tests/worker/api/openapi.test.ts.
 */

/** Lists may be read-only; a property that is left out and one that is undefined are the same JSON. */
type Json<T> = T extends readonly (infer Item)[]
  ? Json<Item>[]
  : T extends object
    ? { [Key in keyof T]: Json<T[Key]> }
    : T
type Promised<Schema extends z.ZodType> = Json<z.output<Schema>>

it('every answer of the API has the type its document promises', () => {
  expectTypeOf<Json<ReturnType<typeof filing.answerJson>>>().toExtend<
    Promised<typeof documented.filedSchema>
  >()
  expectTypeOf<Json<ReturnType<typeof publicJson>>>().toExtend<Promised<typeof documented.publicSchema>>()
  expectTypeOf<Json<ReturnType<typeof search.answerJson>>>().toExtend<
    Promised<typeof documented.answersSchema>
  >()
  expectTypeOf<Json<typeof vocabulary>>().toExtend<Promised<typeof documented.vocabularySchema>>()
  expectTypeOf<Json<Problem>>().toExtend<Omit<Promised<typeof documented.problemSchema>, 'type'>>()
})
