import { z } from '@hono/zod-openapi'
import { duties, roleChanges, roleMixes, roles } from '../offices/vocabulary.ts'
import { instant, requiredText } from './fields.ts'
import type { Shown } from './shown.ts'

/** At most as many as the service has. */
const some = z.array(z.string().max(40)).max(60)

const given = {
  /** The role can be limited to some categories. */
  canBeLimited: z.boolean(),
  /** Admins may give it to themselves. */
  toOneself: z.boolean(),
  /** A second person must agree, who is neither the admin nor the one who gets it. */
  byTwo: z.boolean(),
}

const unitRoleView = z.object({
  id: z.string(),
  name: z.object({ id: z.string(), en: z.string() }),
  permissions: z.array(z.string()),
  ...given,
  holders: z.int(),
})

/** The permissions that the service enforces, as sentences. */
export const rolesView = z
  .object({
    permissions: z.array(
      z.object({
        permission: z.string(),
        label: z.string(),
        /** It takes a second person to give it. */
        byTwo: z.boolean().optional(),
      }),
    ),
    roles: z.array(z.object({ role: z.enum(roles), label: z.string(), permissions: z.array(z.string()), ...given })),
    /** The unit's own, and the version of their list; it is 0 where the unit has made none. */
    unit: z.object({
      version: z.int(),
      roles: z.array(unitRoleView),
      most: z.int(),
      /** The changes say who changed what, the newest first. */
      changes: z.array(
        z.object({
          at: instant,
          by: z.string().nullable(),
          name: z.string(),
          what: z.enum(roleChanges),
          added: z.array(z.string()),
          dropped: z.array(z.string()),
        }),
      ),
    }),
  })
  .openapi('Roles')
export type RolesView = Shown<typeof rolesView>

/** `version` is that of the list which was read; the English name may be empty. */
export const writeUnitRole = z
  .strictObject({
    version: z.int().min(0),
    name: z.strictObject({ id: requiredText(60), en: z.string().trim().max(60).default('') }),
    permissions: some.min(1),
  })
  .openapi('WriteUnitRole')
export type WriteUnitRole = z.input<typeof writeUnitRole>

/** `id` is that of a role which exists, or `null`. */
export const weighUnitRole = z
  .strictObject({ id: z.string().max(100).nullable(), permissions: some })
  .openapi('WeighUnitRole')
export type WeighUnitRole = Shown<typeof weighUnitRole>

export const unitRoleWeight = z
  .object({
    /** What breaks the separation of duties in it, or makes it useless. */
    mixes: z.array(z.enum(roleMixes)),
    /** Nobody would hold these duties any more, who somebody holds now. */
    leavesOpen: z.array(z.enum(duties)),
    /** Names of those who hold it: they get and lose permissions at once. */
    holders: z.array(z.string()),
    byTwo: z.boolean(),
  })
  .openapi('UnitRoleWeight')
export type UnitRoleWeight = Shown<typeof unitRoleWeight>
