import { lengths } from '#domain/basics/bounds.ts'
import { casePath, filesPath } from '#domain/routes/desk.ts'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { ErrorSummary, keptBesideFile } from '#ui/form/error-summary.tsx'
import { AudienceAndFile } from '#ui/form/file-field.tsx'
import { Radios } from '#ui/form/radios.tsx'
import type { FormError, FormState } from '#ui/form/state.ts'
import { TextField } from '#ui/form/text-field.tsx'

export const addTitle = '放进一份材料'

/** Where a file that staff put to a case comes from. */
export const sources = {
  party: '申请人当面交来的（本人用查询码也看得到；删除本人信息时一起删）',
  record: '办案时拍的、录的、调来的（留在案卷里，申请人看不到）',
} as const

/** The form by which staff put a file to a case. */
export const AddPage = ({
  number,
  title,
  state,
  errors,
}: {
  number: string
  title: string
  state: FormState
  errors: FormError[]
}) => (
  <div class="page-width text">
    <ErrorSummary errors={errors} kept={keptBesideFile} />
    <header class="page-head">
      <p class="soft small crumb">
        <a href={casePath(number)}>{title}</a> · <span class="no-break">{number}</span>
      </p>
      <h1>{addTitle}</h1>
      <p>
        照片、录音收下的是副本，拍摄地点、手机型号已经去掉；PDF
        里作者、软件的名字可能还在。原件照常登记、保管。身份证、户口本、银行卡不要放。
      </p>
    </header>
    <form action={filesPath(number)} method="post" enctype="multipart/form-data" novalidate>
      <Radios
        state={state}
        name="source"
        label="从哪里来的"
        options={Object.entries(sources).map(([value, name]) => ({ value, name }))}
      />
      <TextField
        state={state}
        name="caption"
        label="这是什么"
        hint={`比如“东墙的裂缝，11 月 20 日现场拍”，最多 ${lengths.caption} 个字。`}
      />
      <AudienceAndFile state={state} />
      <Checkbox
        state={state}
        name="sure"
        label="照片、录音都是当着人做的，先说明过，没有偷拍偷录"
        note="申请人交来的，也问过是不是本人在场时录的。里面有看病、钱款、不满十四岁孩子的，本人或者监护人同意放进来。"
      />
      <div class="actions">
        <button class="button" type="submit">
          放进去
        </button>
      </div>
    </form>
  </div>
)
