/** Words of meetings (调解会): their rooms, and how minutes are read back. */

/** The room of the unit that is taken; absent: somewhere else, or a link. */
export const rooms = {
  first: { name: '调解室' },
  second: { name: '第二调解室' },
  third: { name: '第三调解室' },
} as const
export type Room = keyof typeof rooms

export const roomIds = Object.keys(rooms) as Room[]

/** The forms of a meeting, and what its minutes are called. */
export const meetingForms = {
  talk: { name: '调解会', minutes: '调解笔录' },
  council: { name: '议事会', minutes: '议事记录' },
  hearing: { name: '听证会', minutes: '听证笔录' },
} as const
export type MeetingForm = keyof typeof meetingForms

/** How the minutes were read back before they were signed. */
export const readBacks = { aloud: '念给到场的人听了', shown: '给到场的人看了' } as const
export type ReadBack = keyof typeof readBacks
