export const unitPath = (tenant: string): string => `/tenants/${encodeURIComponent(tenant)}`

export const casePath = (tenant: string, number: string): string =>
  `${unitPath(tenant)}/cases/${encodeURIComponent(number)}`

/** The query for the page of a list behind `cursor`; empty for the first. */
export const pageAfter = (cursor: string | null): string => (cursor ? `?cursor=${encodeURIComponent(cursor)}` : '')
