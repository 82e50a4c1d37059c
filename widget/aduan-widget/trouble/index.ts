import type { WidgetOnPage } from '../../element/widget-on-page.ts'
import { failureOf, type ServiceFailure } from '../../service/failure.ts'
import { frameInstead } from '../frame/index.ts'

// One part, because a second name costs everybody bytes who asks for neither.
export { showTrust } from '../trust/index.ts'

/** Written in by the build. */
declare const WIDGET_VERSION: string

/** What the service counts, by what went wrong here. What it answered itself it knows. */
const told: Readonly<Record<string, string>> = {
  'widget/fault': 'fault',
  'network/nonsense': 'nonsense',
  'network/timeout': 'timeout',
}

/** Does what is left to do where the form could not be loaded: for the visitor, for the site's developer, for the office. */
export function attend(widget: WidgetOnPage, thrown: unknown): void {
  const failure = failureOf(thrown)
  if (failure.code === 'network/unreachable') instead(widget)
  else if (failure.code === 'origin/not-allowed') void refuse(widget, failure)
  else if (told[failure.code]) tell(widget, told[failure.code] ?? '')
}

/** In a frame the service's own script would ask for the identity, which is what a page with a pin keeps from happening. */
function instead(widget: WidgetOnPage): void {
  if (!widget.sealingKey) frameInstead(widget)
  else
    console.warn(
      `aduan-widget: ${widget.service} cannot be asked from here, and with sealing-key the form is not shown in a frame. ` +
        `Allow the service in connect-src of this page's policy.`,
    )
}

/** The link of a page that is not the office's own may lead anywhere: the service's own takes its place. */
async function refuse(widget: WidgetOnPage, { problem }: ServiceFailure): Promise<void> {
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

function hint(standing: unknown): string {
  if (standing === 'none_named') return ', nor any other'
  const by = { differs_by_www: '“www.”', differs_by_scheme: 'http and https', differs_by_port: 'its port' }
  return typeof standing === 'string' && standing in by
    ? ` (the one that it named differs by ${by[standing as keyof typeof by]})`
    : ''
}

/** One word from a closed list, without page, person or cookie. */
function tell({ service, tenant }: WidgetOnPage, trouble: string): void {
  const address = new URL(`/api/v1/tenants/${encodeURIComponent(tenant)}/widget-troubles`, service)
  address.search = new URLSearchParams({ widget: WIDGET_VERSION, trouble }).toString()
  fetch(address, { method: 'POST', credentials: 'omit', keepalive: true }).catch(() => {})
}
