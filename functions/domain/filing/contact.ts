import * as z from 'zod/mini'
import { lengths } from '#domain/basics/bounds.ts'
import { normaliseLine } from '#domain/basics/normalise.ts'
import type { FieldRow } from './field-row.ts'
import { flag, optionalText } from './schema.ts'

const canOrNot = (given: boolean): string => (given ? '可以' : '不行')

interface ContactRow extends Pick<FieldRow, 'schema' | 'label' | 'max' | 'shown' | 'faults'> {
  /** The question of the form. */
  ask: string
}

/** How a person in danger may safely be reached. Only people in danger are asked. */
export const contactTable = {
  mayCall: {
    schema: z._default(flag, false),
    label: '能不能给您打电话',
    ask: '能给您打电话吗',
    shown: canOrNot,
  },
  mayText: {
    schema: z._default(flag, false),
    label: '能不能给您发短信',
    ask: '能给您发短信吗',
    shown: canOrNot,
  },
  when: {
    schema: optionalText(normaliseLine, lengths.contactWhen),
    label: '什么时候联系方便',
    ask: '什么时候联系方便',
    max: lengths.contactWhen,
  },
} as const satisfies Record<string, ContactRow>

export type ContactField = keyof typeof contactTable

/** Fields inside `contact` that are yes or no. */
export const contactFlags: readonly string[] = ['mayCall', 'mayText'] satisfies ContactField[]

/** Fields inside `contact`. */
export const contactFields = Object.keys(contactTable) as ContactField[]

/** The row of a field inside `contact`. */
export const contactRow = (field: ContactField): ContactRow => contactTable[field]

/** How a person may safely be reached, in one line: 可以打电话，不能发短信，晚上七点以后. */
export const contactLine = ({
  mayCall,
  mayText,
  when,
}: {
  mayCall: boolean
  mayText: boolean
  when?: string | undefined
}): string =>
  `${mayCall ? '可以打电话' : '不能打电话'}，${mayText ? '可以发短信' : '不能发短信'}${when ? `，${when}` : ''}`
