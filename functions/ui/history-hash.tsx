import { inFours } from '#domain/basics/hex.ts'
import { actions, pages } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'

/**
 * 核对码: the hash of the last row of the history, folded, with what it is for and why it changes. The words follow the
 * fold as its next sibling, so that paper shows them in every browser.
 */
export const HistoryHash = ({ hash, side }: { hash: string; side: 'complainant' | 'other' }) => (
  <div class="hash">
    <details class="fold">
      <summary>核对码（记录有没有被人改过，靠它查）</summary>
    </details>
    <div class="folded">
      <p class="soft small">
        每办一步，它就换一个新的，这是正常的。记录有人动过手脚，前后就接不上。想核对，
        {side === 'complainant' ? (
          <>
            请点“<a href={actions.trackProof}>核对记录</a>”。
          </>
        ) : (
          '请抄下或者拍下它，到窗口请人查。'
        )}
      </p>
      <p class="small typed">{hash}</p>
    </div>
  </div>
)

/** The hash of a filing on its slip, and where it is compared; without the code, so that the paper opens nothing. */
export const FilingHash = ({ hash }: { hash: string }) => (
  <div class="hash">
    <details class="fold">
      <summary>登记核对码（记录有没有被人改过，靠它查）</summary>
    </details>
    <div class="folded">
      <p class="soft small">
        不用背，印出来、拍下来就行。往后用查询码进“{pages.track.name}
        ”，点“核对记录”，那里“登记那一步”要和它一字不差。网址：
        {new URL(pages.track.path, county.site.url).href}
      </p>
      <p class="small typed">{inFours(hash)}</p>
    </div>
  </div>
)
