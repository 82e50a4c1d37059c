import type { MiddlewareHandler } from 'hono'
import { type FollowPorts, identifyReporter as identify } from '../complaints/follow-complaint.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { AddressOf } from './address.ts'
import type { AppEnv } from './app-env.ts'
import type { Limits } from './limits.ts'

/** Takes the tracking code from `Authorization: Bearer`. @throws Refusal `complaint/not-found`, `limit/too-many` */
export const identifyReporter =
  (
    ports: FollowPorts & { readonly tenants: TenantDirectory; readonly limits: Limits; readonly addressOf: AddressOf },
  ): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const { limits } = ports
    const address = ports.addressOf(c)
    limits.beforeGuess(address)
    const code = /^Bearer ([^\s]{1,100})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
    try {
      const opened = await identify(ports, c.get('tenant').id as TenantId, c.req.param('number') ?? '', code)
      c.set('reporter', opened)
      // From here on the rules and words are those of the unit that has the complaint now.
      c.set('tenant', await ports.tenants.get(opened.tenant))
    } catch (cause) {
      limits.wrongGuess(address)
      throw cause
    }
    await next()
  }
