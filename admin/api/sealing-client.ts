import type { SealingView } from '../../service/contract/sealing.ts'
import type { Transport } from './transport.ts'
import type { WrappedUnitKey } from './wire.ts'

/** The keys of a unit to which browsers seal identities. Nothing that opens one goes over this. */
export interface SealingClient {
  read(tenant: string, signal?: AbortSignal): Promise<SealingView>
  make(tenant: string, key: { readonly publicKey: string; readonly wrapped: WrappedUnitKey }): Promise<SealingView>
  confirm(tenant: string, fingerprint: string): Promise<SealingView>
  discard(tenant: string): Promise<SealingView>
  end(tenant: string): Promise<SealingView>
  addWay(tenant: string, way: { readonly key: string; readonly wrapped: WrappedUnitKey }): Promise<SealingView>
  removeWay(tenant: string, way: { readonly key: string; readonly way: string }): Promise<SealingView>
}

export function createSealingClient({ json }: Transport): SealingClient {
  const sealing = (tenant: string) => `/tenants/${encodeURIComponent(tenant)}/sealing`
  return {
    read: (tenant, signal) => json('GET', sealing(tenant), signal ? { signal } : {}),
    make: (tenant, body) => json('POST', `${sealing(tenant)}/keys`, { body }),
    confirm: (tenant, fingerprint) => json('POST', `${sealing(tenant)}/confirmation`, { body: { fingerprint } }),
    discard: (tenant) => json('DELETE', `${sealing(tenant)}/waiting`),
    end: (tenant) => json('POST', `${sealing(tenant)}/end`),
    addWay: (tenant, body) => json('POST', `${sealing(tenant)}/ways`, { body }),
    removeWay: (tenant, body) => json('POST', `${sealing(tenant)}/ways/removal`, { body }),
  }
}
