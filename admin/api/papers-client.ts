import type { CaseView } from '../../service/contract/case-view.ts'
import type { Transport } from './transport.ts'
import type { CarriedOut } from './wire.ts'

/** The papers of a case. */
export interface PapersClient {
  slipAddress(tenant: string, number: string, slip: string): string
  carryOut(tenant: string, number: string, slip: string, words: CarriedOut): Promise<CaseView>
}

export function createPapersClient({ json, address }: Transport): PapersClient {
  const inCase = (tenant: string, number: string) =>
    `/tenants/${encodeURIComponent(tenant)}/cases/${encodeURIComponent(number)}`
  return {
    slipAddress: (tenant, number, slip) => address(`${inCase(tenant, number)}/dispositions/${slip}/slip.pdf`),
    carryOut: (tenant, number, slip, body) =>
      json('POST', `${inCase(tenant, number)}/dispositions/${slip}/carried-out`, { body }),
  }
}
