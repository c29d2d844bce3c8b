import * as z from 'zod/mini'
import { lengths } from '#domain/basics/bounds.ts'
import { normaliseLine, normaliseText } from '#domain/basics/normalise.ts'
import { areaName } from '#domain/places/areas.ts'
import { aboutIds, abouts } from '#domain/words/about.ts'
import { categories, categoryIds } from '#domain/words/categories.ts'
import { type Helper, helperIds, helpers } from '#domain/words/helpers.ts'
import { type Track, trackIds, tracks } from '#domain/words/tracks.ts'
import {
  agreed,
  choice,
  type FaultCode,
  flag,
  nested,
  optionalChoice,
  optionalText,
  phone,
  region,
  required,
} from './schema.ts'

/**
 * The fields of a filing (rules.md R6), defined once. Both forms, the check page, the error texts, the choice of
 * sealing keys, the desk's facts and the OpenAPI document use these rows. To add a field, add a row here, its place in
 * `formOrder`, `registerOrder` and `checkOrder`, and an answer in the filing of the tests.
 */

interface FieldOption {
  value: string
  name: string
  note?: string
}

/** The texts of a field in one form; without a label, the label of the row is used. */
interface Asked {
  label?: string
  hint?: string
  rows?: number
  optional?: boolean
}

type FieldInput =
  | { kind: 'radios'; options: () => FieldOption[] }
  /** `none`: what the list says while nothing is chosen, if that is an answer too. */
  | { kind: 'select'; options: () => FieldOption[]; none?: string }
  | { kind: 'region' | 'contact' | 'text-area' }
  | { kind: 'text' }
  | { kind: 'checkbox'; note?: string }

/** How an answer is stored: as a plain fact of the event, or sealed under the key of the record or of the person. */
type Kept = 'plain' | 'record' | 'party'

/**
 * What a browser may fill in, if the person writes about themselves (HTML autofill detail tokens, WCAG 1.3.5). There is
 * no `off`: browsers empty such a control after Back or a reload, while they keep the radio buttons beside it.
 */
export type Autofill = 'name' | 'tel' | 'street-address'

export interface FieldRow {
  schema: z.ZodMiniType
  /** Name of the field on the check page and in its errors. */
  label: string
  /** Longest answer, in code points. */
  max?: number
  kept: readonly Kept[]
  input: FieldInput
  /** In the form of residents; the form of staff is about somebody else. Absent: the browser knows no such answer. */
  autocomplete?: Autofill
  /** Texts in the form of residents. */
  form: Asked
  /** Texts in the form of staff; null if it does not ask the field. */
  register: Asked | null
  /** Name of the sealed text among the facts that staff read. */
  desk?: string
  /** Label of that text on paper, if it is another; empty for a text without a label, null if it is not printed. */
  paper?: string | null
  /** Formats the answer for the check page; absent means as typed. */
  shown?: (value: never) => string
  /** Tracks on which the field must not be given. */
  notOn?: readonly Track[]
  /** Tracks on which an optional field must be given. */
  requiredOn?: readonly Track[]
  /** Error texts specific to the field. */
  faults?: Partial<Record<FaultCode, string>>
  /** Description in the OpenAPI document. */
  api?: string
}

const yesNo = () => [
  { value: 'false', name: '没有' },
  { value: 'true', name: '有' },
]

const agree = '请先读一读隐私说明，同意后打勾。'

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

