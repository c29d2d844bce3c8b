import { fileBytes, filesPerSide, lengths } from '#domain/basics/bounds.ts'
import { dayOf, spokenDay, spokenInstant } from '#domain/basics/time.ts'
import { sensitiveAnswers } from '#domain/evidence/adding.ts'
import { type CaseFile, sizeWords } from '#domain/evidence/files.ts'
import { audienceIds, audiences, fileKinds } from '#domain/evidence/kinds.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { actions, notices, trackFileBytes, trackFilePath } from '#domain/routes/site.ts'
import { Card } from '#ui/card.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { FileField } from '#ui/form/file-field.tsx'
import { FormScript } from '#ui/form/form-script.tsx'
import { Radios } from '#ui/form/radios.tsx'
import { blankState, type FormError, type FormState } from '#ui/form/state.ts'
import { TextField } from '#ui/form/text-field.tsx'
import { replyCaseField } from '../case/reply-form.tsx'

export const filesTitle = '照片、录音、文件'
export const captionLabel = '这是什么'

/** A file with what its giver called it. */
export interface ShownFile {
  file: CaseFile
  caption: string
}

const nameOf = ({ file, caption }: ShownFile): string => caption || fileKinds[file.kind].name

const Back = () => (
  <p>
    <a href={actions.trackCase}>回到进度</a>
  </p>
)

/** What the giver should know before giving anything. */
const Before = ({ anonymous }: { anonymous: boolean }) => (
  <Card title="交之前，看一眼">
    <ul class="lines">
      <li>
        <b>原件自己留好。</b>
        照片、录音收下的是一份副本，拍摄地点、手机型号这些已经去掉；将来要拿去别处，用您手里的原件。PDF
        里作者、软件的名字可能还在。
      </li>
      <li>身份证、户口本、银行卡，请不要拍来。真要核对，办的人会当面看。</li>
      <li>录音请只交您自己在场时录的。</li>
      {anonymous ? (
        <li>
          <b>您没有留姓名。</b>声音、脸、屋里的样子，熟人认得出来。不想让人知道是您，就不要交。
        </li>
      ) : null}
      <li>
        保存多久：事情结束、再没有动静以后，照片和 PDF {fileKinds.jpeg.keptDays} 天，录音{' '}
        {fileKinds.m4a.keptDays} 天，到期删掉（本县规定）。
      </li>
    </ul>
  </Card>
)

const AddForm = ({ number, state }: { number: string; state: FormState }) => (
  <form class="text" action={actions.trackFiles} method="post" enctype="multipart/form-data" novalidate>
    <input type="hidden" name={replyCaseField} value={number} />
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
      hint={`照片（JPG、PNG、WebP）、PDF、录音（M4A、MP3、WebM），不超过 ${fileBytes / 1024 / 1024} MB，一次一份。`}
    />
    <div class="actions">
      <button class="button" type="submit">
        交上去
      </button>
    </div>
    <p class="soft small">点了以后请等一等，传完会换一页。断了就再交一次，不会多出一份。</p>
    <FormScript />
  </form>
)

const Given = ({ files, year }: { files: ShownFile[]; year: string }) => (
  <ul class="lines">
    {files.map((shown) => (
      <li>
        <a href={trackFilePath(shown.file.id)}>{nameOf(shown)}</a>
        <br />
        <span class="soft small">
          {fileKinds[shown.file.kind].name}，{sizeWords(shown.file.size)}，
          {spokenDay(dayOf(shown.file.at), year)}
          {shown.file.actor.startsWith('party:') ? '交' : '当面交'}，{audiences[shown.file.audience]}
        </span>
      </li>
    ))}
  </ul>
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
    <ErrorSummary errors={errors} />
    <header class="page-head">
      <h1>{filesTitle}</h1>
      <p>
        案件 <span class="no-break">{view.number}。</span>给办的人看的材料，最多 {filesPerSide} 份。
      </p>
    </header>
    <div class="columns">
      <div>
        {files.length > 0 ? (
          <section class="section" aria-labelledby="given">
            <h2 id="given">已经交的</h2>
            <div class="note told" id={notices.added} tabindex={-1}>
              <b>收下了</b>
              <p>在下面最后一份。办的人看得到，不用再交一遍。原件请自己留好。</p>
            </div>
            <Given files={files} year={dayOf(now).slice(0, 4)} />
          </section>
        ) : null}
        {view.status === 'waiting' ? (
          <p class="note">办的人在等您回一句话。交了材料，请回到进度再答一句。</p>
        ) : null}
        {view.can.includes('file') ? (
          <AddForm number={view.number} state={state} />
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

/** One file, shown or played; a PDF is only saved. */
export const FilePage = ({ shown }: { shown: ShownFile }) => {
  const { file } = shown
  const { group, name } = fileKinds[file.kind]
  const bytes = trackFileBytes(file.id)
  return (
    <div class="page-width">
      <header class="page-head">
        <h1>{nameOf(shown)}</h1>
        <p>
          {name}，{sizeWords(file.size)}，{spokenInstant(file.at)}，{audiences[file.audience]}
        </p>
      </header>
      {group === 'picture' ? <img class="evidence" src={bytes} alt={nameOf(shown)} /> : null}
      {group === 'sound' ? (
        // biome-ignore lint/a11y/useMediaCaption: a recording of a resident has no captions
        <audio controls preload="none" src={bytes} />
      ) : null}
      {group === 'document' ? (
        <p>
          <a class="button" href={bytes} download>
            存下来看
          </a>
        </p>
      ) : null}
      {group === 'document' ? (
        <p class="soft small">微信里存不了，请用手机自带的浏览器打开这个网站。</p>
      ) : null}
      <p>
        <a href={actions.trackFiles}>回到材料</a>
      </p>
    </div>
  )
}
