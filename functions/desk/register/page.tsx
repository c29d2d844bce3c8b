import { lengths } from '#domain/basics/bounds.ts'
import { labels } from '#domain/filing/messages.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { aboutIds, abouts } from '#domain/words/about.ts'
import { categories, categoryIds } from '#domain/words/categories.ts'
import { channels, registeredChannelIds } from '#domain/words/channels.ts'
import { trackIds, tracks } from '#domain/words/tracks.ts'
import { SafeContact } from '#ui/danger.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Radios } from '#ui/form/radios.tsx'
import { Select } from '#ui/form/select.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { RegionSelect } from '#ui/region-select.tsx'

/** 代录: what somebody came, called or was met to say, written down truthfully by staff. */

export const channelField = 'channel'
export const registerTokenField = 'token'

interface Props {
  state: FormState
  errors: FormError[]
  token: string
  danger: boolean
}

export const RegisterForm = ({ state, errors, token, danger }: Props) => (
  <div class="page-width">
    <ErrorSummary errors={errors} />
    <header class="page-head">
      <h1>登记一件</h1>
      <p>照他说的写，不添、不减。走访发现的，可以先从清单里挑一条。</p>
    </header>
    <div class="actions">
      <a class="button secondary" href={deskPages.checklist.path}>
        从排查清单里挑
      </a>
    </div>
    <form action={deskPages.register.path} method="post" novalidate>
      <input type="hidden" name={registerTokenField} value={token} />
      <Radios
        state={state}
        name={channelField}
        label="怎么来的"
        options={registeredChannelIds.map((value) => ({ value, name: channels[value].name }))}
      />
      <Radios
        state={state}
        name="danger"
        label="眼下有没有人打他、威胁他，或者他不想活了"
        hint="有的话，先打 110。"
        options={[
          { value: 'false', name: '没有' },
          { value: 'true', name: '有' },
        ]}
      />
      <SafeContact state={state} shown={danger} />
      <Radios
        state={state}
        name="track"
        label="渠道"
        options={trackIds.map((value) => ({ value, name: tracks[value].name }))}
      />
      <Select
        state={state}
        name="category"
        label={labels.category}
        groups={categoryIds.map((value) => ({ value, name: categories[value].name }))}
      />
      <RegionSelect state={state} />
      <TextArea state={state} name="narrative" label={labels.narrative} rows={6} max={lengths.narrative} />
      <TextArea state={state} name="request" label="希望怎么解决" rows={3} max={lengths.request} />
      <TextField state={state} name="otherParty" label={labels.otherParty} wide optional />
      <Radios
        state={state}
        name="about"
        label="说的是不是经手的人"
        options={aboutIds.map((value) => ({ value, name: abouts[value].name }))}
      />
      <TextField state={state} name="name" label="他叫什么" />
      <TextField state={state} name="phone" label="他的电话" inputMode="tel" />
      <Checkbox state={state} name="anonymous" label="他不想留姓名和电话" />
      <Checkbox state={state} name="consent" label="他知道写了什么、谁会看，同意登记" />
      <div class="actions">
        <button class="button" type="submit">
          登记
        </button>
      </div>
    </form>
  </div>
)
