import { z } from '@hono/zod-openapi'
import type { Shown } from './shown.ts'

export const unitKeysView = z
  .object({
    /** `-platform` stands for the secrets of staff accounts, which belong to no office. */
    tenant: z.string(),
    name: z.string().nullable(),
    /** When the secret was made that wraps new keys. */
    madeAt: z.string(),
    rotation: z
      .object({
        /** Keys of cases, letters, files and requests that must still be rewrapped. */
        remaining: z.int(),
        records: z.int(),
        /** The previous secret is kept until then, because a write that began earlier may need it. */
        settlesAt: z.string(),
      })
      .nullable(),
    /** Seals that this process failed to open since it started, because they are damaged, changed or moved. */
    sealFaults: z.array(
      z.object({
        collection: z.string(),
        field: z.string(),
        documents: z.int(),
        /** When the first one was met. */
        since: z.string(),
      }),
    ),
  })
  .openapi('UnitKeys')

export const keyList = z
  .object({
    units: z.array(unitKeysView),
    master: z.object({
      /** In a key file, or passed to every process from outside. */
      kept: z.enum(['file', 'given']),
      /** Secrets of offices that an older master key wraps. */
      behind: z.int(),
      /** A master key passed from outside must be replaced there first. */
      canRotate: z.boolean(),
    }),
  })
  .openapi('KeyList')
export type KeyListView = Shown<typeof keyList>
