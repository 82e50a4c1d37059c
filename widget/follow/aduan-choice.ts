import { html, nothing } from 'lit/html.js'
import type { ReadersChosenView } from '../../service/contract/tenant-view.ts'
import { base } from '../element/base-styles.ts'
import { reactive, WidgetElement } from '../element/widget-element.ts'
import type { ChosenPost } from '../filing/draft/draft.ts'
import { renderRows, rowStyles, sayFirst } from '../filing/readers/post-rows.ts'
import readersWording from '../texts/readers.json'
import type { CaseForm } from './case-forms.ts'

/** Lets the reporter choose anew who must not read the complaint. The list is fetched when it is opened. */
export class AduanChoice extends WidgetElement {
  static override styles = [base, rowStyles]

  @reactive form!: CaseForm

  @reactive private readers: ReadersChosenView | undefined
  @reactive private chosen: readonly ChosenPost[] = []
  @reactive private hasFailed = false

  protected override render() {
    const { form, readers, chosen } = this
    const { unit, formWording: wording, busy } = form
    const { question, failed, save, again } = readersWording(unit)
    return html`
      <p class="hint">${again}</p>
      ${
        readers
          ? html`${renderRows({ unit, wording, posts: readers.posts, chosen, change: this.#choose })}
              <p class="hint" role="status">${sayFirst({ unit, posts: readers.posts, chosen })}</p>
              <button type="button" aria-disabled=${busy ? 'true' : nothing} @click=${this.#save}>${save}</button>`
          : html`<button type="button" @click=${() => this.#ask()}>${question}</button>`
      }
      <p class="hint" role="status" ?hidden=${!this.hasFailed}>${failed}</p>
    `
  }

  #choose = (chosen: readonly ChosenPost[]) => {
    this.chosen = chosen
  }

  #save = () => {
    const body = { notReadBy: this.chosen.map(({ id }) => id) }
    this.form.perform('readers', [{ act: 'reading-posts', body }])
    this.readers = undefined
  }

  async #ask() {
    const { client, view, secret } = this.form
    this.hasFailed = false
    try {
      const answer = await client.download({ number: view.number, trackingCode: secret }, 'reading-posts')
      const readers: ReadersChosenView = JSON.parse(await answer.text())
      this.readers = readers
      this.chosen = readers.notReadBy
    } catch {
      this.hasFailed = true
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-choice': AduanChoice
  }
}
