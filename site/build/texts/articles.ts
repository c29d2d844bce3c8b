/** Article id → what it is called and what it says. */
export type Articles = Record<string, { title: string; text: string[] }>
