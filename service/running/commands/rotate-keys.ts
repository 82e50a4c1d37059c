import { once } from 'node:events'
import { parseArgs } from 'node:util'
import {
  continueRotation,
  OLD_VERSION_STAYS,
  type RotationState,
  rotateMasterKey,
  rotateTenantKeys,
  rotationProgress,
} from '../../keeping/identity/keys.ts'
import { PLATFORM_UNIT } from '../../offices/staff/second-factor.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Config } from '../config.ts'
import { listenForBackups } from '../listen-for-backups.ts'
import type { Opened } from '../open-ports.ts'
import type { Ports } from '../ports.ts'
import { groupDigits, showProgress, stoppedByCtrlC } from '../progress.ts'
import { HOLDER_READY } from '../store.ts'

/** Holds the store while the service is stopped, for the backup that started this process, and ends with it. */
export async function holdStill(opened: Opened, { dataFolder }: Config): Promise<void> {
  // Ctrl-C on a terminal reaches both processes; this one waits for the backup to end.
  process.on('SIGINT', () => {})
  const socket = await listenForBackups(opened, dataFolder, () => {})
  process.stdout.write(`${HOLDER_READY}\n`)
  process.stdin.resume()
  await once(process.stdin, 'end')
  await socket?.stop()
}

const options = { tenant: { type: 'string' }, all: { type: 'boolean' }, master: { type: 'boolean' } } as const

/** `rotate-keys` continues an unfinished rotation, or begins one. Ctrl-C stops it after the current batch. */
export async function rotateKeysCommand(ports: Ports, parameters: string[], config: Config): Promise<string> {
  const { values } = parseArgs({ args: parameters, options })
  if (Number(!!values.tenant) + Number(!!values.all) + Number(!!values.master) !== 1) {
    throw new Error('Say which keys: --tenant <slug>, --all or --master.')
  }
  if (values.master) {
    await rotateMasterKey(ports, 'system')
    const last = ports.masterKeys.renewal ? '' : ' Take PREVIOUS_MASTER_KEY out at the next start.'
    return `The secrets of all units are wrapped by the new master key.${last}\n`
  }
  const signal = stoppedByCtrlC()
  const lines: string[] = []
  for (const tenant of await unitsOf(ports, values.tenant)) {
    if (signal.aborted) break
    lines.push(await rotateUnit(ports, tenant, signal, config))
  }
  if (signal.aborted) process.exitCode = 130
  return lines.join('')
}

async function unitsOf({ tenants }: Ports, slug: string | undefined): Promise<readonly TenantId[]> {
  if (slug !== undefined) return [(await tenants.get(slug)).id]
  return [...(await tenants.list()).map(({ id }) => id), PLATFORM_UNIT]
}

async function rotateUnit(ports: Ports, tenant: TenantId, signal: AbortSignal, { mongoUri }: Config): Promise<string> {
  const name = tenant === PLATFORM_UNIT ? 'accounts of staff' : tenant
  if ((await ports.unitKeys.versions(tenant)).length === 1) await rotateTenantKeys(ports, tenant, 'system')
  const { newest, underWay } = await rotationProgress(ports, tenant)
  const progress = showProgress(name, underWay?.remaining ?? 0)
  // The embedded store belongs to this process alone, which has no other write running.
  const oldStays = mongoUri ? OLD_VERSION_STAYS : 0
  const state = await continueRotation(ports, tenant, {
    oldStays,
    signal,
    rest: async () => {},
    onProgress: progress.add,
  })
  const done = progress.end()
  return `${name}: version ${newest.version}, ${groupDigits(done)} records wrapped anew. ${endings[state]}\n`
}

const endings: Readonly<Record<RotationState, string>> = {
  none: 'Another process finished it.',
  stopped: 'Stopped; run it again to go on.',
  settling: 'The secret before is destroyed by the service, or by this command, after 15 minutes.',
  finished: 'The secret before is destroyed.',
}
