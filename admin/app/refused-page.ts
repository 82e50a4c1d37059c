import { html, type TemplateResult } from 'lit'
import type { SessionView } from '../../service/contract/session.ts'
import type { Membership } from '../api/wire.ts'
import { ACCOUNT } from '../page/addresses.ts'
import '../ui/empty-state.ts'
import type { Wording } from '../wording/wording.ts'
import { isPermitted } from './routes/find-route.ts'
import type { Place, Route } from './routes/route.ts'

const renderRefusal = (heading: string, text: string, wording: Wording) =>
  html`<h1 class="unseen">${heading}</h1>
    <ui-empty icon="question" .heading=${heading} .text=${text}><a href="/admin/">${wording.app.home}</a></ui-empty>`

const renderLeadToFactor = ({ account }: Wording, heading: string, text: string) =>
  html`<h1 class="unseen">${heading}</h1>
    <ui-empty icon="shield" .heading=${heading} .text=${text}>
      <a class="button primary" href=${ACCOUNT}>${account.neededAction}</a>
    </ui-empty>`

/** Returns what stands in place of a page that is none, or that is closed to the person; `null` where it is open. */
export function refusalOf(
  { route, place }: { readonly route: Route | null; readonly place: Place },
  session: SessionView,
  membership: Membership | undefined,
  wording: Wording,
): TemplateResult | null {
  const { app, account } = wording
  const isForeign = place.tenant !== null && membership?.tenant !== place.tenant
  if (!route || isForeign) return renderRefusal(app.notFound, app.notFoundHint, wording)
  if (!isPermitted(route, session, membership)) return renderRefusal(app.notPermitted, app.notPermittedHint, wording)
  if (place.tenant !== null && membership?.secondFactorNeeded) {
    return renderLeadToFactor(wording, account.neededHeading, account.neededText)
  }
  if (route.needs === 'operator' && session.secondFactor === 'set-up') {
    return renderLeadToFactor(wording, account.operatorHeading, account.operatorText)
  }
  return null
}
