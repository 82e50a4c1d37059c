import type { AccountView, PasskeyView } from '../../contract/account.ts'
import type { SessionView } from '../../contract/session.ts'
import { invitationsTo } from '../../keeping/accounts/accept-invitation.ts'
import type { Account, Session } from '../../offices/staff/account.ts'
import type { AccountSecurity, Passkey } from '../../offices/staff/account-security.ts'
import { grantsOf, unitRolesOf } from '../../offices/staff/posts.ts'
import type { SignedIn } from '../../offices/staff/sessions.ts'
import { lockMinutesOf, usualLockMinutes } from '../../offices/tenants/tenant.ts'
import { MINUTE } from '../../shared/instant.ts'
import type { Office } from '../office.ts'

export async function sessionViewOf(ports: Office, { account, session }: SignedIn) {
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
  const { totpSince, recoveryCodesLeft, passkeys, sessions } = security
  return {
    totpSince,
    recoveryCodesLeft,
    passkeys: passkeys.map(passkeyViewOf),
    sessions: sessions.map(({ id, startedAt, lastUsedAt, device }) => ({
      id,
      startedAt,
      lastUsedAt,
      device,
      current: id === present.id,
    })),
  }
}

export const passkeyViewOf = ({ id, name, addedAt, lastUsedAt }: Passkey): PasskeyView => ({
  id,
  name,
  addedAt,
  lastUsedAt,
})
