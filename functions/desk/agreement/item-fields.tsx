import { draftLabels, ofRow } from '#domain/agreement/form-words.ts'
import { lengths } from '#domain/basics/bounds.ts'
import { Checkboxes } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import type { FormState } from '#ui/form/state.ts'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import type { AgreementView } from './read-agreement.ts'

/** What the form of a draft shows. */
export interface DraftProps {
  view: AgreementView
  state: FormState
  chosen: (name: string) => string[]
  rows: number[]
  colleagues: readonly { id: string; name: string }[]
  today: string
}

/** The people as boxes to tick. */
export const optionsOf = (people: AgreementView['people']) =>
  people.map(({ party, name }) => ({ value: String(party), name }))

/** One item: who does what for whom, how much, by when. */
export const ItemFields = ({
  row,
  view: { people },
  state,
  chosen,
  today,
}: Omit<DraftProps, 'rows' | 'colleagues'> & { row: number }) => {
  const options = optionsOf(people)
  return (
    <fieldset class="section">
      <legend>
        <b>第 {row} 条</b>
      </legend>
      <TextArea
        state={state}
        name={ofRow('what', row)}
        label={draftLabels.what}
        hint={row === 1 ? '一条只写一件事。比如：装一道檐沟，把水引到路边水沟。' : undefined}
        optional={row > 1}
        rows={2}
        max={lengths.term}
      />
      <Checkboxes
        state={state}
        name={ofRow('by', row)}
        label="谁来做"
        optional={row > 1}
        options={options}
        chosen={chosen(ofRow('by', row))}
      />
      <Checkboxes
        state={state}
        name={ofRow('to', row)}
        label="为谁做"
        hint={row === 1 ? '不选，就是另一方来签的全部人。' : undefined}
        optional
        options={options}
        chosen={chosen(ofRow('to', row))}
      />
      <TextField
        state={state}
        name={ofRow('yuan', row)}
        label={draftLabels.yuan}
        optional
        inputMode="numeric"
      />
      <DayField
        state={state}
        name={ofRow('due', row)}
        label={draftLabels.due}
        hint="当场做完的，空着。"
        optional
        min={today}
      />
      <TextField
        state={state}
        name={ofRow('times', row)}
        label={draftLabels.times}
        hint={row === 1 ? '比如每月一号付 500 元：上面写第一次的日子，这里写 6，就成 6 条。' : undefined}
        optional
        inputMode="numeric"
      />
    </fieldset>
  )
}
