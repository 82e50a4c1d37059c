import { PLATFORM } from '../../storage/tenant-id.ts'
import type { Account } from './account.ts'
import type { AccountPorts } from './account-security.ts'
import { passkeysOf } from './passkey.ts'
import { withoutDevices } from './push-devices.ts'
import { changeFactors } from './second-factor.ts'
import { sessionsOf } from './sessions.ts'

export type AnewPorts = Pick<AccountPorts, 'staff' | 'sessions' | 'passkeys' | 'secondFactors' | 'now'>

/** Ends all sessions of an account. A sign-in that runs at this moment with the old account fails too. */
export async function endAllSessions(
  ports: Pick<AnewPorts, 'staff' | 'sessions' | 'now'>,
  account: Account,
): Promise<Account> {
  const saved = await ports.staff.replaceAccount({ ...withoutDevices(account), era: (account.era ?? 0) + 1 })
  for (const { id } of await sessionsOf(ports, account.id)) await ports.sessions.delete(PLATFORM, id)
  return saved
}

export async function dropSecondFactors(
  ports: Pick<AnewPorts, 'passkeys' | 'secondFactors'>,
  account: string,
): Promise<void> {
  for (const passkey of await passkeysOf(ports, account)) await ports.passkeys.delete(PLATFORM, passkey.id)
  await changeFactors(ports, account, (factors) => ({ ...factors, totp: null, recoveryCodes: [] }))
}

/** Makes every earlier way to sign in void. */
export async function beginAnew(ports: AnewPorts, account: Account): Promise<Account> {
  const { provider: _, ...rest } = account
  const emptied = await endAllSessions(ports, { ...rest, passwordHash: null, invitation: null })
  await dropSecondFactors(ports, account.id)
  return emptied
}

export const isInUse = ({ passwordHash, provider }: Account): boolean => passwordHash !== null || provider !== undefined
