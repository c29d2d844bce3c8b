import { filesPerSide, lengths } from '#domain/basics/bounds.ts'
import { dayOf } from '#domain/basics/time.ts'
import { sensitiveAnswers } from '#domain/evidence/adding.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import type { ShownFile } from '#domain/history/case-files.ts'
import { actions, notices } from '#domain/routes/site.ts'
import { ErrorSummary, keptBesideFile } from '#ui/form/error-summary.tsx'
import { AudienceAndFile } from '#ui/form/file-field.tsx'
import { FormScript } from '#ui/form/form-script.tsx'
import { Radios } from '#ui/form/radios.tsx'
import { blankState, type FormError, type FormState } from '#ui/form/state.ts'
import { TextField } from '#ui/form/text-field.tsx'
import { replyCaseField } from '../case/reply-form.tsx'
import { Back } from '../code-again/page.tsx'
import { Before } from './before.tsx'
import { FileList } from './file-list.tsx'
import { Recorder } from './recorder.tsx'

export const filesTitle = '照片、录音、文件'
export const captionLabel = '这是什么'

const AddForm = ({ mark, anonymous, state }: { mark: string; anonymous: boolean; state: FormState }) => (
  <form class="text" action={actions.trackFiles} method="post" enctype="multipart/form-data" novalidate>
    <input type="hidden" name={replyCaseField} value={mark} />
    <h2>交一份</h2>
    <TextField
      state={state}
      name="caption"
      label={captionLabel}
      hint={`比如“东墙的裂缝”“欠条”，最多 ${lengths.caption} 个字。`}
      optional
    />
    <Radios
      state={state}
      name="sensitive"
      label="里面有没有这些"
      hint="看病用药的，银行账户、钱款的，不满十四岁孩子的。孩子的，要您是孩子的父母或者监护人。"
      options={Object.entries(sensitiveAnswers).map(([value, name]) => ({ value, name }))}
    />
    <AudienceAndFile state={state} kinds="照片（JPG、PNG、WebP）、PDF、录音（M4A、MP3、WebM），" />
    <Recorder anonymous={anonymous} />
    <div class="actions">
      <button class="button" type="submit">
        交上去
      </button>
    </div>
    <p class="soft small" data-one="">
      点了以后请等一等，传完会换一页。断了就再交一次，不会多出一份。
    </p>
    <FormScript />
  </form>
)

/** 照片、录音、文件: what the holder gave, and the form for one more. */
export const FilesPage = ({
  view,
  files,
  anonymous,
  now,
  state = blankState,
  errors = [],
}: {
  view: FollowedView
  files: ShownFile[]
  anonymous: boolean
  now: number
  state?: FormState | undefined
  errors?: FormError[] | undefined
}) => (
  <div class="page-width">
    <ErrorSummary errors={errors} kept={keptBesideFile} />
    <header class="page-head">
      <h1>{filesTitle}</h1>
      <p>
        案件 <span class="no-break">{view.number}。</span>给办的人看的材料，最多 {filesPerSide} 份。
      </p>
    </header>
    <div class="columns">
      <div>
        <div data-given>
          {files.length > 0 ? (
            <section class="section" aria-labelledby="given">
              <h2 id="given">已经交的</h2>
              <div class="note told" id={notices.added} tabindex={-1}>
                <b>收下了</b>
                <p>在下面最后一份。办的人看得到，不用再交一遍。原件请自己留好。</p>
              </div>
              <FileList files={files} year={dayOf(now).slice(0, 4)} />
            </section>
          ) : null}
        </div>
        {view.status === 'waiting' ? (
          <p class="note">办的人在等您回一句话。交了材料，请回到进度再答一句。</p>
        ) : null}
        {view.can.includes('file') ? (
          <AddForm mark={view.mark} anonymous={anonymous} state={state} />
        ) : (
          <p class="soft">
            {view.can.includes('message')
              ? `已经交了 ${filesPerSide} 份。还有的，请带到现场。`
              : '这件事结束已经很久，这里不能再交了。要紧的，请打电话。'}
          </p>
        )}
        <Back />
      </div>
      <aside aria-label="交之前要知道的">
        <Before anonymous={anonymous} />
      </aside>
    </div>
  </div>
)
