/** It proves that a tenant was found, opened or imported; a slug that somebody sent is a string until it is found. */
export type TenantId = string & { readonly tenantId: unique symbol }

/** Only what opens or imports a tenant calls this; all others read the id from the tenant. */
export const mintTenantId = (slug: string): TenantId => slug as TenantId

/** The operator's collections are kept under this name, which no tenant can have. */
export const PLATFORM = mintTenantId('-platform')
