/** Article id → its title and its text. */
export type Articles = Record<string, { title: string; text: string[] }>
