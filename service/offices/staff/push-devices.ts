import { Refusal } from '../../shared/refusal.ts'
import type { Collection } from '../../storage/collection.ts'
import { keyHolder } from '../../storage/key-holder.ts'
import { PLATFORM } from '../../storage/place.ts'
import { ownKeyIn, placeIn, type Vault, withOwnKey } from '../../storage/vault.ts'
import type { Account, PushDevice } from './account.ts'
import type { AccountOffice } from './account-office.ts'
import type { SignedIn } from './sessions.ts'
import type { StaffOffice } from './staff-office.ts'

export const MOST_PUSH_DEVICES = 5

export const pushKeys = (accounts: Collection<Account>, vault: Vault) =>
  keyHolder(accounts, vault, async (one, renewal) => {
    if (!one.pushSeal) return one
    const key = ownKeyIn('accounts')({ ...one, key: one.pushSeal.key })
    const endpoints = await renewal.seal(key, placeIn('accounts')(one, 'endpoints'), one.pushSeal.endpoints)
    return { ...one, pushSeal: { endpoints, key: await renewal.key(key) } }
  })

/** The addresses of an account's devices by their id, wherever they lie. */
export async function endpointsOf(
  { vault }: StaffOffice,
  { id, pushDevices = [], pushSeal }: Account,
): Promise<Readonly<Record<string, string>>> {
  const own = withOwnKey('accounts', vault)
  const sealed =
    pushSeal && (await own.open({ tenant: PLATFORM, id, key: pushSeal.key }, 'endpoints', pushSeal.endpoints))
  const unsealed = pushDevices.flatMap((device) => (device.endpoint ? [[device.id, device.endpoint]] : []))
  return { ...Object.fromEntries(unsealed), ...sealed }
}

/** Returns the account with these devices alone, and their addresses sealed. */
async function withDevices(
  { vault }: StaffOffice,
  account: Account,
  devices: readonly PushDevice[],
  endpoints: Readonly<Record<string, string>>,
): Promise<Account> {
  const rest = withoutDevices(account)
  if (devices.length === 0) return rest
  const own = withOwnKey('accounts', vault)
  const key = account.pushSeal?.key ?? (await own.newKey(PLATFORM, account.id))
  const kept = Object.fromEntries(devices.map(({ id }) => [id, endpoints[id] ?? '']))
  return {
    ...rest,
    pushDevices: devices.map(({ endpoint: _, ...device }) => device),
    pushSeal: { key, endpoints: await own.seal({ tenant: PLATFORM, id: account.id, key }, 'endpoints', kept) },
  }
}

export async function addPushDevice(
  office: AccountOffice,
  { account }: SignedIn,
  { endpoint, device }: { readonly endpoint: string; readonly device: string | null },
): Promise<readonly PushDevice[]> {
  const id = office.hashSecret(endpoint)
  const others = (account.pushDevices ?? []).filter((one) => one.id !== id)
  if (others.length >= MOST_PUSH_DEVICES) {
    throw new Refusal('conflict', 'push/too-many', { most: MOST_PUSH_DEVICES })
  }
  const pushDevices = [...others, { id, device, addedAt: office.now() }]
  const endpoints = { ...(await endpointsOf(office, account)), [id]: endpoint }
  await office.staff.replaceAccount(await withDevices(office, account, pushDevices, endpoints))
  return pushDevices
}

export async function removePushDevice(office: StaffOffice, { account }: SignedIn, id: string): Promise<void> {
  if (!account.pushDevices?.some((one) => one.id === id)) throw new Refusal('not-found', 'push/unknown')
  await keepPushDevices(office, account.id, (one) => one.id !== id)
}

/** Forgets all of them. */
export const forgetPushDevices = (office: StaffOffice, id: string): Promise<void> =>
  keepPushDevices(office, id, () => false)

/**
 * Forgets all devices but these, whatever others change in the account meanwhile. Addresses of an earlier version are
 * sealed on this occasion.
 */
export async function keepPushDevices(
  office: StaffOffice,
  id: string,
  stays: (device: PushDevice) => boolean,
): Promise<void> {
  for (;;) {
    const account = await office.staff.account(id)
    const devices = account?.pushDevices ?? []
    const stay = devices.filter(stays)
    const isDone = stay.length === devices.length && stay.every(({ endpoint }) => endpoint === undefined)
    if (!account || isDone) return
    const endpoints = stay.length > 0 ? await endpointsOf(office, account) : {}
    const left = await withDevices(office, account, stay, endpoints)
    if (await office.staff.replaceAccount(left).catch(nullIfChanged)) return
  }
}

/** What is left of an account whose devices are forgotten. */
export const withoutDevices = ({ pushDevices: _, pushSeal: __, ...account }: Account): Account => account

function nullIfChanged(cause: unknown): null {
  if (cause instanceof Refusal && cause.code === 'staff/changed-meanwhile') return null
  throw cause
}
