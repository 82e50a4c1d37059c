import type { MiddlewareHandler } from 'hono'
import { findKey, programOf, requireScope } from '../offices/api-keys/api-keys.ts'
import type { ApiScope } from '../offices/vocabulary.ts'
import { Refusal } from '../shared/refusal.ts'
import type { AppEnv } from './app-env.ts'
import type { Office } from './office.ts'

/**
 * Takes the key from `Authorization: Bearer`. Pages of other origins cannot read the answer, because a key in a
 * browser would be everybody's. @throws Refusal `key/required`, `key/wrong`, `key/over`, `limit/too-many`
 */
export const identifyProgram =
  (ports: Office): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const { limits } = ports
    const text = /^Bearer (\S{1,100})$/i.exec(c.req.header('authorization') ?? '')?.[1]
    if (!text) throw new Refusal('unauthenticated', 'key/required')
    const key = await findKey(ports, c.get('tenant').id, text).catch((cause: unknown) => {
      if (cause instanceof Refusal) limits.wrongSecret('key', ports.addressOf(c))
      throw cause
    })
    limits.before('program', key.id)
    c.set('apiKey', key)
    c.header('Cache-Control', 'no-store')
    await next()
  }

/** The program then acts as a member of staff with this permission alone. @throws Refusal `key/scope-missing` */
export const withScope =
  (scope: ApiScope): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const key = c.get('apiKey')
    requireScope(key, scope)
    c.set('staff', programOf(key, scope))
    await next()
  }
