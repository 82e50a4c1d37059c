import type { WidgetOnPage } from '../../element/events.ts'
import { asFailure, type ServiceFailure } from '../../service/exchange.ts'
import { showFrame } from '../frame/aduan-frame.ts'

// Both are one part, because each part has a name, and all visitors fetch the names.
export { showTrust } from '../trust/aduan-trust.ts'

/** The build writes it in. */
declare const WIDGET_VERSION: string

/** The service counts these failures by the name on the right. It knows those that it answered itself. */
const troubles: Readonly<Record<string, string>> = {
  'widget/fault': 'fault',
  'network/nonsense': 'nonsense',
  'network/timeout': 'timeout',
}

/**
 * Does what can still be done after the form failed to load: for the visitor, the developer of the page, and the
 * office.
 */
export function recover(widget: WidgetOnPage, thrown: unknown): void {
  const failure = asFailure(thrown)
  if (failure.code === 'network/unreachable') replaceByFrame(widget)
  else if (failure.code === 'tenant/unknown') explainTenant(widget)
  else if (failure.code === 'origin/not-allowed') void explainRefusal(widget, failure)
  else if (troubles[failure.code]) reportTrouble(widget, troubles[failure.code] ?? '')
}

/** In a frame the service's own script would ask for the identity, which a page with a pinned key does not want. */
function replaceByFrame(widget: WidgetOnPage): void {
  if (!widget.sealingKey) showFrame(widget)
  else
    console.warn(
      `aduan-widget: ${widget.service} cannot be asked from here, and with sealing-key the form is not shown in a frame. ` +
        `Allow the service in connect-src of this page's policy.`,
    )
}

/** Tells the developer of the page; the visitor reads the service's sentence. */
function explainTenant({ tenant, service }: WidgetOnPage): void {
  console.warn(`aduan-widget: there is no unit "${tenant}" at ${service}. Its name is in the address of its form.`)
}

/** Replaces the link of the page, which may lead anywhere, by the service's own. */
async function explainRefusal(widget: WidgetOnPage, { problem }: ServiceFailure): Promise<void> {
  const { service, tenant } = widget
  const form = `${service}/t/${encodeURIComponent(tenant)}`
  console.warn(
    location.origin === 'null' || problem?.standing === 'nobodys'
      ? `aduan-widget: this page has no origin (a file, or a frame without allow-same-origin). Serve it over https.`
      : `aduan-widget: the unit "${tenant}" has not named ${location.origin}${hint(problem?.standing)}. ` +
          `Its admin adds it at ${service}/admin/${tenant}/settings?page=office`,
  )
  await widget.updateComplete
  const link = document.createElement('a')
  link.href = form
  link.textContent = form
  link.target = '_blank'
  link.rel = 'noopener'
  widget.shadowRoot?.querySelector('.lead slot')?.replaceWith(link)
}

/** How the origin that the unit named differs from the page's. */
const differences: ReadonlyMap<unknown, string> = new Map([
  ['differs_by_www', '“www.”'],
  ['differs_by_scheme', 'http and https'],
  ['differs_by_port', 'its port'],
])

function hint(standing: unknown): string {
  if (standing === 'none_named') return ', nor any other'
  const by = differences.get(standing)
  return by ? ` (the one that it named differs by ${by})` : ''
}

/** Sends one word from a closed list, and nothing about page, person or cookies. */
function reportTrouble({ service, tenant }: WidgetOnPage, trouble: string): void {
  const address = new URL(`/api/v1/tenants/${encodeURIComponent(tenant)}/widget-troubles`, service)
  address.search = new URLSearchParams({ widget: WIDGET_VERSION, trouble }).toString()
  fetch(address, { method: 'POST', credentials: 'omit', keepalive: true }).catch(() => {})
}
