/** Tags a text may use, each with the attributes it takes; site/components/mdx.ts draws them. */
export const tags = {
  Law: ['id', 'paragraphs'],
  Hotline: ['id'],
  Deadline: ['id'],
  Steps: [],
  Aside: ['title'],
  Organiser: [],
} as const satisfies Record<string, readonly string[]>
