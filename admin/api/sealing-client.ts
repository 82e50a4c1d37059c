import type { SealingView } from '../../service/contract/sealing.ts'
import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { WrappedUnitKey } from './wire.ts'

/** The keys of a unit to which browsers seal identities. Nothing that opens one goes over this. */
export function createSealingClient({ json }: Transport) {
  const sealing = (tenant: string) => `${unitPath(tenant)}/sealing`
  const view = async (...asked: Parameters<typeof json>) => withOwnFingerprints(await json<SealingView>(...asked))
  return {
    read: (tenant: string, signal?: AbortSignal): Promise<SealingView> => view('GET', sealing(tenant), { signal }),
    make: (
      tenant: string,
      body: { readonly publicKey: string; readonly wrapped: WrappedUnitKey },
    ): Promise<SealingView> => view('POST', `${sealing(tenant)}/keys`, { body }),
    confirm: (tenant: string, fingerprint: string): Promise<SealingView> =>
      view('POST', `${sealing(tenant)}/confirmation`, { body: { fingerprint } }),
    discard: (tenant: string): Promise<SealingView> => view('DELETE', `${sealing(tenant)}/waiting`),
    askEnd: (tenant: string): Promise<SealingView> => view('POST', `${sealing(tenant)}/end`),
    withdrawEnd: (tenant: string): Promise<SealingView> => view('DELETE', `${sealing(tenant)}/end`),
    confirmEnd: (tenant: string): Promise<SealingView> => view('POST', `${sealing(tenant)}/end/confirmation`),
    addWay: (tenant: string, body: { readonly key: string; readonly wrapped: WrappedUnitKey }): Promise<SealingView> =>
      view('POST', `${sealing(tenant)}/ways`, { body }),
    removeWay: (tenant: string, body: { readonly key: string; readonly way: string }): Promise<SealingView> =>
      view('POST', `${sealing(tenant)}/ways/removal`, { body }),
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
