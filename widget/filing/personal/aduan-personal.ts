import { html, nothing } from 'lit/html.js'
import { base } from '../../element/base-styles.ts'
import { reactive } from '../../element/reactive.ts'
import { type Changed, WidgetElement } from '../../element/widget-element.ts'
import { en } from '../../wording/personal/en.ts'
import { id } from '../../wording/personal/id.ts'
import { jv } from '../../wording/personal/jv.ts'
import type { Form } from '../form/form.ts'
import { type FoundInField, findInDraft, replaceInDraft } from './find-in-draft.ts'
import { personalStyles } from './personal-styles.ts'

// They come with the part, because the words of all other parts would weigh more than these in three languages.
const wordings = { id, en, jv }

/**
 * Shows before sending which words may tell who the reporter or somebody else is, and offers to replace them. It looks
 * in the browser, and sends nothing. Stays inside the widget.
 */
export class AduanPersonal extends WidgetElement {
  static override styles = [base, personalStyles]

  @reactive form!: Form

  @reactive private replaced = 0

  #found: readonly FoundInField[] = []

  get #wording() {
    return wordings[this.form.unit.language]
  }

  protected override willUpdate(changed: Changed) {
    const { draft, unit, wording } = this.form
    if (changed.has('form')) this.#found = findInDraft(draft, unit, wording)
  }

  protected override render() {
    const wording = this.#wording
    return html`
      ${this.#found.length > 0 ? this.#renderFound() : nothing}
      <p class="done" role="status">${this.replaced > 0 ? wording.replaced(this.replaced) : nothing}</p>
      ${
        this.form.draft.evidence.some(({ name }) => /\.(?:jpe?g|png|webp|heic|avif|gif|mp4|mov|webm)$/i.test(name))
          ? html`<p class="hint">${wording.pictures}</p>`
          : nothing
      }
    `
  }

  #renderFound() {
    const wording = this.#wording
    const found = this.#found
    return html`
      <section class="note" aria-labelledby="personal">
        <h3 id="personal" tabindex="-1">${wording.title}</h3>
        <p>${wording.lead}</p>
        <ul>
          ${found.map((one) => this.#renderOne(one))}
        </ul>
        ${
          found.length > 1
            ? html`<button type="button" @click=${() => this.#replace(found)}>${wording.replaceAll(found.length)}</button>`
            : nothing
        }
        <p class="hint">${wording.keep}</p>
      </section>
    `
  }

  #renderOne(one: FoundInField) {
    const wording = this.#wording
    const { start, end, kind, isOwn } = one.words
    const words = one.text.slice(start, end)
    const before = one.text.slice(Math.max(0, start - 30), start)
    const after = one.text.slice(end, end + 20)
    return html`
      <li>
        <p>
          <span class="where">${one.label}: ${isOwn ? wording.own[kind] : wording.kinds[kind]}</span>
          <span class="quote">${start > 30 ? '…' : ''}${before}<mark>${words}</mark>${after}${end + 20 < one.text.length ? '…' : ''}</span>
        </p>
        <button type="button" class="plain" aria-label=${wording.replaceThis(words, wording.other[kind])} @click=${() => this.#replace([one])}>
          ${wording.replace(wording.other[kind])}
        </button>
      </li>
    `
  }

  #replace(chosen: readonly FoundInField[]) {
    const { draft, change } = this.form
    this.replaced += chosen.length
    change(replaceInDraft(draft, chosen, this.#wording.other))
    void this.focusOn(this.#found.length > chosen.length ? '#personal' : '.done')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-personal': AduanPersonal
  }
}
