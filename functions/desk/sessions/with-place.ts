import { parseWords } from '#domain/history/words.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import { sessionsIn } from '#domain/sessions/sessions.ts'
import type { DeskCase } from '../case/open-case.ts'
import { scopesOf } from './session-options.ts'

/** The input of a move that sets a time, with what was written in the proposal. */
export const withPlace = async ({ stored, events }: DeskCase, input: MoveInput): Promise<MoveInput> => {
  const id = Number(input.fix?.split('-')[0])
  const session = sessionsIn(events).find((one) => one.id === id)
  const seqs = new Set(session?.open.map(({ proposal }) => proposal.seq))
  if (!session || seqs.size === 0) return input
  const [sealed] = await stored.words(scopesOf(session), seqs)
  const words = sealed && parseWords('times-proposed', sealed.json)?.words
  return {
    ...input,
    ...(words?.place && { place: words.place }),
    ...(words?.language && { language: words.language }),
    ...(words?.guests && { guests: words.guests }),
  }
}
