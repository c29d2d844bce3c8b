import { deskPages, invitationPath } from '#domain/routes/desk.ts'
import { CodeDigits } from '#ui/code-digits.tsx'
import { CodeSlip, type Slip } from '#ui/slip.tsx'
import type { Given } from './slip-cookie.ts'

/** Name of the field with the number of the case whose slip is put away. */
export const slipCaseField = 'case'

interface Props {
  slip: Slip
  unitName: string
  /** True if it was found on a round and nobody was named: there is no person to give the code to. */
  nobody: boolean
  given?: Given | undefined
  /** Whose code it is, if they did not file. */
  whom?: string | undefined
}

const titles: Record<Given, string> = {
  replaced: '补好了',
  'replaced-joined': '补好了',
  other: '对方的查询码',
  joined: '另一位的查询码',
}

const About = ({ slip, unitName, nobody, given }: Props) => {
  if (given === 'other')
    return (
      <p>
        先把申请人同意的话念给对方听，或者印出来交给对方（<a href={invitationPath(slip.caseNumber)}>打印</a>
        ），再给下面的查询码。不要寄，不要发短信，不要让别人转交。您也看得见这个码，所以对方第一次用，会让本人换一个只有自己知道的。
      </p>
    )
  if (given === 'joined')
    return (
      <p>
        看过证件、授权书，再当面给，或者打电话念给本人。不要让别人转交。用这个码只看得到写给本人的话、大家都知道的几步。您也看得见这个码，所以第一次用，会让本人换一个只有自己知道的。
      </p>
    )
  // Where the case is now is nothing for who did not file.
  if (given === 'replaced-joined')
    return (
      <p>
        旧的查询码已经作废。请把新的念给本人抄。您也看得见这个码，所以第一次用，会让本人换一个只有自己知道的。
      </p>
    )
  return (
    <p>
      {given === 'replaced' ? '旧的查询码已经作废。事情在 ' : '交给了 '}
      <b>{unitName}</b>，案件编号 <b>{slip.caseNumber}</b>。
      {nobody
        ? '走访发现的，没有留当事人，不用念查询码。'
        : '请把查询码念给本人抄，或者打印出来交给本人。您也看得见这个码，所以第一次查的时候，会让本人换一个只有自己知道的。'}
    </p>
  )
}

/** The slip to give to the person; they get a code of their own when they first use this one. */
export const RegisteredPage = ({ slip, unitName, nobody, given, whom }: Props) => (
  <div class="page-width">
    <header class="page-head">
      <h1>{given ? titles[given] : '登记好了'}</h1>
      <About {...{ slip, unitName, nobody, given }} />
    </header>
    {nobody ? (
      <details class="more-moves">
        <summary>后来找到了当事人，要把查询码交给本人</summary>
        <CodeSlip slip={slip} />
      </details>
    ) : given && given !== 'replaced' ? (
      <section class="tile-cap slip" aria-labelledby="code-title">
        <h2 id="code-title">查询码，给{whom ?? '这一位'}</h2>
        <CodeDigits code={slip.trackingCode} />
        <p>
          在网站“进度”里填。
          <span class="no-break">
            案件编号 <b>{slip.caseNumber}</b>，
          </span>
          打电话问的时候说。
        </p>
      </section>
    ) : (
      <CodeSlip slip={slip} />
    )}
    <form action={deskPages.registered.path} method="post">
      <input type="hidden" name={slipCaseField} value={slip.caseNumber} />
      <div class="actions">
        <button class="button" type="submit">
          {nobody ? '知道了' : '已经交给本人了'}
        </button>
      </div>
    </form>
  </div>
)
