/** A filter of the ledger that somebody named. */
export interface SavedView {
  id: string
  name: string
  /** The query of the ledger's address. */
  query: string
  /** The colleagues of the unit see it too. */
  shared: boolean
  /** It is the reader's own. */
  own: boolean
}

/** Views of the ledger: a person's own, and those that colleagues of their unit share. */
export interface ViewStore {
  /** Own ones first, each by name. */
  views(reader: { id: string; unit: string }): Promise<SavedView[]>
  /** Keeps a view, in the place of an own one of the same name; false if the person has as many as they may. */
  keepView(staff: string, view: Pick<SavedView, 'name' | 'query' | 'shared'>): Promise<boolean>
  /** Drops an own view; nothing if there is none. */
  dropView(staff: string, id: string): Promise<void>
}
