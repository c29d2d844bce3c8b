import { fileBytes } from '#domain/basics/bounds.ts'
import { fileFaults } from '#domain/evidence/faults.ts'
import { accepted, audienceIds, audiences } from '#domain/evidence/kinds.ts'
import { described, type FieldProps, invalid, OneControl } from './field.tsx'
import { Radios } from './radios.tsx'
import type { FormState } from './state.ts'

/**
 * The field for one file is empty whenever the form is shown again: no page can choose a file for somebody. With its
 * script it takes several, each of which is sent alone; what is too large is not sent at all.
 */
const FileField = (props: FieldProps) => (
  <OneControl {...props}>
    <input
      class="input"
      id={props.name}
      name={props.name}
      type="file"
      accept={accepted}
      data-max-bytes={fileBytes}
      data-too-big={fileFaults.tooBig}
      aria-describedby={described(props)}
      aria-invalid={invalid(props)}
    />
    <script src="/files.js" defer></script>
  </OneControl>
)

/** Who may see a file of evidence, and the file. @param kinds which kinds are taken, if the person must be told */
export const AudienceAndFile = ({ state, kinds = '' }: { state: FormState; kinds?: string }) => (
  <>
    <Radios
      state={state}
      name="audience"
      label="给谁看"
      hint={`选了“${audiences.both}”，交了就改不回来。拿不准，先选“${audiences.mediator}”。`}
      options={audienceIds.map((value) => ({ value, name: audiences[value] }))}
    />
    <FileField
      state={state}
      name="file"
      label="选照片、录音或者 PDF"
      hint={
        <>
          {kinds}不超过 {fileBytes / 1024 / 1024}&nbsp;MB，<span data-one="可以一次选几份">一次一份</span>。
        </>
      }
    />
  </>
)
