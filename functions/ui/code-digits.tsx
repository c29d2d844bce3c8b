import { codeGroups } from '#domain/filing/tracking-code.ts'

const spelled = (code: string): string =>
  codeGroups(code)
    .map((group) => [...group].join(' '))
    .join('，')

/** Four cells of four digits, and the same spelled for a voice. */
export const CodeDigits = ({ code }: { code: string }) => (
  <>
    <p class="code" aria-hidden="true">
      {codeGroups(code).map((group) => (
        <span>{group}</span>
      ))}
    </p>
    <p class="visually-hidden">查询码：{spelled(code)}</p>
  </>
)
