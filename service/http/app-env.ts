import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiKey } from '../api-keys/api-key.ts'
import type { OpenedByCode } from '../complaints/follow-complaint.ts'
import type { Language } from '../complaints/vocabulary.ts'
import type { SignedIn } from '../staff/signed-in.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** Results of middleware. Each is set only on routes behind the middleware that sets it. */
export interface AppEnv {
  Variables: {
    requestId: string
    language: Language
    tenant: Tenant
    reporter: OpenedByCode
    signedIn: SignedIn
    staff: StaffMember
    apiKey: ApiKey
  }
}

export type Api = OpenAPIHono<AppEnv>
