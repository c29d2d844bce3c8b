import * as z from 'zod/mini'
import { lengths } from '#domain/basics/bounds.ts'
import { normaliseLine } from '#domain/basics/normalise.ts'
import { type Helper, helperIds, helpers } from '#domain/words/helpers.ts'
import { contactTable } from './contact.ts'
import type { FieldRow } from './field-row.ts'
import { agreed, flag, nested, optionalChoice, optionalText, phone } from './schema.ts'

const agree = '请先读一读隐私说明，同意后打勾。'

/** The fields about the person. */
export const personFields = {
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
