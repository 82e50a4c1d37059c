import { html } from 'hono/html'
import type { DelayView } from '../../contract/complaint-view.ts'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import { sayDay, sayMoment } from '../../shared/time-in-words.ts'
import type { Page } from './page.ts'
import { pageTexts } from './page-texts.ts'

export function delaySection({ clocks, explanations }: DelayView, { timeZone, language }: WholeTenantView): Page {
  const { delay: words } = pageTexts[language].follow
  const day = (at: string) => sayDay(at, timeZone, language)
  return html`<ul class="clocks">${clocks.map(
    ({ label, dueAt, newDate }) =>
      html`<li><strong>${label}</strong> <span><strong class="late">${words.was} ${day(dueAt)}</strong> ${newDate ? html`${words.now} ${day(newDate)}` : ''}</span></li>`,
  )}</ul>
${
  explanations.length === 0
    ? html`<p>${words.unexplained}</p>`
    : explanations.map(
        ({ at, by, reason }) =>
          html`<p class="letter">${reason}</p><p class="quiet">${by}, ${sayMoment(at, timeZone, language)}</p>`,
      )
}`
}
