import type { AccountView, SessionView } from '../../contract/account.ts'
import type { DepartureView } from '../../contract/installation.ts'
import type { DutiesView, RolesView } from '../../contract/staff.ts'
import type { SealingView } from '../../contract/unit.ts'
import { invitationsTo } from '../../keeping/accounts/accept-invitation.ts'
import {
  awaitsStaff,
  type DutyGap,
  dutyTable,
  findGaps,
  gapsByDuty,
  type UnitSettings,
  unheldDuties,
  whoCan,
} from '../../offices/duties/duties.ts'
import { holds } from '../../offices/managing/sealing.ts'
import {
  type Account,
  absenceOf,
  awaitsYes,
  isAccepted,
  type Membership,
  MOST_UNIT_ROLES,
  permissionsIn,
  type Session,
  type UnitRole,
  type UnitRoles,
} from '../../offices/staff/account.ts'
import type { AccountSecurity } from '../../offices/staff/account-security.ts'
import { grantRules, ruleOfPermission, ruleOfUnitRole } from '../../offices/staff/grant-rules.ts'
import { canBeLimited, permissions, permissionsOf, type StaffMember } from '../../offices/staff/permissions.ts'
import { grantsOf, substituteFor, unitRolesOf } from '../../offices/staff/posts.ts'
import type { SignedIn } from '../../offices/staff/sessions.ts'
import { mayAgreeTo, mayVouchFor } from '../../offices/staff/vouching.ts'
import { activeKey, endAskedOf, type SealingKey, type SealingKeys } from '../../offices/tenants/sealing-keys.ts'
import { lockMinutesOf, type Tenant, usualLockMinutes } from '../../offices/tenants/tenant.ts'
import type { Departure } from '../../offices/tenants/tenant-directory.ts'
import { readIn } from '../../offices/translated.ts'
import { duties, type Language, roles } from '../../offices/vocabulary.ts'
import { type Instant, MINUTE } from '../../shared/instant.ts'
import type { ApiOffice } from '../office.ts'
import type { ViewWording } from '../view-wording.ts'

export async function sessionViewOf(ports: ApiOffice, { account, session }: SignedIn) {
  const { staff, tenants, sessionIdleAfter } = ports
  const memberships = await staff.membershipsOf(account.id)
  const units = await Promise.all(
    memberships.map(async (membership) => {
      const { tenant: slug, roles } = membership
      const tenant = await tenants.find(slug)
      if (!tenant) return []
      const { name, shortName, requireSecondFactor } = tenant.settings
      const secondFactorNeeded = Boolean(requireSecondFactor || account.secondFactorOwed) && !session.secondFactor
      const permissions = [...new Set(grantsOf(membership).map(({ permission }) => permission))]
      const own = unitRolesOf(membership)
      const view = {
        ...{ tenant: slug, name, shortName, roles, permissions, secondFactorNeeded },
        ...(own.length > 0 && { unitRoles: own.map(({ name }) => name) }),
      }
      return [{ view, lockAfterMinutes: lockMinutesOf(tenant.settings) }]
    }),
  )
  const locks = units.flat().map(({ lockAfterMinutes }) => lockAfterMinutes)
  const { id, name, email, operator } = account
  return {
    staff: { id, name, email, operator },
    tenants: session.owesSecondFactor ? [] : units.flat().map(({ view }) => view),
    csrf: session.csrf,
    lockAfterMinutes: locks.length > 0 ? Math.min(...locks) : usualLockMinutes,
    expiresAt: session.expiresAt,
    idleMinutes: Math.round(sessionIdleAfter / MINUTE),
    invitations: await invitationsTo({ staff, tenants }, account),
    secondFactor: missingFactor(account, session),
    ...(session.failures && { failures: session.failures }),
    ...(session.byProvider && { byProvider: true }),
  } satisfies SessionView
}

/** Operators must have a second factor; people who signed in at a provider without one must show ours. */
function missingFactor(
  { operator }: Account,
  { secondFactor, owesSecondFactor }: Session,
): SessionView['secondFactor'] {
  if (owesSecondFactor) return 'show'
  return operator && !secondFactor ? 'set-up' : null
}

export function accountViewOf(security: AccountSecurity, { session: present }: SignedIn): AccountView {
  return { ...security, sessions: security.sessions.map((one) => ({ ...one, current: one.id === present.id })) }
}

