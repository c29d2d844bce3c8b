import { complainant } from '#domain/history/events.ts'
import { draftIn } from '#domain/history/invitation.ts'
import { type WithWords, wordIn } from '#domain/history/words.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { DeskCase } from '../case/open-case.ts'
import type { DeskCasePorts } from '../ports.ts'
import { readRecord } from './read-record.ts'

/** The words for the other side as they were written last: to be read aloud, or to be changed. */

/** The newest draft of an opened case; undefined if there is none. It is a read of the case, logged first. */
export const draftedWords = async (
  ports: Pick<DeskCasePorts, 'store' | 'clock' | 'log'>,
  member: Pick<StaffMember, 'id' | 'unit'>,
  deskCase: DeskCase,
): Promise<string | undefined> => {
  const draft = draftIn(deskCase.events)
  if (!draft) return undefined
  const view: WithWords = await readRecord(ports, member, deskCase, [complainant])
  const event = view.events.find(({ seq }) => seq === draft.seq)
  return event && wordIn(view, event, 'text')
}

export const Drafted = ({ words }: { words: string | undefined }) =>
  words ? (
    <section class="move-context" aria-label="给对方的话">
      <p class="says typed">{words}</p>
    </section>
  ) : null
