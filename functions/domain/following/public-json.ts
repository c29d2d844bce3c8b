import { rfc3339 } from '#domain/basics/time.ts'
import { sourceOf } from '#domain/clocks/rules.ts'
import { fileJson, type ShownFile } from '#domain/history/case-files.ts'
import type { ShownTimes } from '#domain/sessions/own-times.ts'
import { heldJson, openActs } from './acts.ts'
import type { Action, FollowedView } from './followed-view.ts'

/** What the holder can do now, by the names of the API's calls. */
const canDo = ({ can, chance, acts, times }: FollowedView): Action[] => [
  ...can,
  ...(chance ? (['rate'] as const) : []),
  ...(times.open ? (['times'] as const) : []),
  ...openActs(acts),
]

/** The meetings, as the API has them; nothing if there are none. */
const timesJson = ({ open, planned, postponed }: ShownTimes) =>
  (open || planned.length > 0 || postponed) && {
    times: {
      open: open && {
        slots: open.slots.map(({ id, start }) => ({ id, start: rfc3339(start) })),
        chosen: open.chosen,
        ...meetingJson(open),
      },
      planned: planned.map((meeting) => ({
        start: rfc3339(meeting.start),
        form: meeting.form,
        ...meetingJson(meeting),
      })),
      postponed,
    },
  }

const meetingJson = ({
  length: minutes,
  place,
  language,
  guests,
  apart,
}: Pick<ShownTimes['planned'][number], 'length' | 'place' | 'language' | 'guests' | 'apart'>) => ({
  minutes,
  place,
  language,
  guests,
  apart,
})

/** The JSON form of the view, with the files of the holder. */
export const publicJson = (view: FollowedView, files: readonly ShownFile[]) => ({
  caseNumber: view.number,
  side: view.on,
  status: view.status,
  level: view.level,
  unit: view.unit,
  unitSince: rfc3339(view.unitSince),
  lastHash: view.lastHash,
  clocks: view.clocks.map((clock) => ({
    name: clock.rule.name,
    ...sourceOf(clock.rule),
    startedAt: rfc3339(clock.startedAt),
    // RFC 3339 has no 24:00, so this is the last second of the last day.
    dueAt: rfc3339(clock.dueEnd - 1000),
    provisional: clock.provisional,
    state: clock.state,
    ifPassed: clock.rule.ifPassed,
  })),
  timeline: view.timeline.map(({ seq: _, ...entry }) => ({ ...entry, at: rfc3339(entry.at) })),
  messages: view.messages.map(({ seq: _, only: __, ...entry }) => ({ ...entry, at: rfc3339(entry.at) })),
  // An outside body's turn is nobody's here: neither of the two has to do anything.
  turn: view.turn === 'outside' ? null : view.turn,
  more: view.more === null ? null : { before: view.more },
  next: view.next,
  can: canDo(view),
  files: files.map(fileJson),
  ...(view.draft && { invitation: view.draft }),
  ...timesJson(view.times),
  ...heldJson(view.acts),
  ...(view.goesOn && {
    mergedInto: { caseNumber: view.goesOn.numbers[view.goesOn.numbers.length - 1] ?? '', ...view.goesOn.now },
  }),
})
