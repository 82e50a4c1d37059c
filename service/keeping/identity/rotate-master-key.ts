import type { RecordAccess } from '../../offices/log/record-access.ts'
import { PLATFORM_UNIT } from '../../offices/staff/second-factor.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { MasterKeys } from '../../storage/master-keys.ts'

export interface WrappedSecrets {
  underOlderMaster(): Promise<number>
  /** Wraps all secrets with the newest key. They are few, and after a crash it can be called again. */
  rewrapAll(): Promise<void>
}

export interface MasterRotationPorts {
  readonly masterKeys: MasterKeys
  readonly wrappedSecrets: WrappedSecrets
  readonly record: RecordAccess
}

/**
 * Changes the master key. In a key file a new one is made, and the old one is forgotten once nothing needs it. If the
 * keys come from outside, every process must be given both.
 * @param by account id, or `system`
 * @throws Refusal `keys/no-new-master-key` where only one was given from outside
 */
export async function rotateMasterKey(
  { masterKeys, wrappedSecrets, record }: MasterRotationPorts,
  by: string,
): Promise<void> {
  const { length } = await masterKeys.read()
  if (length === 1 && !masterKeys.renewal) throw new Refusal('conflict', 'keys/no-new-master-key')
  await record(PLATFORM_UNIT, { by, act: 'keys.master_rotated', subject: null, detail: null })
  if (length === 1) await masterKeys.renewal?.begin()
  await wrappedSecrets.rewrapAll()
  await masterKeys.renewal?.finish()
}

export async function finishMasterRotation({ masterKeys, wrappedSecrets }: MasterRotationPorts): Promise<void> {
  if (!masterKeys.renewal || (await masterKeys.read()).length === 1) return
  await wrappedSecrets.rewrapAll()
  await masterKeys.renewal.finish()
}
