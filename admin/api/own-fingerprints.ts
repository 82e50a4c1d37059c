import type { SealingView } from '../../service/contract/unit.ts'

/** Shows of each key of a unit the fingerprint that this browser computes, where it can: that it is the unit’s is not for the service to say. */
export async function withOwnFingerprints(call: Promise<SealingView>): Promise<SealingView> {
  const view = await call
  if (!globalThis.crypto.subtle) return view
  // Fetched by those pages alone that show keys.
  const { fingerprintOf } = await import('../../service/sealing/unit-key.ts')
  const keys = view.keys.map(async (key) => ({ ...key, fingerprint: await fingerprintOf(key.publicKey) }))
  return { ...view, keys: await Promise.all(keys) }
}
