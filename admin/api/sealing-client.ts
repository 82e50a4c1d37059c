import type { SealingView } from '../../service/contract/sealing.ts'
import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { WrappedUnitKey } from './wire.ts'

/** The keys of a unit to which browsers seal identities. Nothing that opens one goes over this. */
export interface SealingClient {
  read(tenant: string, signal?: AbortSignal): Promise<SealingView>
  make(tenant: string, key: { readonly publicKey: string; readonly wrapped: WrappedUnitKey }): Promise<SealingView>
  confirm(tenant: string, fingerprint: string): Promise<SealingView>
  discard(tenant: string): Promise<SealingView>
  askEnd(tenant: string): Promise<SealingView>
  withdrawEnd(tenant: string): Promise<SealingView>
  confirmEnd(tenant: string): Promise<SealingView>
  addWay(tenant: string, way: { readonly key: string; readonly wrapped: WrappedUnitKey }): Promise<SealingView>
  removeWay(tenant: string, way: { readonly key: string; readonly way: string }): Promise<SealingView>
}

export function createSealingClient({ json }: Transport): SealingClient {
  const sealing = (tenant: string) => `${unitPath(tenant)}/sealing`
  const view = async (...asked: Parameters<typeof json>) => withOwnFingerprints(await json<SealingView>(...asked))
  return {
    read: (tenant, signal) => view('GET', sealing(tenant), { signal }),
    make: (tenant, body) => view('POST', `${sealing(tenant)}/keys`, { body }),
    confirm: (tenant, fingerprint) => view('POST', `${sealing(tenant)}/confirmation`, { body: { fingerprint } }),
    discard: (tenant) => view('DELETE', `${sealing(tenant)}/waiting`),
    askEnd: (tenant) => view('POST', `${sealing(tenant)}/end`),
    withdrawEnd: (tenant) => view('DELETE', `${sealing(tenant)}/end`),
    confirmEnd: (tenant) => view('POST', `${sealing(tenant)}/end/confirmation`),
    addWay: (tenant, body) => view('POST', `${sealing(tenant)}/ways`, { body }),
    removeWay: (tenant, body) => view('POST', `${sealing(tenant)}/ways/removal`, { body }),
  }
}

/** Shows of each key the fingerprint that this browser computes, where it can: that it is the unit's is not for the service to say. */
async function withOwnFingerprints(view: SealingView): Promise<SealingView> {
  if (!globalThis.crypto.subtle) return view
  // Fetched by those pages alone that show keys.
  const { fingerprintOf } = await import('../../service/sealing/unit-key.ts')
  const keys = view.keys.map(async (key) => ({ ...key, fingerprint: await fingerprintOf(key.publicKey) }))
  return { ...view, keys: await Promise.all(keys) }
}
