import { keysOf, recordOf } from '../shared/records.ts'

/**
 * How much of the service a unit may use: what holds until an operator says otherwise, the most that one can say, and
 * the measure as their log writes it. The standards are far above an office’s need (a regency’s busiest has some
 * hundred complaints a day), and far below what harms others.
 */
export const quotas = {
  filingsPerHour: { standard: 2_000, most: 1_000_000, measure: '/h' },
  filingsPerDay: { standard: 10_000, most: 10_000_000, measure: '/d' },
  evidenceGigabytes: { standard: 500, most: 1_000_000, measure: ' GB' },
  members: { standard: 300, most: 500, measure: '' },
} as const

export type QuotaName = keyof typeof quotas
export const quotaNames = keysOf(quotas)
export type Quotas = Readonly<Record<QuotaName, number>>

export const standardQuotas: Quotas = recordOf(quotaNames, (name) => quotas[name].standard)

export const sayQuotas = (limits: Quotas): string =>
  quotaNames.map((name) => `${limits[name]}${quotas[name].measure}`).join(' ')

/** `used` has the quota's own measure; gigabytes have a fraction. */
export interface QuotaUse {
  readonly limit: number
  readonly used: number
}
export type QuotasUsed = Readonly<Record<QuotaName, QuotaUse>>

/** From this share on the operator is warned in time to raise the quota. */
const NEAR = 0.8

export const isNear = ({ used, limit }: QuotaUse): boolean => used >= limit * NEAR
export const isUsedUp = ({ used, limit }: QuotaUse): boolean => used >= limit
