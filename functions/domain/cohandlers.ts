import type { CaseEvent } from './events.ts'

/** Units that share the case with the desk. */
export const cohandlersIn = (events: CaseEvent[]): string[] => {
  const units = new Set<string>()
  for (const { kind, data } of events) {
    if (kind === 'cohandler-joined' && data.with) units.add(data.with)
    if (kind === 'cohandler-left' && data.with) units.delete(data.with)
  }
  const desk = events.at(-1)?.unit
  return [...units].filter((id) => id !== desk)
}
