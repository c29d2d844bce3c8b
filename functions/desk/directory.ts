/** Names and units of staff; injected by the desk's app, so that code for cases does not depend on the sign-in. */
export interface StaffDirectory {
  /** Active staff of a unit who handle cases. */
  ofUnit(unit: string): Promise<{ id: string; name: string }[]>
  /** Names by id, of active and former staff. */
  names(ids: string[]): Promise<Map<string, string>>
}
