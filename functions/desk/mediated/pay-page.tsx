import { dayOf, spokenDay } from '#domain/basics/time.ts'
import type { MediatedCase } from '#domain/desk/mediation-report.ts'
import { documentNumber } from '#domain/dossier/number.ts'
import { unit } from '#domain/places/areas.ts'
import { casePath, deskPages } from '#domain/routes/desk.ts'
import { agreementForms } from '#domain/words/agreement-forms.ts'
import { deskData, dossierData } from '#generated/desk.ts'
import { PrintButton } from '../ui/print-button.tsx'
import { MonthHead, Months, TooMany } from './month-page.tsx'
import { type Month, mostMediated } from './read-month.ts'

const { kinds, pay, sample, notice } = deskData.mediationReport

const kindOf = ({ category }: MediatedCase): string =>
  kinds.find(({ categories }) => categories.includes(category))?.name ?? ''

const wordOf = (id: string): string => dossierData.documents.find((one) => one.id === id)?.word ?? ''

/** 文号 of the paper, by the county's rule; an agreement whose form nobody wrote down has none. */
const paperOf = ({ form, unit: at, number }: MediatedCase): string =>
  form === null
    ? ''
    : documentNumber(dossierData, {
        ...{ unit: at, caseNumber: number, nth: 1 },
        word: wordOf(form === 'oral' ? 'oral' : 'agreement'),
      })

const yuanOf = ({ form }: MediatedCase): number | null => (form ? pay[form] : null)

const columns = ['案件编号', '文号', '哪天', '类别', '方式', '金额（元）', '要核对', '签名']

const Row = ({ one, others }: { one: MediatedCase; others: readonly string[] }) => (
  <tr>
    <th scope="row" class="number">
      <a href={casePath(one.number)}>{one.number}</a>
    </th>
    {[
      paperOf(one),
      spokenDay(dayOf(one.at)),
      kindOf(one),
      one.form ? agreementForms[one.form] : '没有写明',
      `${yuanOf(one) ?? ''}`,
      others.length > 0 ? `和 ${others.join('、')} 像是一件` : '',
    ].map((text, index) => (
      // On a phone a cell has its name beside it, if it has anything.
      <td data-l={text ? columns[index + 1] : undefined}>{text}</td>
    ))}
    <td class="sign" />
  </tr>
)

interface Props {
  unitName: string
  month: Month
  cases: readonly MediatedCase[]
  hints: ReadonlyMap<string, readonly string[]>
  /** Names of members of staff by id. */
  names: ReadonlyMap<string, string>
}

/** 以案定补: for each mediator the agreements of the month that count, with a place to sign. */
export const PayPage = ({ unitName, month, cases, hints, names }: Props) => {
  const shown = cases.slice(0, mostMediated)
  const groups = [...Map.groupBy(shown, (one) => `${one.unit} ${one.staff}`).values()]
  return (
    <div class="page-width">
      <MonthHead title={deskPages.casePay.name} unitName={unitName} month={month} />
      {sample ? <p class="note">{notice}</p> : null}
      <TooMany count={cases.length} />
      <PrintButton />
      <p class="soft small">
        当月达成协议的，一件一行；当场登记没有核实的、当月又重新办理的不算。“要核对”的，是本单位{' '}
        {deskData.mediationReport.splitDays}{' '}
        天里当事人相同，或者一方相同、事也是同一类：只是提醒，核对了再定。
      </p>
      {groups.length === 0 ? <p class="soft">这个月没有达成协议的。</p> : null}
      {groups.map((own) => {
        const [first] = own
        if (!first) return null
        const who = first.staff ? (names.get(first.staff) ?? '工作人员') : '没有记下是谁'
        const sums = own.map(yuanOf)
        const whole = sums.every((sum) => sum !== null)
        return (
          <section class="section">
            <h2 class="section-head">
              {unit(first.unit).name}　{who}
            </h2>
            <table class="desk-table">
              <caption class="visually-hidden">{who}</caption>
              <thead>
                <tr>
                  {columns.map((name) => (
                    <th scope="col">{name}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {own.map((one) => (
                  <Row one={one} others={hints.get(one.number) ?? []} />
                ))}
              </tbody>
            </table>
            <p>
              共 {own.length} 件
              {whole ? `，${sums.reduce<number>((all, sum) => all + (sum ?? 0), 0)} 元` : ''}
              。审核人签名：
            </p>
          </section>
        )
      })}
      <Months path={deskPages.casePay.path} month={month} />
      <script src="/form.js" defer></script>
    </div>
  )
}
