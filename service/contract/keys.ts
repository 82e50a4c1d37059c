import { z } from '@hono/zod-openapi'

export const unitKeysView = z
  .object({
    /** `-platform` for the secrets of accounts of staff, which belong to no unit. */
    tenant: z.string(),
    name: z.string().nullable(),
    /** When the secret was made that wraps what is new. */
    madeAt: z.string(),
    rotation: z
      .object({
        /** Cases, letters, files and requests whose keys must still be wrapped anew. */
        remaining: z.int(),
        records: z.int(),
        /** Before that the secret before is kept: a write that began earlier may need it. */
        settlesAt: z.string(),
      })
      .nullable(),
    /** Seals that this process could not open where they lie, since it started: damaged, changed, or moved there. */
    sealFaults: z.array(
      z.object({
        collection: z.string(),
        field: z.string(),
        documents: z.int(),
        /** When the first was met. */
        since: z.string(),
      }),
    ),
  })
  .openapi('UnitKeys')

export const keyList = z
  .object({
    units: z.array(unitKeysView),
    master: z.object({
      /** In a key file, or given from outside to every process. */
      kept: z.enum(['file', 'given']),
      /** Secrets of units that a master key before the newest wraps. */
      behind: z.int(),
      /** Given from outside, it takes a new one there first. */
      canRotate: z.boolean(),
    }),
  })
  .openapi('KeyList')
export type KeyListView = z.infer<typeof keyList>
