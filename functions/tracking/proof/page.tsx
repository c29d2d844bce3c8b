import { inFours } from '#domain/basics/hex.ts'
import { spokenDay } from '#domain/basics/time.ts'
import { actions, anchorPage } from '#domain/routes/site.ts'
import { Fold } from '#ui/fold.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { WhoToCall } from '#ui/who-to-call.tsx'
import { Back } from '../code-again/page.tsx'
import type { OwnProof } from './read-proof.ts'

export const proofTitle = '核对记录'
/** Name of the field with a hash that was written down; the route reads it from the query. */
const notedField = 'hash'

/** What was found, in words for somebody who has never heard of a hash. */
const Found = ({ proof: { state, proof }, year }: { proof: OwnProof; year: string }) => {
  if (state === 'broken')
    return (
      <div class="note">
        <b>对不上</b>
        <p>
          这件事的记录里，有的地方和当初的不一样。可能有人动过，也可能是系统出了错。请把这一页拍下来，打下面的电话问；回执上、以前拍下的核对码，都留好。
        </p>
      </div>
    )
  if (!proof)
    return (
      <div class="note">
        <b>每一步都接得上</b>
        <p>
          从登记那天起的每一步，刚才又算了一遍，前后都接得上。这件事还没赶上公布，请明天上午再来核对一次。
        </p>
      </div>
    )
  return (
    <div class="note">
      <b>对得上</b>
      <p>
        您的这件事，从登记那天起，到 {spokenDay(proof.day, year)}
        为止的每一步，都锁在那天公布的一串字里。刚才又算了一遍，算出来的就是那一串。往后谁改了其中一步，哪怕一个字，都对不上。
      </p>
      <p>那天以后办的，第二天上午起就能核对。</p>
    </div>
  )
}

/** What became of a hash that was written down earlier. */
const notedWords = {
  known: '对得上：这一串还在这件事的记录里，到那一步为止，没有改过。',
  unknown:
    '对不上：这件事的记录里没有这一串。先看看有没有抄错、是不是别的事的；没抄错，请把它和这一页一起拍下来，打下面的电话问。',
} as const

/** Holds a hash that was written down earlier against the history: behind the code only, so that nobody learns which exist. */
const NotedForm = ({ noted, typed }: { noted: OwnProof['noted']; typed: string }) => (
  <section class="section" aria-labelledby="noted">
    <h2 id="noted">以前记下的，还对得上吗</h2>
    {noted && noted !== 'unreadable' ? (
      <p class="note" role="status">
        {notedWords[noted]}
      </p>
    ) : null}
    <form action={actions.trackProof} method="get" novalidate>
      <TextField
        name={notedField}
        label="回执上、或者以前拍下的核对码"
        hint="前面四组（16 个）就行，全填更稳当。"
        state={{
          value: () => typed,
          error: () => (noted === 'unreadable' ? '核对码只有数字和 a 到 f，至少填前面 16 个' : undefined),
        }}
      />
      <div class="actions">
        <button class="button secondary" type="submit">
          对一对
        </button>
      </div>
    </form>
  </section>
)

const Row = ({ name, hash }: { name: string; hash: string }) => (
  <div>
    <dt>{name}</dt>
    <dd class="typed">{inFours(hash)}</dd>
  </div>
)

/** 核对记录: whether anything was changed, the hashes to hold against paper, and what a program needs to compute it again. */
export const ProofPage = ({
  proof,
  typed,
  year,
  unitId,
}: {
  proof: OwnProof
  typed: string
  year: string
  unitId: string
}) => (
  <div class="page-width text">
    <header class="page-head">
      <h1>{proofTitle}</h1>
      <p>
        案件 <span class="no-break">{proof.caseNumber}</span>
      </p>
    </header>
    <Found proof={proof} year={year} />
    <NotedForm noted={proof.noted} typed={typed} />
    {proof.state === 'broken' || proof.noted === 'unknown' ? (
      <WhoToCall title="打电话问" unitId={unitId} />
    ) : null}
    <section class="section" aria-labelledby="hashes">
      <h2 id="hashes">拿这些去对</h2>
      <dl class="check">
        <Row name="登记那一步（要和回执上印的一字不差）" hash={proof.filedHash} />
        <Row name="现在的（每办一步换一个新的）" hash={proof.lastHash} />
        {proof.proof ? (
          <Row name={`${spokenDay(proof.proof.day, year)}公布的（大家都是这一串）`} hash={proof.proof.root} />
        ) : null}
      </dl>
      <p>
        <a class="more" href={anchorPage.path}>
          {anchorPage.name}
        </a>
      </p>
    </section>
    {proof.proof ? (
      <section class="section">
        <Fold title="不信我们算的，请懂电脑的人再算一遍" open={false}>
          <p>
            叶子是 SHA-256（00、salt、head）。从 path 的第一个起，一层一层往上合：SHA-256（01、左、右）；index
            的最低一位是 0，自己在左，是 1，自己在右，往上依次看高一位。合完 22 层，要等于
            root。下面的内容只说您这一件事。
          </p>
          <p class="small typed">{JSON.stringify(proof.proof)}</p>
        </Fold>
      </section>
    ) : null}
    <Back />
  </div>
)
