/** The tags a text may use, each with its attributes; site/components/mdx.ts renders them. */
export const tags = {
  Law: ['id', 'paragraphs'],
  Hotline: ['id'],
  Deadline: ['id'],
  Steps: [],
  Aside: ['title'],
  Organiser: [],
  Retention: [],
} as const satisfies Record<string, readonly string[]>
