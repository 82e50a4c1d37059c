import { z } from '@hono/zod-openapi'
import { roles } from '../complaints/vocabulary.ts'

/** Who may do what: the table that the service enforces, in words. */
export const rolesView = z
  .object({
    permissions: z.array(z.object({ permission: z.string(), label: z.string() })),
    roles: z.array(
      z.object({
        role: z.enum(roles),
        label: z.string(),
        permissions: z.array(z.string()),
        /** Somebody can hold the role in some categories only. */
        canBeLimited: z.boolean(),
        /** An admin may give it to themself. */
        toOneself: z.boolean(),
        /** It takes a second person, who is neither the admin nor the one who gets it. */
        byTwo: z.boolean(),
      }),
    ),
  })
  .openapi('Roles')
export type RolesView = z.infer<typeof rolesView>
