import { spokenInstant } from '#domain/basics/time.ts'
import { audiences, fileKinds } from '#domain/evidence/kinds.ts'
import { fileName, type ShownFile, sizeWords } from '#domain/history/case-files.ts'
import { actions, trackFileBytes } from '#domain/routes/site.ts'

/** One file, shown or played; a PDF is only saved. */
export const FilePage = ({ shown }: { shown: ShownFile }) => {
  const { file } = shown
  const { group, name } = fileKinds[file.kind]
  const bytes = trackFileBytes(file.id)
  return (
    <div class="page-width">
      <header class="page-head">
        <h1>{fileName(shown.file, shown.caption)}</h1>
        <p>
          {name}，{sizeWords(file.size)}，{spokenInstant(file.at)}，{audiences[file.audience]}
        </p>
      </header>
      {group === 'picture' ? (
        <img class="evidence" src={bytes} alt={fileName(shown.file, shown.caption)} />
      ) : null}
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
