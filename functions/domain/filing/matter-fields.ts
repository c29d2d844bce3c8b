import * as z from 'zod/mini'
import { lengths } from '#domain/basics/bounds.ts'
import { normaliseLine, normaliseText } from '#domain/basics/normalise.ts'
import { areaName } from '#domain/places/areas.ts'
import { aboutIds, abouts } from '#domain/words/about.ts'
import { categories, categoryIds } from '#domain/words/categories.ts'
import { type Track, trackIds, tracks } from '#domain/words/tracks.ts'
import type { FieldRow } from './field-row.ts'
import { choice, flag, optionalText, region, required } from './schema.ts'

const yesNo = () => [
  { value: 'false', name: '没有' },
  { value: 'true', name: '有' },
]

/** The fields about the case. */
export const matterFields = {
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
} as const satisfies Record<string, FieldRow>
