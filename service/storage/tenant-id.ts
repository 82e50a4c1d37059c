/**
 * Proof that a request was resolved to one unit. Minted only where a request enters (`http/identify-tenant.ts`,
 * `http/identify-staff.ts`) and where a unit is opened.
 */
export type TenantId = string & { readonly tenantId: unique symbol }

/** The operator's collections are kept under this name, which no tenant can have. */
export const PLATFORM = '-platform'
