import type { ListedCase } from '#domain/desk/listing.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'
import type { StaffDirectory } from '../directory.ts'
import type { WhoHas } from '../ui/case-list.tsx'

/** Who handles and who answers for the listed cases, by name. Two queries, whatever the number of lines. */
export const whoHas = async (
  { store, directory }: Pick<Ports<Pick<DeskStore, 'holdersOf'>>, 'store'> & { directory: StaffDirectory },
  lines: readonly ListedCase[],
): Promise<WhoHas> => {
  const who: WhoHas = new Map(lines.map(({ caseId }) => [caseId, {}]))
  const holders = await store.holdersOf([...who.keys()])
  if (holders.length === 0) return who
  const names = await directory.names([...new Set(holders.map(({ staff }) => staff))])
  for (const { caseId, staff, as } of holders)
    who.set(caseId, { ...who.get(caseId), [as]: names.get(staff) ?? '工作人员' })
  return who
}
