import { html, nothing } from 'lit/html.js'
import type { SimilarView } from '../../../service/contract/register.ts'
import type { FormLanguage } from '../../../service/offices/vocabulary.ts'
import { base } from '../../element/base-styles.ts'
import { localeOf } from '../../element/dates.ts'
import { css } from '../../element/theme.ts'
import { type Changed, reactive, WidgetElement } from '../../element/widget-element.ts'
import type { ServiceClient } from '../../service/client.ts'
import { readPartWording } from '../../texts/languages.ts'
import { findCategory } from '../draft/draft.ts'
import type { Form } from '../form/form.ts'

export const similarStyles = css`
  section {
    display: grid;
    gap: 0.5rem;
  }
  ul {
    padding-inline-start: 1.25rem;
  }
  /* A device in the office's hall leads nowhere else. */
  .away {
    display: var(--aduan-files, block);
  }
`

/**
 * Says how recent complaints in the chosen category went, where the unit allows it. It sends the code of the category
 * and nothing that somebody wrote. Stays inside the widget.
 */
export class AduanSimilar extends WidgetElement {
  static override styles = [base, similarStyles]

  @reactive form!: Form
  @reactive client!: ServiceClient

  @reactive private similar: SimilarView | undefined

  #asked = ''

  protected override willUpdate(changed: Changed) {
    if (!changed.has('form') || this.#category === this.#asked) return
    this.#asked = this.#category
    this.similar = undefined
    if (this.#asked) void this.#ask(this.#asked)
  }

  protected override render() {
    return html`<div role="status">${this.similar?.received ? this.#renderSimilar(this.similar) : nothing}</div>`
  }

  /** The chosen category during its step, if the unit shows similar complaints in it. */
  get #category(): string {
    const { draft, unit } = this.form
    return draft.step === 'category' && findCategory(unit, draft)?.similar ? draft.category : ''
  }

  #renderSimilar({ received, answered, usualDays, latest }: SimilarView) {
    const { tenant, language } = this.form.unit
    const wording = readPartWording(language).similar
    const follow = `${new URL(this.client.unitUrl).origin}/t/${encodeURIComponent(tenant)}/follow?lang=${language}`
    return html`
      <section class="note" aria-labelledby="similar">
        <h3 id="similar">${wording.title}</h3>
        <p>${wording.received({ count: received ?? 0 })} ${answered && usualDays ? wording.answered({ count: answered, days: usualDays }) : wording.few}</p>
        <ul>
          ${latest.map(({ month, days }) => html`<li>${wording.one({ month: monthOf(month, language), days })}</li>`)}
        </ul>
        <p>${wording.yours}</p>
        <p class="away">${wording.again} <a href=${follow} target="_blank" rel="noopener">${wording.follow}</a></p>
      </section>
    `
  }

  async #ask(category: string) {
    try {
      const address = `${this.client.unitUrl}/categories/${encodeURIComponent(category)}/similar`
      const answer = await fetch(address, { credentials: 'omit' })
      if (answer.ok && category === this.#asked) this.similar = await answer.json()
    } catch {
      // Similar complaints are a courtesy.
    }
  }
}

const monthOf = (month: string, language: FormLanguage): string =>
  new Date(`${month}-15`).toLocaleDateString(localeOf(language), { month: 'long', year: 'numeric', timeZone: 'UTC' })

declare global {
  interface HTMLElementTagNameMap {
    'aduan-similar': AduanSimilar
  }
}
