/** What whoever asks for a story says in person; each must be true. */
export const storyChecks = {
  names: { name: '没有姓名、地名、单位、准确的日子，熟人也认不出是谁' },
  children: { name: '说的不是孩子的事，里面没有认得出的孩子' },
  illness: { name: '说的不是病、残疾和看病的事' },
  danger: { name: '没有打骂、威胁，也没有人害怕过谁' },
} as const

export const storyCheckIds = Object.keys(storyChecks) as (keyof typeof storyChecks)[]
