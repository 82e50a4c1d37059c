import { z } from '@hono/zod-openapi'
import { roles } from '../offices/vocabulary.ts'

/** The permissions that the service enforces, as sentences. */
export const rolesView = z
  .object({
    permissions: z.array(z.object({ permission: z.string(), label: z.string() })),
    roles: z.array(
      z.object({
        role: z.enum(roles),
        label: z.string(),
        permissions: z.array(z.string()),
        /** The role can be limited to some categories. */
        canBeLimited: z.boolean(),
        /** Admins may give it to themselves. */
        toOneself: z.boolean(),
        /** A second person must agree, who is neither the admin nor the one who gets it. */
        byTwo: z.boolean(),
      }),
    ),
  })
  .openapi('Roles')
export type RolesView = z.infer<typeof rolesView>
