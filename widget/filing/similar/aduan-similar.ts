import { html, nothing } from 'lit/html.js'
import type { SimilarView } from '../../../service/contract/similar.ts'
import { base } from '../../element/base-styles.ts'
import { reactive } from '../../element/reactive.ts'
import { type Changed, WidgetElement } from '../../element/widget-element.ts'
import type { ServiceClient } from '../../service/client.ts'
import { partMessages } from '../../wording/languages.ts'
import { chosenCategory } from '../draft/steps.ts'
import type { Form } from '../form/form.ts'
import { similarStyles } from './similar-styles.ts'

/**
 * Tells whoever chose a category how complaints there went lately, where the unit wants it told. It asks by the category
 * alone: nothing that somebody wrote leaves the page for it. Stays inside the widget.
 */
export class AduanSimilar extends WidgetElement {
  static override styles = [base, similarStyles]

  @reactive form!: Form
  @reactive client!: ServiceClient

  @reactive private told: SimilarView | undefined

  #asked = ''

  protected override willUpdate(changed: Changed) {
    if (!changed.has('form') || this.#category === this.#asked) return
    this.#asked = this.#category
    this.told = undefined
    if (this.#asked) void this.#ask(this.#asked)
  }

  protected override render() {
    return html`<div role="status">${this.told?.received ? this.#renderTold(this.told) : nothing}</div>`
  }

  /** The chosen category while it is being chosen, if its unit tells of others in it. */
  get #category(): string {
    const { draft, unit } = this.form
    return draft.step === 'category' && chosenCategory(unit, draft)?.similar ? draft.category : ''
  }

  #renderTold({ received, answered, usualDays, latest }: SimilarView) {
    const { tenant, language } = this.form.unit
    const say = partMessages(language).similar
    const follow = `${new URL(this.client.unitUrl).origin}/t/${encodeURIComponent(tenant)}/follow?lang=${language}`
    return html`
      <section class="note" aria-labelledby="similar">
        <h3 id="similar">${say.title}</h3>
        <p>${say.received(received ?? 0)} ${answered && usualDays ? say.answered(answered, usualDays) : say.few}</p>
        <ul>
          ${latest.map(({ month, days }) => html`<li>${say.one(monthOf(month, language), days)}</li>`)}
        </ul>
        <p>${say.yours}</p>
        <p class="away">${say.again} <a href=${follow} target="_blank" rel="noopener">${say.follow}</a></p>
      </section>
    `
  }

  async #ask(category: string) {
    try {
      const address = `${this.client.unitUrl}/categories/${encodeURIComponent(category)}/similar`
      const answer = await fetch(address, { credentials: 'omit' })
      if (answer.ok && category === this.#asked) this.told = await answer.json()
    } catch {
      // Nobody misses what they did not ask for.
    }
  }
}

const monthOf = (month: string, language: string): string =>
  new Date(`${month}-15`).toLocaleDateString(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })

declare global {
  interface HTMLElementTagNameMap {
    'aduan-similar': AduanSimilar
  }
}
