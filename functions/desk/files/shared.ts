import type { Context } from 'hono'
import { movesFor } from '#domain/moves/rules.ts'
import { asksForJson } from '#http/asks-json.ts'
import type { PostedForm } from '#http/form.ts'
import { showLostForm } from '#http/lost-form.tsx'
import { refuse } from '#http/refusals.tsx'
import type { FormError } from '#ui/form/state.ts'
import { type DeskCase, openCase } from '../case/open-case.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'

/** What the routes about files share. */

export type Status = 200 | 400 | 403 | 404 | 409 | 411 | 413 | 415 | 422 | 503

/** What is wrong with one field of a form. */
export const errorIn = (field: string, text: string): FormError[] => [{ field, text }]

export const numberIn = (c: Context): string => c.req.param('number') ?? ''

/** The case of the address; null if it does not exist for this person. */
export const openFor = (ports: DeskCasePorts, c: Context): Promise<DeskCase | null> =>
  openCase(ports, memberOf(c), numberIn(c))

/** The case, if this person may record something in it: then they may put a file to it and say what a file shows. */
export const openToRecord = async (ports: DeskCasePorts, c: Context): Promise<DeskCase | null> => {
  const deskCase = await openFor(ports, c)
  return deskCase && movesFor(deskCase.standing).includes('noted') ? deskCase : null
}

/** Answers words about a file of a case that is not there for this person any more; a script still has them. */
export const lostWords = (c: Context, form: PostedForm) =>
  asksForJson(c) ? refuse(c, 'noCase') : showLostForm(c, 'moved', form, () => refuse(c, 'noCase'))
