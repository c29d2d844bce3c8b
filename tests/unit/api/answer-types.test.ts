import { expectTypeOf, it } from 'vitest'
import type * as z from 'zod'
import type { publicJson } from '#domain/following/public-json.ts'
import type { Problem } from '#http/problem.ts'
import type * as documented from '../../../functions/api/answer-schemas.ts'
import type { vocabulary } from '../../../functions/api/vocabulary.ts'
import type * as filing from '../../../functions/filing/api.ts'
import type * as search from '../../../functions/search/api.ts'

/**
 * The API's answers have the types of its document: `tsc` refuses a field that is missing, renamed or of another type.
 * Real answers are compared in tests/worker/api/openapi.test.ts.
 */

/** Arrays may be read-only; a missing property and an undefined one are the same JSON. */
type Json<T> = T extends readonly (infer Item)[]
  ? Json<Item>[]
  : T extends object
    ? { [Key in keyof T]: Json<T[Key]> }
    : T
type Documented<Schema extends z.ZodType> = Json<z.output<Schema>>

it('every answer of the API has the type that its document gives', () => {
  expectTypeOf<Json<ReturnType<typeof filing.answerJson>>>().toExtend<
    Documented<typeof documented.filedSchema>
  >()
  expectTypeOf<Json<ReturnType<typeof publicJson>>>().toExtend<Documented<typeof documented.publicSchema>>()
  expectTypeOf<Json<ReturnType<typeof search.answerJson>>>().toExtend<
    Documented<typeof documented.answersSchema>
  >()
  expectTypeOf<Json<typeof vocabulary>>().toExtend<Documented<typeof documented.vocabularySchema>>()
  expectTypeOf<Json<Problem>>().toExtend<Omit<Documented<typeof documented.problemSchema>, 'type'>>()
})
