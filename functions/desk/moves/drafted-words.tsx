import { complainant, partyScope } from '#domain/history/events.ts'
import { draftIn } from '#domain/history/invitation.ts'
import { personIn } from '#domain/history/people.ts'
import { personLabel } from '#domain/history/person-label.ts'
import { wordIn } from '#domain/history/words.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { DeskCase } from '../case/open-case.ts'
import type { DeskCasePorts } from '../ports.ts'
import { readRecord } from './read-record.ts'

/** The words for the other side as they were written last: to be read aloud, or to be changed. */

interface Words {
  /** For whom they are: their place, and their name. */
  whom: string
  text: string
}

/** The newest draft of an opened case; null if there is none. It is a read of the case, logged first. */
export const draftedWords = async (
  ports: Pick<DeskCasePorts, 'store' | 'clock' | 'log'>,
  member: Pick<StaffMember, 'id' | 'unit'>,
  deskCase: DeskCase,
): Promise<Words | null> => {
  const draft = draftIn(deskCase.events)
  if (!draft) return null
  const person = partyScope(draft.party)
  const view = await readRecord(ports, member, deskCase, [complainant, person])
  const event = view.events.find(({ seq }) => seq === draft.seq)
  const text = event && wordIn(view, event, 'text')
  const { name } = personIn(view, person)
  const place = personLabel(deskCase.events, draft.party)
  return text ? { whom: name ? `${place}，${name}` : place, text } : null
}

export const Drafted = ({ words }: { words: Words | null }) =>
  words ? (
    <section class="move-context" aria-label="给对方的话">
      <p>
        给<b>{words.whom}</b>：
      </p>
      <p class="says typed">{words.text}</p>
    </section>
  ) : null
