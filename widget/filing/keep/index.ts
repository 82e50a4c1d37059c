import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { register } from '../../element/register.ts'
import type { ServiceClient } from '../../service/client.ts'
import type { DraftStore } from '../draft/draft-store.ts'
import { AduanCarry } from './aduan-carry.ts'
import { AduanKeep } from './aduan-keep.ts'

register('aduan-carry', AduanCarry)
register('aduan-keep', AduanKeep)

interface KeepingForm extends HTMLElement {
  readonly store: DraftStore
  readonly unit: TenantView
  readonly client: ServiceClient
  requestUpdate(name: 'store'): void
}

/**
 * Offers what can be done about a draft on the device.
 *
 * @param asked the person pressed the button; otherwise a draft was found
 */
export function showKeep(form: KeepingForm, asked: boolean): void {
  const { store, unit, client, shadowRoot } = form
  const known = shadowRoot?.querySelector('aduan-keep')
  const panel = known?.store === store ? known : document.createElement('aduan-keep')
  if (panel !== known) known?.remove()
  panel.language = unit.language
  panel.lang = panel.language
  panel.store = store
  panel.unitUrl = client.unitUrl
  panel.name = store.keptAs ?? ''
  panel.addEventListener('draft-opened', () => form.requestUpdate('store'), { once: true })
  if (panel !== known) shadowRoot?.prepend(panel)
  panel.show(asked)
  if (asked) panel.scrollIntoView({ block: 'nearest' })
}
