import { minute, recordingLongest } from '#domain/basics/bounds.ts'

/** A recorder, shown by its script where the phone can record (site/public/recorder.js). Staff have none. */
export const Recorder = ({ anonymous }: { anonymous: boolean }) => (
  <div class="field" data-recorder={recordingLongest / 1000} hidden>
    <h3>没有现成的，现在录一段</h3>
    <p class="hint">
      最长 {recordingLongest / minute} 分钟。手机会先问给不给用话筒；录完自己先听一遍，再交。
      {anonymous ? <b>您没有留姓名，声音熟人认得出来，不想让人知道就不要录。</b> : null}
    </p>
    <div class="actions">
      <button class="button secondary" type="button">
        录一段音
      </button>
      <button class="link-button" type="button" hidden>
        不要了
      </button>
    </div>
    <p>
      <b role="timer"></b>
    </p>
    <p role="status"></p>
    {/* biome-ignore lint/a11y/useMediaCaption: a recording of a resident has no captions */}
    <audio controls aria-label="刚录的" hidden></audio>
    <script src="/recorder.js" defer></script>
  </div>
)
