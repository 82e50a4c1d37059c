import type { Instant } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { StaffId } from '../staff-id.ts'
import type { DeputyTitle } from '../vocabulary.ts'
import type { Permission } from './permissions.ts'

/** This keyed hash stands for a staff member on the cases that are hidden from them. */
export type GuardMark = string & { readonly guardMark: unique symbol }

/** A deputy may do no more than the member for whom they stand in. */
export interface DeputyRight {
  readonly title: DeputyTitle
  /** The position of that member. */
  readonly position: string
  /** Cases with one of these marks are hidden from that member. */
  readonly marks: ReadonlySet<GuardMark>
}

export interface StaffMember {
  readonly id: StaffId
  readonly tenant: TenantId
  readonly name: string
  readonly position: string
  /** Each permission may be limited to some categories. */
  readonly permissions: ReadonlySet<Permission>
  /** A permission is limited to these categories; one without an entry applies in every category. */
  readonly limits: ReadonlyMap<Permission, ReadonlySet<string>>
  /** Cases with one of these marks, their own or a superior's, are hidden from them. */
  readonly guardMarks: ReadonlySet<GuardMark>
  /** A permission is held since then; one without an entry has been held for long. */
  readonly heldSince?: ReadonlyMap<Permission, Instant>
  /** Permissions that they hold only as deputy of somebody who is away. */
  readonly asDeputy?: ReadonlyMap<Permission, DeputyRight>
  /** They stand in for these members now. */
  readonly standsInFor?: readonly StaffId[]
  /** These members are away and have nobody in their place. */
  readonly unattended?: readonly StaffId[]
  /** Their name or position is new here, and cases have not been searched for it yet. */
  readonly isUnmatched?: true
  /** They are away until then. */
  readonly awayUntil?: Instant
  /** It is set for a program with an API key, for which guarded cases do not exist. */
  readonly isProgram?: true
  /** They last proved their identity in the session then; absent without a session. */
  readonly confirmedAt?: Instant
}
