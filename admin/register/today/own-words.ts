import { html, nothing } from 'lit'
import type { UnsentCases } from '../../../service/contract/unsent.ts'
import type { ServiceClient } from '../../api/client.ts'
import { icons } from '../../ui/icons.ts'
import { unsentWording } from '../../wording/unsent-wording.ts'
import type { Wording } from '../../wording/wording.ts'

/** Says on the row of a case that words of the reader wait there, which they typed and have not sent. */
export type OwnWords = (number: string) => unknown

/** Which cases these are. */
export async function findOwnWords(
  client: Pick<ServiceClient, 'call'>,
  tenant: string,
  wording: Wording,
): Promise<OwnWords> {
  const { numbers } = await client.call<UnsentCases>('GET', `/tenants/${encodeURIComponent(tenant)}/unsent`)
  const found = new Set(numbers)
  return (number) =>
    found.has(number) ? html`<span class="mark">${icons.edit}${unsentWording(wording).yours}</span>` : nothing
}
