import { Refusal } from '../../shared/refusal.ts'
import type { Account, PushDevice } from './account.ts'
import type { SignedIn, SignInPorts } from './signed-in.ts'
import type { StaffDirectory } from './staff-directory.ts'

export const MOST_PUSH_DEVICES = 5

type DevicePorts = Pick<SignInPorts, 'hashSecret' | 'now'> & { readonly staff: StaffDirectory }

/** @throws Refusal `push/too-many` */
export async function addPushDevice(
  { staff, hashSecret, now }: DevicePorts,
  { account }: SignedIn,
  { endpoint, device }: Pick<PushDevice, 'endpoint' | 'device'>,
): Promise<readonly PushDevice[]> {
  const id = hashSecret(endpoint)
  const others = (account.pushDevices ?? []).filter((one) => one.id !== id)
  if (others.length >= MOST_PUSH_DEVICES) {
    throw new Refusal('conflict', 'push/too-many', { most: MOST_PUSH_DEVICES })
  }
  const pushDevices = [...others, { id, endpoint, device, addedAt: now() }]
  await staff.replaceAccount({ ...account, pushDevices })
  return pushDevices
}

/** @throws Refusal `push/unknown` */
export async function removePushDevice(
  ports: Pick<DevicePorts, 'staff'>,
  { account }: SignedIn,
  id: string,
): Promise<void> {
  if (!account.pushDevices?.some((one) => one.id === id)) throw new Refusal('not-found', 'push/unknown')
  await forgetPushDevices(ports, account.id, [id])
}

/** Forgets these, or all of them, whatever others change in the account meanwhile. */
export async function forgetPushDevices(
  { staff }: Pick<DevicePorts, 'staff'>,
  id: string,
  ids?: readonly string[],
): Promise<void> {
  for (;;) {
    const account = await staff.account(id)
    const stay = (account?.pushDevices ?? []).filter((one) => ids && !ids.includes(one.id))
    if (!account?.pushDevices || stay.length === account.pushDevices.length) return
    if (await staff.replaceAccount({ ...withoutDevices(account), pushDevices: stay }).catch(nullIfChanged)) return
  }
}

/** What is left of an account whose devices are forgotten. */
export const withoutDevices = ({ pushDevices: _, ...account }: Account): Account => account

function nullIfChanged(cause: unknown): null {
  if (cause instanceof Refusal && cause.code === 'staff/changed-meanwhile') return null
  throw cause
}
