import { html, nothing } from 'lit'
import type { ServiceClient } from '../../api/client.ts'
import { intakeAddress } from '../../page/addresses.ts'
import unsentWording from '../../texts/unsent.json'
import { icons } from '../../ui/icons.ts'
import type { Wording } from '../../wording/wording.ts'

/** Says on the row of a case that words of the reader wait there, which they typed and have not sent. */
export type OwnWords = (number: string) => unknown

/** Says that complaints wait which the reader began to enter and did not file, and leads there; nothing if there are none. */
export async function findOwnIntakes(
  client: Pick<ServiceClient, 'call'>,
  tenant: string,
  wording: Wording,
): Promise<unknown> {
  const { items } = await client.call('GET /intake-unsent', { params: { tenant } })
  if (items.length === 0) return nothing
  const { yours, intakes } = unsentWording(wording)
  return html`<p><a class="row" href=${intakeAddress(tenant)}>${icons.edit} ${yours}: ${intakes({ count: items.length })}</a></p>`
}

export async function findOwnWords(
  client: Pick<ServiceClient, 'call'>,
  tenant: string,
  wording: Wording,
): Promise<OwnWords> {
  const { numbers } = await client.call('GET /unsent', { params: { tenant } })
  const found = new Set(numbers)
  return (number) =>
    found.has(number) ? html`<span class="mark">${icons.edit}${unsentWording(wording).yours}</span>` : nothing
}
