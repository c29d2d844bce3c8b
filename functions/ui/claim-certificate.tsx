import { dayOf, fullDay, type Instant } from '#domain/basics/time.ts'
import { fileKinds } from '#domain/evidence/kinds.ts'
import type { Certificate } from '#domain/following/certificate.ts'
import { fileName } from '#domain/history/case-files.ts'
import { articlePath } from '#domain/routes/laws.ts'

/** 哪天提了什么要求的证明: the body of the printed page, for the holder of a code and for the desk. */

export const certificateTitle = ({ filed }: Pick<Certificate, 'filed'>): string =>
  filed ? '提出要求的证明' : '交过什么的证明'

const Words = ({ title, text }: { title: string; text: string | undefined }) =>
  text === undefined ? null : (
    <>
      <h2>{title}</h2>
      <p class="typed">{text}</p>
    </>
  )

const Files = ({ files }: Pick<Certificate, 'files'>) =>
  files.length === 0 ? (
    <p>没有交过材料。</p>
  ) : (
    <ol>
      {files.map(({ file, caption }) => (
        <li>
          {fileName(file, caption)}（{fileKinds[file.kind].name}，{fullDay(dayOf(file.at))}）
        </li>
      ))}
    </ol>
  )

/**
 * The certificate.
 * @param stamped printed at the desk, to be signed and stamped
 */
export const ClaimCertificate = ({
  certificate,
  now,
  stamped,
}: {
  certificate: Certificate
  now: Instant
  stamped: boolean
}) => {
  const { number, filed, claims, on, unit, name, request, narrative, files, hash } = certificate
  return (
    <>
      <p>
        {name || '当事人（没有留姓名）'}
        {filed ? (
          <>
            于 <b class="no-break">{fullDay(on)}</b>向{unit}
            {claims ? '申请调解，提出下面的要求' : '提出下面的事'}
          </>
        ) : (
          <>
            在{unit}调解的一件事里，自 <b class="no-break">{fullDay(on)}</b>起是受邀的一方
          </>
        )}
        。案件编号 <span class="no-break">{number}。</span>
      </p>
      {claims ? (
        <p>
          <a href={articlePath('limitation-interpretation-12')}>诉讼时效规定第十二条</a>
          ：向人民调解委员会等依法能解决纠纷的单位，提出保护民事权利的请求，诉讼时效从提出请求那天起中断。
        </p>
      ) : null}
      <Words title="要求（本人的原话）" text={request} />
      <Words title="事情（本人的原话）" text={narrative} />
      {filed && request === undefined ? <p>内容读不出来了。</p> : null}
      <h2>本人交过的材料</h2>
      <Files files={files} />
      <p>对方说的、对方交的，双方在调解里说过的话、让过的步，都不写在这里。</p>
      <p class="small typed">核对码 {hash}</p>
      {stamped ? (
        <>
          <p>经办人：____________</p>
          <p>
            {unit}（盖章）　{fullDay(dayOf(now))}
          </p>
        </>
      ) : (
        <p class="soft">
          {fullDay(dayOf(now))}用查询码打印。要盖章的，拿到{unit}去。
        </p>
      )}
    </>
  )
}
