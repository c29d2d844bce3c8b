import type { StatisticsKind } from '#domain/statistics/figures.ts'

export const kindNames: Record<StatisticsKind, string> = {
  disputes: '调解、咨询、建议和线索',
  petitions: '信访投诉',
}
