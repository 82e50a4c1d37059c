/**
 * Proof that a request was resolved to one unit. Minted only where a request enters (`http/identify-tenant.ts`,
 * `http/identify-staff.ts`) and where a unit is opened.
 */
export type TenantId = string & { readonly tenantId: unique symbol }

/** Collections of the operator are kept under this name, which no unit can have. */
export const PLATFORM = '-platform'