export const fieldTable = {
  danger: {
    schema: flag,
    label: '眼下有没有危险',
    kept: ['plain'],
    input: { kind: 'radios', options: yesNo },
    form: { label: '眼下有没有人打您、威胁您，或者您不想活了？' },
    register: { label: '眼下有没有人挨打、受威胁，或者不想活了', hint: '有的话，先打 110。' },
    shown: (given: boolean) => (given ? '有' : '没有'),
    faults: { required: '请先告诉我们：眼下有没有危险。' },
  },
  about: {
    schema: z._default(choice(aboutIds), 'none'),
    label: '说的是不是经手的人',
    kept: ['plain'],
    input: { kind: 'radios', options: () => aboutIds.map((value) => ({ value, name: abouts[value].name })) },
    form: {
      label: '您要说的，是不是经手这类事的人？',
      hint: '说的是网格员、村里、镇上的人，交给上面一级办，本人看不到。说的是县里的人，交给县信访局；说的就是信访局的人，请打 12345 或 12388。',
    },
    register: {},
    shown: (id: keyof typeof abouts) => abouts[id].name,
    faults: { required: '请选一下：说的是不是经手这类事的人。不是，就选“不是”；说不准，选“可能是”。' },
    api: 'Absent: none; with category village-affairs: village-cadre.',
  },
  track: {
    schema: choice(trackIds),
    label: '想办哪一类',
    kept: ['plain'],
    input: {
      kind: 'radios',
      options: () =>
        trackIds.map((value) => ({ value, name: tracks[value].name, note: tracks[value].purpose })),
    },
    form: {},
    register: { label: '渠道' },
    shown: (id: Track) => tracks[id].name,
    faults: { required: '请选一类。拿不准，就选“咨询求助”。' },
  },
  category: {
    schema: choice(categoryIds),
    label: '是哪方面的事',
    kept: ['plain'],
    input: {
      kind: 'select',
      options: () => categoryIds.map((value) => ({ value, name: categories[value].name })),
    },
    form: {},
    register: {},
    shown: (id: keyof typeof categories) => categories[id].name,
    faults: { required: '请选一下是哪方面的事。都不像，就选“其他”。' },
  },
  region: {
    schema: region,
    label: '事情在哪里',
    kept: ['plain'],
    input: { kind: 'region' },
    form: {},
    register: {},
    shown: areaName,
    faults: {
      required: '请选一下事情在哪个村（社区）或乡镇。',
      unknown: '没有找到这个地方，请在列出的里面选一个。',
    },
    api: 'Id of an area of any level, as GET /api/v1/vocabulary lists them.',
  },
  narrative: {
    schema: required(normaliseText, lengths.narrative),
    label: '发生了什么',
    max: lengths.narrative,
    kept: ['record'],
    input: { kind: 'text-area' },
    form: {
      hint: `什么时候、在哪里、和谁、为了什么。像平常说话那样写就行，最多 ${lengths.narrative} 个字。`,
      rows: 8,
    },
    register: { rows: 6 },
    desk: '发生了什么',
    paper: '',
    faults: { required: '请写一写发生了什么，一两句话也可以。' },
  },
  request: {
    schema: required(normaliseText, lengths.request),
    label: '希望怎么解决',
    max: lengths.request,
    kept: ['record'],
    input: { kind: 'text-area' },
    form: {
      label: '您希望怎么解决',
      hint: `比如：装一条水槽，把墙脚修好。最多 ${lengths.request} 个字。`,
      rows: 3,
    },
    register: { rows: 3 },
    desk: '希望怎么解决',
    paper: '要求',
    faults: { required: '请写一写您希望怎么解决，一句话也可以。' },
  },
  title: {
    schema: optionalText(normaliseLine, lengths.title),
    label: '一句话说这件事',
    max: lengths.title,
    kept: ['record'],
    input: { kind: 'text' },
    form: { hint: '比如：屋檐水滴进我家院子。', optional: true },
    register: null,
    desk: '本人的一句话',
    paper: null,
  },
  otherParty: {
    schema: optionalText(normaliseLine, lengths.otherParty),
    label: '对方是谁',
    max: lengths.otherParty,
    kept: ['record'],
    input: { kind: 'text' },
    form: { hint: '比如：隔壁陈家；某某公司。不知道就空着。', optional: true },
    register: { optional: true },
    desk: '对方是谁',
    paper: null,
  },
  onBehalfOf: {
    schema: optionalChoice(helperIds),
    label: '这张表谁在填',
    kept: ['record'],
    input: {
      kind: 'select',
      options: () => helperIds.map((value) => ({ value, name: helpers[value].name })),
      none: '我自己填我的事',
    },
    form: {
      hint: '替大人填的，本人要在旁边：下面写本人的姓名和电话，核对的时候把手机交给本人，查询码只给本人看。',
    },
    register: null,
    desk: '谁填的',
    paper: null,
    shown: (id: Helper) => `${helpers[id].name}，本人核对过`,
    api: 'Absent: the person themselves. Otherwise name, phone and address are those of the person it is about, who confirms every answer and to whom alone the code is shown.',
  },
  anonymous: {
    schema: z._default(flag, false),
    label: '留不留姓名',
    kept: ['plain', 'party'],
    input: {
      kind: 'checkbox',
      note: '不留也能提交，但有三点请先知道：我们没法打电话问您；查询码丢了就找不回来；以后证明不了是您提的，打官司的时间照样在走。信访投诉要留姓名。',
    },
    form: { label: '我不想留姓名和电话' },
    register: { label: '不想留姓名和电话' },
    shown: () => '不留姓名和电话',
    notOn: ['complaint'],
    api: 'Absent: false. True: no name and no phone, and not with track complaint.',
  },
  name: {
    schema: optionalText(normaliseLine, lengths.name),
    label: '怎么称呼您',
    max: lengths.name,
    kept: ['party'],
    input: { kind: 'text' },
    autocomplete: 'name',
    form: { hint: '姓名或称呼都行，只有办事的人看得到。' },
    register: { label: '怎么称呼' },
  },
  phone: {
    schema: phone,
    label: '您的电话',
    max: lengths.phone,
    kept: ['party'],
    // No numeric keypad: it could not write whose number it is.
    input: { kind: 'text' },
    autocomplete: 'tel',
    form: {
      hint: '手机、座机都行，也可以写是谁的，比如“138…… 我儿子的”。姓名和电话至少留一样，办起来快得多。',
    },
    register: { label: '电话' },
    api: 'One or more numbers as people write them, with a note whose they are if needed; kept as typed. At least one must be dialable.',
  },
  address: {
    schema: optionalText(normaliseLine, lengths.address),
    label: '您的住址',
    max: lengths.address,
    kept: ['party'],
    input: { kind: 'text' },
    autocomplete: 'street-address',
    form: { hint: '信访投诉要写，书面答复才送得到；别的事可以空着。只有办事的人看得到。' },
    register: { label: '住址', hint: '信访投诉要写，书面答复才送得到。' },
    desk: '住址',
    requiredOn: ['complaint'],
    faults: { required: '信访投诉要写住址，书面答复才送得到您手上。' },
    api: 'Required with track complaint.',
  },
  contact: {
    schema: nested({
      mayCall: contactTable.mayCall.schema,
      mayText: contactTable.mayText.schema,
      when: contactTable.when.schema,
    }),
    label: '怎么联系您才安全',
    kept: ['party'],
    input: { kind: 'contact' },
    form: {},
    register: {},
    faults: { required: '请告诉我们：怎么联系您才安全。' },
  },
  notify: {
    schema: z._default(flag, false),
    label: '有新消息时发短信',
    kept: ['party'],
    input: {
      kind: 'checkbox',
      note: '县里开通了短信才发。只说“您有新消息”，不说是什么事。别人也看您的手机，就别勾。',
    },
    form: { label: '有新消息时，发短信告诉我' },
    register: {
      label: '有新消息时，发短信告诉本人',
      hint: '问过本人才勾。短信只说“您有新消息”，不说是什么事；本人换过查询码以后才发。',
    },
    shown: (given: boolean) => (given ? '发' : '不发'),
    api: 'Absent: false. True: a text message to the first mobile number in phone says that something is new, and nothing else.',
  },
  consent: {
    schema: agreed,
    label: '隐私说明',
    kept: [],
    input: { kind: 'checkbox' },
    form: { label: '我读过了，同意把这些内容交给办理这件事的人看。' },
    register: {
      label: '本人知道写了什么、谁会看，同意登记',
      hint: '走访发现、没有留姓名电话的，不用勾。',
    },
    faults: { required: agree, consent: agree },
    api: 'The privacy statement was read and agreed to.',
  },
} as const satisfies Record<string, FieldRow>

