export const quotaNames = ['filingsPerHour', 'filingsPerDay', 'evidenceGigabytes', 'members'] as const
export type QuotaName = (typeof quotaNames)[number]
export type Quotas = Readonly<Record<QuotaName, number>>

/**
 * Far above an office's need (a regency's busiest has some hundred complaints a day), and far below what harms
 * others.
 */
export const standardQuotas: Quotas = {
  filingsPerHour: 2_000,
  filingsPerDay: 10_000,
  evidenceGigabytes: 500,
  members: 300,
}

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
