/** 书面、口头 (人民调解法 28): as it stands in the event that concludes an agreement. */
export const agreementForms = {
  written: '书面',
  oral: '口头',
} as const

export type AgreementForm = keyof typeof agreementForms
