import { z } from '@hono/zod-openapi'
import type { Shown } from './shown.ts'

/** CycloneDX 1.6, as far as it is used here. */
export const billOfMaterials = z
  .object({
    bomFormat: z.literal('CycloneDX'),
    specVersion: z.literal('1.6'),
    version: z.int(),
    metadata: z.object({ component: z.record(z.string(), z.unknown()) }),
    components: z.array(z.record(z.string(), z.unknown())),
    dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
  })
  .openapi('BillOfMaterials')
export type BillOfMaterials = Shown<typeof billOfMaterials>
