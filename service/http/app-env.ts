import type { OpenAPIHono } from '@hono/zod-openapi'
import type { OpenedByCode } from '../following/follow-complaint.ts'
import type { ApiKey } from '../offices/api-keys/api-keys.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'
import type { SignedIn } from '../offices/staff/sessions.ts'
import type { Tenant } from '../offices/tenants/tenant.ts'
import type { Duty, Language } from '../offices/vocabulary.ts'

/** Results of middleware. Each is set only on routes behind the middleware that sets it. */
export interface AppEnv {
  Variables: {
    requestId: string
    /** The code of the refusal that answers the request. */
    refused?: string
    language: Language
    tenant: Tenant
    /** The unit's room for practice that this request may enter, by its id. */
    room?: string
    /** Duties that nobody in the tenant holds; what takes them is not offered to the public. */
    unheld: readonly Duty[]
    reporter: OpenedByCode
    signedIn: SignedIn
    staff: StaffMember
    apiKey: ApiKey
  }
}

export type Api = OpenAPIHono<AppEnv>