export type FilingField = keyof typeof fieldTable

/** The row of a field inside `contact`. */
export const contactRow = (field: ContactField): ContactRow => contactTable[field]

/** The row of a field, typed as the general row. */
export const fieldRow = (field: FilingField): FieldRow => fieldTable[field]

/** An answer as people read it; undefined if it was not given. */
export const answerText = (row: Pick<FieldRow, 'shown'>, value: unknown): string | undefined =>
  value === undefined ? undefined : (row.shown?.(value as never) ?? String(value))

const schemas = Object.fromEntries(
  Object.entries(fieldTable).map(([field, { schema }]) => [field, schema]),
) as {
  [K in FilingField]: (typeof fieldTable)[K]['schema']
}

/** The schema of form and API; its order is the order of the faults. */
export const filingSchema = z.object(schemas)

/** A filing, normalised and validated. */
export type Filing = z.output<typeof filingSchema>

export const filingFields = Object.keys(fieldTable) as FilingField[]
/** Fields inside `contact`. */
export const contactFields = Object.keys(contactTable) as ContactField[]

/** Fields that a form sends as the texts `true` and `false`. */
export const flagFields = [
  ...filingFields.filter((field) => field === 'danger' || fieldRow(field).input.kind === 'checkbox'),
  ...contactFlags.map((field) => `contact.${field}`),
]

