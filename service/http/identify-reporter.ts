import type { Context, MiddlewareHandler } from 'hono'
import { identifyReporter as identify, type OpenedByCode } from '../following/follow-complaint.ts'
import { Refusal } from '../shared/refusal.ts'
import type { TenantId } from '../storage/place.ts'
import type { AppEnv } from './app-env.ts'
import type { ReporterActName } from './limit-table.ts'
import type { Office } from './office.ts'
import { reporterActOf } from './reporter-act.ts'

export interface ReporterCall {
  readonly address: string
  readonly tenant: TenantId
  readonly number: string
  readonly code: string
  readonly act: ReporterActName
}

/**
 * Opens a case by its code, and counts the act. The right code works however many wrong ones came from the same
 * address. @throws Refusal `complaint/not-found`, `limit/wrong-codes`, `limit/too-many`, `limit/case-busy`
 */
export async function openByCode(ports: Office, call: ReporterCall): Promise<OpenedByCode> {
  const { address, tenant, number, code, act } = call
  const opened = await identify(ports, tenant, number, code).catch((cause: unknown) => {
    if (cause instanceof Refusal) ports.limits.wrongCode(address, number)
    throw cause
  })
  ports.limits.beforeReporterAct(act, address, `${opened.tenant} ${opened.number}`)
  return opened
}

/** Reads the tracking code as somebody wrote it. */
export const readCode = (c: Context<AppEnv>): string =>
  /^Bearer (\S[^\n]{0,100})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''

/** Takes the tracking code from `Authorization: Bearer`. @throws Refusal as `openByCode` does */
export const identifyReporter =
  (ports: Office): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const opened = await openByCode(ports, {
      address: ports.addressOf(c),
      tenant: c.get('tenant').id,
      number: c.req.param('number') ?? '',
      code: readCode(c),
      act: reporterActOf(c.req.method, c.req.path),
    })
    c.set('reporter', opened)
    // From here on the rules and texts are those of the tenant that has the complaint now.
    c.set('tenant', await ports.tenants.get(opened.tenant))
    await next()
  }
