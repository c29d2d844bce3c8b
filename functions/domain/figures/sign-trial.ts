/**
 * What the rule gave in years of the sample county, drawn as `npm run seed` draws them, in which nothing changed but what was
 * planted: outbreaks of one kind at one unit, `extra` cases more in `weeks` weeks
 * (`npx vitest run --project unit tests/unit/domain/figures/sign-years.test.ts` counts again and compares).
 */
export const signTrial = {
  ...{ years: 4, casesAYear: 3600, outbreaks: 10, extra: 14, weeks: 8 },
  /** Signs a year without any outbreak: all of them false. */
  falseAYear: 55,
  /** With outbreaks: percent of them that were seen, percent of the signs that were false. */
  ...{ seen: 75, wrong: 83 },
  /** Percent of the signs without any outbreak that the rule itself takes back after its time. */
  takenBack: 70,
} as const

/** The same as it is printed beside the rule. */
export const signTrialWords = (): string => {
  const { casesAYear, falseAYear, takenBack, outbreaks, weeks, extra, seen, wrong } = signTrial
  return `拿示例县的数据试过：一年 ${casesAYear} 件、什么都没有变，也会报 ${falseAYear} 次，全是虚报，其中 ${takenBack}% 后来自己落空；一年里真有 ${outbreaks} 处一类事 ${weeks} 周多出 ${extra} 件，报得出 ${seen}%，报的里面 ${wrong}% 是虚报。所以苗头只是提醒去看一看。`
}