/** The fields in the order of the residents' form; `safeContact` appears below `danger`. */
export const formOrder = [
  ...(['danger', 'contact', 'about', 'track', 'category', 'region'] as const),
  ...(['narrative', 'request', 'otherParty', 'title'] as const),
  ...(['onBehalfOf', 'name', 'phone', 'notify', 'address', 'anonymous', 'consent'] as const),
] satisfies FilingField[]

/** The fields in the order of the form for staff. */
export const registerOrder = [
  ...(['danger', 'contact', 'track', 'category', 'region', 'narrative', 'request', 'otherParty'] as const),
  ...(['about', 'name', 'phone', 'notify', 'address', 'anonymous', 'consent'] as const),
] satisfies FilingField[]

/** The fields in the order of the check page: the case, then the person. */
export const checkOrder = {
  matter: ['track', 'category', 'region', 'narrative', 'request', 'otherParty', 'title', 'about'],
  person: ['onBehalfOf', 'anonymous', 'name', 'phone', 'notify', 'address', 'danger', 'contact'],
} as const satisfies Record<string, FilingField[]>

export type KeptAs<K extends Kept> = {
  [F in FilingField]: K extends (typeof fieldTable)[F]['kept'][number] ? F : never
}[FilingField]

/** The fields that are stored in one way. */
export const fieldsKept = <K extends Kept>(kept: K): KeptAs<K>[] =>
  filingFields.filter((field) => fieldRow(field).kept.includes(kept)) as KeptAs<K>[]

/** The answers of a filing that are stored in one way. */
export const answersKept = <K extends Kept>(filing: Filing, kept: K): Pick<Filing, KeptAs<K>> =>
  Object.fromEntries(fieldsKept(kept).map((field) => [field, filing[field]])) as Pick<Filing, KeptAs<K>>

/** The sealed texts that staff read as facts of the case, with their names there. */
export const deskFacts = <K extends 'record' | 'party'>(kept: K): { field: KeptAs<K>; name: string }[] =>
  fieldsKept(kept).flatMap((field) => {
    const name = fieldRow(field).desk
    return name ? [{ field, name }] : []
  })

/** The sealed texts of the record that are printed, with their labels there. */
export const paperFacts = (): { field: KeptAs<'record'>; label: string }[] =>
  deskFacts('record').flatMap(({ field, name }) => {
    const { paper = name } = fieldRow(field)
    return paper === null ? [] : [{ field, label: paper }]
  })
