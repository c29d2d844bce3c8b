import type { StatisticsKind } from '#domain/statistics/figures.ts'

export const kindNames: Record<StatisticsKind, string> = {
  disputes: '调解、咨询和线索',
  petitions: '信访',
}
