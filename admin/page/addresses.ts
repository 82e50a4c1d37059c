export const ACCOUNT = '/admin/account'

export const unitAddress = (tenant: string): string => `/admin/${encodeURIComponent(tenant)}`

export const todayAddress = (tenant: string): string => `${unitAddress(tenant)}/today`

export const casesAddress = (tenant: string): string => `/admin/${encodeURIComponent(tenant)}/cases`

export const caseAddress = (tenant: string, number: string): string =>
  `${casesAddress(tenant)}/${encodeURIComponent(number)}`

/** @param other the number of the case to compare with; left out: it is to be chosen */
export const mergeAddress = (tenant: string, number: string, other?: string): string =>
  `${caseAddress(tenant, number)}/merge${other ? `?with=${encodeURIComponent(other)}` : ''}`

export const alertSettingsAddress = (tenant: string): string => `/admin/${encodeURIComponent(tenant)}/alerts`

export const evaluationsAddress = (tenant: string): string => `/admin/${encodeURIComponent(tenant)}/evaluations`

export const evaluationAddress = (tenant: string, id: string): string =>
  `${evaluationsAddress(tenant)}/${encodeURIComponent(id)}`

export const transfersAddress = (tenant: string): string => `/admin/${encodeURIComponent(tenant)}/transfers`

export const approvalsAddress = (tenant: string): string => `/admin/${encodeURIComponent(tenant)}/approvals`

export const oldBooksAddress = (tenant: string): string => `/admin/${encodeURIComponent(tenant)}/old-books`

export const oldBookAddress = (tenant: string, id: string): string =>
  `${oldBooksAddress(tenant)}/${encodeURIComponent(id)}`

/** @param at the counter, where the reporter is; left out: paper, messages and calls */
export const intakeAddress = (tenant: string, at?: 'counter'): string =>
  `${unitAddress(tenant)}/intake${at ? `?at=${at}` : ''}`

export const inboundAddress = (tenant: string): string => `/admin/${encodeURIComponent(tenant)}/inbound`

export const messageAddress = (tenant: string, id: string): string =>
  `${inboundAddress(tenant)}/${encodeURIComponent(id)}`

export const paperAddress = (tenant: string, id: string): string =>
  `/admin/${encodeURIComponent(tenant)}/papers/${encodeURIComponent(id)}`

export const incidentsAddress = (tenant: string): string => `/admin/${encodeURIComponent(tenant)}/incidents`

export const incidentAddress = (tenant: string, id: string): string =>
  `${incidentsAddress(tenant)}/${encodeURIComponent(id)}`

export const wordingsAddress = (tenant: string, language: string): string =>
  `/admin/${encodeURIComponent(tenant)}/wording?lang=${language}`

export const wordingAddress = (tenant: string, id: string): string =>
  `/admin/${encodeURIComponent(tenant)}/wording/${encodeURIComponent(id)}`
