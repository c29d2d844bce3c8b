/** The tracks of a case (办理渠道); each has its own clocks in `content/deadlines.yaml`. */
export const trackIds = ['mediation', 'complaint', 'consult', 'suggestion', 'tip'] as const

export type Track = (typeof trackIds)[number]

/** What the regulations on petitions (信访工作条例) call a petition: its figures are published only once they are cleared. */
export const petitionTracks: readonly Track[] = ['complaint', 'suggestion']

/** The name on screen and the purpose of each track, as the form shows them. */
export const tracks: Record<Track, { name: string; purpose: string }> = {
  mediation: { name: '申请调解', purpose: '和邻居、家人、老板有矛盾，想请人帮着坐下来谈' },
  complaint: { name: '信访投诉', purpose: '对单位、干部办的事不满意，要个说法' },
  consult: { name: '咨询求助', purpose: '不知道该怎么办、找谁办，先问一问' },
  suggestion: { name: '意见建议', purpose: '对村里、镇里、县里的事有想法' },
  tip: { name: '纠纷线索', purpose: '想匿名反映一件事：干部办事不公，或者看到别人要闹起来了' },
}
