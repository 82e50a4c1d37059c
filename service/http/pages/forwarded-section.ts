import { html } from 'hono/html'
import type { ForwardedView } from '../../contract/complaint-view.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { parseDay } from '../../shared/instant.ts'
import { sayDate } from '../../shared/time-in-words.ts'
import type { Page } from './page.ts'
import { pageTexts } from './page-texts.ts'

export function forwardedSection(forwarded: ForwardedView, language: Language): Page {
  const { name, address, sentOn, reason, reference } = forwarded
  const words = pageTexts[language].follow
  return html`<p><strong>${name}</strong></p>${address ? html`<p class="letter">${address}</p>` : ''}
<p class="letter">${reason}</p>
<p>${words.sentOn} ${sayDate(parseDay(sentOn), language)}. ${words.reference}: ${reference ?? words.noReference}</p>`
}
