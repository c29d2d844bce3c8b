import { tellsGiven } from '#domain/basics/given-names.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { complainant } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import { givenBy, scopesOfPeople } from '#domain/history/people.ts'
import { publicationIn } from '#domain/history/publication.ts'
import { parseWords, type WithWords, wordsOf } from '#domain/history/words.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { hurtsIn } from '#domain/spot/refused-words.ts'
import { deskData } from '#generated/desk.ts'
import type { DeskCase } from '../case/open-case.ts'

/** The words of a published answer: written by one member of staff, approved by another (docs/adr/0058-published-answers.md). */

/** The words that wait to be approved; null if nothing does, or they cannot be read any more. */
export const draftedPublication = async ({
  stored,
  events,
}: Pick<DeskCase, 'stored' | 'events'>): Promise<Pick<
  MoveInput,
  'publicQuestion' | 'publicAnswer'
> | null> => {
  const publication = publicationIn(events)
  if (!publication || publication.state === 'asked') return null
  const [sealed] = await stored.words([complainant], new Set([publication.seq]))
  const words = sealed && parseWords('publication-drafted', sealed.json)?.words
  return words?.question && words.answer
    ? { publicQuestion: words.question, publicAnswer: words.answer }
    : null
}

/** The input of the approval: the very words that were drafted. */
export const withDrafted = async (
  deskCase: DeskCase,
  input: MoveInput,
): Promise<Result<MoveInput, 'lostText'>> => {
  const words = await draftedPublication(deskCase)
  return words ? ok({ ...input, ...words }) : fail('lostText')
}

/** True of a move whose words everybody is to read. */
export const isPublic = (kind: MoveKind): boolean =>
  kind === 'publication-drafted' || kind === 'publication-approved'

/**
 * What stands in the way of words for everybody, beyond what their form tells: somebody of the case is named, or somebody is
 * hurt or afraid in them.
 * @param view with what the people of the case gave, and what was filed
 */
export const publicWordsFault = (
  view: WithWords,
  { publicQuestion = '', publicAnswer = '' }: MoveInput,
): 'namesSomebody' | 'tellsDanger' | null => {
  const text = `${publicQuestion}\n${publicAnswer}`
  const given = scopesOfPeople(view.events).flatMap((person) => givenBy(view, person))
  const { otherParty, onBehalfOf } = wordsOf(view, 'filed') ?? {}
  const told = tellsGiven(text, {
    names: given.flatMap(({ name, address }) => [name ?? '', address ?? '']),
    about: [otherParty ?? '', onBehalfOf ?? ''],
    phones: given.flatMap(({ phone }) => phone ?? []),
  })
  if (told) return 'namesSomebody'
  return hurtsIn(deskData.danger, text) ? 'tellsDanger' : null
}

/** The event of such a move: its words are sealed under the key of who filed, so that erasing them erases it. */
export const publicationEvent = (
  kind: 'publication-drafted' | 'publication-approved',
  { publicQuestion = '', publicAnswer = '' }: MoveInput,
  by: Pick<NewEvent, 'actor' | 'acting' | 'at' | 'unit'>,
): NewEvent => ({
  ...by,
  kind,
  scope: complainant,
  words: { question: publicQuestion, answer: publicAnswer },
  data: {},
})
