/** Who works where: handed in by the desk's app, so that cases need not know how staff sign in. */
export interface StaffDirectory {
  /** Active staff of a unit who handle cases. */
  ofUnit(unit: string): Promise<{ id: string; name: string }[]>
  /** Names by id, of active and former staff alike. */
  names(ids: string[]): Promise<Map<string, string>>
}
