/**
 * 核对码: the hash of the last row of the history, folded, with what it is for and why it changes. The words follow the
 * fold as its next sibling, so that paper shows them in every browser.
 */
export const HistoryHash = ({ hash }: { hash: string }) => (
  <div class="hash">
    <details class="fold">
      <summary>核对码（记录有没有被人改过，靠它查）</summary>
    </details>
    <div class="folded">
      <p class="soft small">
        每办一步，它就换一个新的，这是正常的。记录有人动过手脚，前后就接不上。想核对，请抄下或者拍下它，到窗口请人查。
      </p>
      <p class="small typed">{hash}</p>
    </div>
  </div>
)
