import type { FollowedView } from '#domain/following/followed-view.ts'
import { actions } from '#domain/routes/site.ts'

/** The way to the files of the holder; nothing if there are none and none can be added any more. */
export const FilesLink = ({ view: { files, can } }: { view: Pick<FollowedView, 'files' | 'can'> }) =>
  files.length > 0 || can.includes('file') ? (
    <p>
      <a class="more" href={actions.trackFiles}>
        {files.length > 0 ? `照片、录音、文件（已交 ${files.length} 份）` : '交照片、录音、文件'}
      </a>
    </p>
  ) : null
