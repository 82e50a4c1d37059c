import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { register } from '../../element/register.ts'
import type { DraftStore } from '../draft/draft-store.ts'
import { AduanKeep } from './aduan-keep.ts'

register('aduan-keep', AduanKeep)

/** The form that asks to keep its draft. */
interface KeepingForm extends HTMLElement {
  readonly store: DraftStore
  readonly unit: TenantView
  requestUpdate(name: 'store'): void
}

/**
 * Offers what can be done about a draft on the device.
 *
 * @param asked the person pressed the button; otherwise a draft was found
 */
export function showKeep(form: KeepingForm, asked: boolean): void {
  const { store, unit, shadowRoot } = form
  const known = shadowRoot?.querySelector('aduan-keep')
  const panel = known?.store === store ? known : document.createElement('aduan-keep')
  if (panel !== known) known?.remove()
  panel.language = unit.language
  panel.lang = panel.language
  panel.store = store
  panel.name = store.keptAs ?? ''
  panel.addEventListener('draft-opened', () => form.requestUpdate('store'), { once: true })
  if (panel !== known) shadowRoot?.prepend(panel)
  panel.show(asked)
  if (asked) panel.scrollIntoView({ block: 'nearest' })
}
