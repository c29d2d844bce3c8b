/** Article id → its title, its text, and the day it takes effect if its law is not in force yet. */
export type Articles = Record<string, { title: string; text: string[]; pending?: string }>
