import { codeGroups } from '#domain/filing/tracking-code.ts'

const spelled = (code: string): string =>
  codeGroups(code)
    .map((group) => [...group].join(' '))
    .join('，')

/** A tracking code, or another number, in groups of four digits, with the same text for screen readers. */
export const CodeDigits = ({ code, name = '查询码' }: { code: string; name?: string }) => (
  <>
    <p class="code" aria-hidden="true">
      {codeGroups(code).map((group) => (
        <span>{group}</span>
      ))}
    </p>
    <p class="visually-hidden">
      {name}：{spelled(code)}
    </p>
  </>
)
