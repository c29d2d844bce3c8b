import { findableNames } from '#domain/basics/folded-name.ts'
import { findableNumbers } from '#domain/basics/phone-numbers.ts'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import { type Move, type MoveKind, moves } from '#domain/moves/table.ts'
import type { Ports } from '#ports'
import type { CaseChange } from '#store/ports/append.ts'

/** What a move changes beside the history: the title, who is found by name, codes and letters. */
export const changeOf = (
  kind: MoveKind,
  input: MoveInput,
  events: readonly NewEvent[],
  random: Ports['random'],
): CaseChange => {
  const [subject] = events.flatMap(({ words }) =>
    words && 'subject' in words && words.subject ? words.subject : [],
  )
  const joined = events.find((event) => event.kind === 'party')?.scope
  const whom = Number(input.whom)
  return {
    subject,
    party:
      joined && input.otherName
        ? {
            scope: joined,
            names: findableNames(input.otherName),
            phones: findableNumbers(input.otherPhone ?? ''),
          }
        : undefined,
    newCode: (moves[kind] as Move).givesCode
      ? { party: whom, trackingCode: makeTrackingCode(random), staffSaw: true }
      : undefined,
    letter: kind === 'invitation' ? whom : undefined,
    endedCode: kind === 'stood-down' ? whom : undefined,
  }
}
