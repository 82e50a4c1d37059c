import { createSecretKey, type KeyObject } from 'node:crypto'
import type { CursorSeal } from '../../offices/log/found-entries.ts'
import { InvalidCursor } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Vault } from '../../storage/vault.ts'
import { decryptCompact, encryptCompact } from './compact-jwe.ts'

/** All sealed cursors have one length, so that it does not reveal how large the number inside is. */
const LENGTH = 400

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