export function viewOfRoles(
  { version, roles: made, changes }: UnitRoles,
  members: readonly Membership[],
  { labels }: ViewWording,
): RolesView {
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]))
  const held = members.flatMap(({ unitRoles = [] }) => unitRoles.map(({ id }) => id))
  return {
    permissions: permissions.map((permission) => ({
      ...{ permission, label: labels.permission[permission] },
      ...(ruleOfPermission(permission).byTwo && { byTwo: true }),
    })),
    roles: roles.map((role) => ({
      ...{ role, label: labels.role[role], permissions: permissionsOf[role] },
      canBeLimited: canBeLimited(permissionsOf[role]),
      toOneself: grantRules[role].toOneself,
      byTwo: grantRules[role].byTwo,
    })),
    unit: {
      version,
      roles: made.map((role) => viewOfUnitRole(role, held.filter((id) => id === role.id).length)),
      most: MOST_UNIT_ROLES,
      changes: changes.map(({ by, added, dropped, ...line }) => ({
        ...line,
        ...{ by: names.get(by) ?? null, added, dropped },
      })),
    },
  }
}

function viewOfUnitRole(role: UnitRole, holders: number): RolesView['unit']['roles'][number] {
  const given = permissionsIn(role)
  return { ...role, ...ruleOfUnitRole(role), permissions: given, canBeLimited: canBeLimited(given), holders }
}

interface Room {
  readonly tenant: Tenant
  readonly members: readonly Membership[]
  readonly working: readonly StaffMember[]
  readonly viewer: StaffMember
  readonly now: Instant
  readonly language: Language
}

export function dutiesView({ tenant, members, working, viewer, now, language }: Room): DutiesView {
  const { settings } = tenant
  const accepted = members.filter(isAccepted)
  const byId = new Map(accepted.map((one) => [one.id, one]))
  const named = (id: string) => byId.get(id)?.name ?? ''
  const categories = settings.categories.filter(({ active }) => active)
  const gaps = gapsByDuty(findGaps(working, settings))
  return {
    awaitsStaff: awaitsStaff(tenant, unheldDuties(members, settings)),
    duties: duties.map((duty) => {
      const gap = gaps.find((one) => one.duty === duty)
      const able = categories.flatMap(({ code }) => whoCan(duty, code, null, working, settings))
      return {
        duty,
        needed: dutyTable[duty].isNeeded(settings),
        who: [...new Set(able.map(({ name }) => name))],
        gap: gap
          ? {
              categories: categoryNames(gap, settings, language),
              besides: gap.besides.map(named),
              until: gap.until,
              away: gap.away.map((id) => ({ id, name: named(id) })),
            }
          : null,
      }
    }),
    people: accepted.map((one) => {
      const substitute = substituteFor(one, byId, now)
      return {
        ...{ id: one.id, name: one.name, position: one.position, own: one.id === viewer.id },
        ...(one.isUnvouched && {
          vouching: mayVouchFor(viewer, one, members, now) ? ('may' as const) : ('waits' as const),
        }),
        absences: (one.absences ?? [])
          .filter(({ until }) => until > now)
          .map((absence) => {
            const agreement = mayAgreeTo(viewer, one, absence) ? ('may' as const) : ('waits' as const)
            return { ...absence, ...(awaitsYes(absence) && { agreement }) }
          }),
        away: absenceOf(one, now) !== null,
        standIn: substitute && named(substitute.id),
      }
    }),
  }
}

/** Returns the names of a gap's categories, or none where it is in all of them. */
export function categoryNames(
  gap: DutyGap,
  { categories }: Pick<UnitSettings, 'categories'>,
  language: Language,
): string[] {
  const active = categories.filter((one) => one.active)
  if (gap.categories.length === active.length) return []
  return active.filter(({ code }) => gap.categories.includes(code)).map(({ label }) => readIn(label, language))
}

const stateOf = ({ confirmedAt, retiredAt }: SealingKey) =>
  confirmedAt === null ? 'waiting' : retiredAt === null ? 'active' : 'retired'

/** @param names of the tenant's staff, by id */
export function sealingView(
  keys: SealingKeys,
  staff: StaffMember,
  names: ReadonlyMap<string, string>,
  now: Instant,
): SealingView {
  const mayHold = holds.every((permission) => staff.permissions.has(permission))
  const nameOf = (id: string) => names.get(id) ?? '…'
  const active = activeKey(keys)
  const asked = active ? endAskedOf(active, now) : null
  return {
    on: active !== undefined,
    endAsked: asked && { at: asked.at, by: nameOf(asked.by), own: asked.by === staff.id },
    keys: keys.toReversed().map((key) => {
      const { madeBy, confirmedBy, wrappings } = key
      return {
        ...{ ...key, state: stateOf(key) },
        own: madeBy === staff.id,
        madeBy: nameOf(madeBy),
        confirmedBy: confirmedBy && nameOf(confirmedBy),
        ways: mayHold ? wrappings.map(({ by, ...way }) => ({ ...way, by: nameOf(by), own: by === staff.id })) : [],
      }
    }),
    mayHold,
  }
}

export const departureView = (departure: Departure, { account }: Pick<SignedIn, 'account'>): DepartureView => ({
  ...departure,
  tenant: departure.id,
  mine: departure.askedBy === account.id,
  cases: departure.documents.complaints?.count ?? 0,
})
