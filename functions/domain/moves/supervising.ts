import { type Moves, open } from './move.ts'

/** 督办: a unit above asks in writing, the desk answers in the case (domain/desk/supervisions.ts). */
export const supervising = {
  supervised: {
    by: ['superior'],
    can: 'decides',
    name: '督办',
    purpose: '写清要问什么、哪天前回话；办的单位在这一件里回您。申请人和对方看不到',
    from: open,
    needs: ['question', 'answerBy'],
  },
  'supervision-answered': {
    by: ['desk'],
    can: 'handles',
    name: '回上级的督办',
    purpose: '把上级问的写清楚：查了什么、办到哪里、往下怎么办',
    from: open,
    ifSupervised: true,
    ifOffered: ['asking'],
    needs: ['reply'],
  },
} as const satisfies Moves
