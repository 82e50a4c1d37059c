/** What a unit may use of the service. */
export const quotaNames = ['filingsPerHour', 'filingsPerDay', 'evidenceGigabytes', 'members'] as const
export type QuotaName = (typeof quotaNames)[number]
export type Quotas = Readonly<Record<QuotaName, number>>

/** Far above what an office meets (a regency's busiest has some hundred complaints a day), and far below what harms others. */
export const standardQuotas: Quotas = {
  filingsPerHour: 2_000,
  filingsPerDay: 10_000,
  evidenceGigabytes: 500,
  members: 300,
}

/** How far a quota is used. `used` is in the quota's own unit; gigabytes have a fraction. */
export interface QuotaUse {
  readonly limit: number
  readonly used: number
}
export type QuotasUsed = Readonly<Record<QuotaName, QuotaUse>>

/** From here on who runs the service is warned, so that there is time to raise it. */
const NEAR = 0.8

export const isNear = ({ used, limit }: QuotaUse): boolean => used >= limit * NEAR
export const isUsedUp = ({ used, limit }: QuotaUse): boolean => used >= limit
