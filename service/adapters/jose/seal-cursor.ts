import { createSecretKey, type KeyObject } from 'node:crypto'
import type { Vault } from '../../identity/vault.ts'
import type { CursorSeal } from '../../records/cursor-seal.ts'
import { InvalidCursor } from '../../storage/collection.ts'
import type { TenantId } from '../../tenants/tenant-id.ts'
import { decryptCompact, encryptCompact } from './compact-jwe.ts'

/** All sealed cursors are of one length, so that they do not tell how large a number is inside. */
const LENGTH = 400

/** Seals cursors of a unit's log under a key that follows from the one of its hashes. */
export function createCursorSeal({ hasher }: Pick<Vault, 'hasher'>): CursorSeal {
  const keyOf = async (tenant: TenantId): Promise<KeyObject> =>
    createSecretKey((await hasher(tenant, 'log'))('the key of cursors'), 'base64url')
  return {
    seal: async (tenant, cursor) => encryptCompact(Buffer.from(cursor.padEnd(LENGTH)), await keyOf(tenant)),
    async open(tenant, sealed) {
      const key = await keyOf(tenant)
      try {
        return decryptCompact(sealed, key).toString().trimEnd()
      } catch (cause) {
        throw new InvalidCursor('This cursor cannot be read.', { cause })
      }
    },
  }
}
