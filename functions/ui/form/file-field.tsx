import { fileBytes } from '#domain/basics/bounds.ts'
import { accepted, audienceIds, audiences } from '#domain/evidence/kinds.ts'
import { described, type FieldProps, invalid, OneControl } from './field.tsx'
import { Radios } from './radios.tsx'
import type { FormState } from './state.ts'

/** The field for one file is empty whenever the form is shown again: no page can choose a file for somebody. */
const FileField = (props: FieldProps) => (
  <OneControl {...props}>
    <input
      class="input"
      id={props.name}
      name={props.name}
      type="file"
      accept={accepted}
      aria-describedby={described(props)}
      aria-invalid={invalid(props)}
    />
  </OneControl>
)

/** Who may see a file of evidence, and the file. @param kinds which kinds are taken, if the person must be told */
export const AudienceAndFile = ({ state, kinds = '' }: { state: FormState; kinds?: string }) => (
  <>
    <Radios
      state={state}
      name="audience"
      label="给谁看"
      options={audienceIds.map((value) => ({ value, name: audiences[value] }))}
    />
    <FileField
      state={state}
      name="file"
      label="选一份照片、录音或者 PDF"
      hint={`${kinds}不超过 ${fileBytes / 1024 / 1024} MB，一次一份。`}
    />
  </>
)
