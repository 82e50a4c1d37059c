import type { Clock } from '../../shared/instant.ts'
import { type Collection, UniqueViolation } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { Vault } from '../../storage/vault.ts'
import { CHAIN_START, type LogEntry, type LogLine, linkLine } from './access-log.ts'

/** Logs who read or did what. It resolves after the durable write; an access that must be logged first awaits it. */
export type RecordAccess = (tenant: TenantId, line: Omit<LogLine, 'at'>) => Promise<void>

export interface RecordPorts {
  readonly accessLog: Collection<LogEntry>
  readonly vault: Vault
  readonly now: Clock
}

/**
 * Entries of one tenant are written one after another here, each after the one that is remembered. Two processes
 * collide at the unique place, and the loser asks for the last entry and tries the next.
 */
export function createAccessRecorder({ accessLog, vault, now }: RecordPorts): RecordAccess {
  const last = new Map<TenantId, Promise<unknown>>()
  const heads = new Map<TenantId, Pick<LogEntry, 'place' | 'hash'>>()

  async function headOf(tenant: TenantId) {
    const { items } = await accessLog.find(tenant, { index: 'place', order: 'descending', limit: 1 })
    return items[0] ?? { place: 0, hash: CHAIN_START }
  }

  async function append(tenant: TenantId, line: Omit<LogLine, 'at'>): Promise<void> {
    const hash = await vault.hasher(tenant, 'log')
    for (;;) {
      const { place, hash: previous } = heads.get(tenant) ?? (await headOf(tenant))
      const link = linkLine({ ...line, at: now() }, place + 1, previous, hash)
      // What became of an insert that failed is not known here.
      heads.delete(tenant)
      try {
        await accessLog.insert({ tenant, id: String(link.place), ...link })
        heads.set(tenant, link)
        return
      } catch (cause) {
        if (!(cause instanceof UniqueViolation)) throw cause
      }
    }
  }

  return (tenant, line) => {
    const written = (last.get(tenant) ?? Promise.resolve()).then(() => append(tenant, line))
    last.set(
      tenant,
      written.catch(() => {}),
    )
    return written
  }
}
