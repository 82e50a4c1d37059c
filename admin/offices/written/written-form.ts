import { css, html, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import { FormElement } from '../../page/form-element.ts'
import { sayOwn } from '../../page/own-words.ts'
import { textField } from '../../ui/field.ts'
import { formGrid, formOutcome } from '../../ui/fields.ts'
import type { FieldErrors } from '../../ui/form.ts'

interface Made<Does> {
  readonly id: string
  readonly name: string
  readonly does: Does
}

/** Writes one rule or one series of acts by choosing, with the sentence that it makes above. */
export abstract class WrittenForm<One extends Made<Does>, Does, Written> extends FormElement {
  static override styles = [
    FormElement.styles,
    formGrid,
    formOutcome,
    css`
      .pair > .stack {
        align-content: start;
      }
    `,
  ]

  /** `null`: a new one. */
  @property({ attribute: false }) one: One | null = null
  @property({ attribute: false }) save!: (written: Written) => Promise<void>
  @state() protected does!: Does
  private name = ''

  protected abstract readonly blank: Does
  protected abstract get words(): { readonly name: string; readonly nameHint: string }
  /** Names of the unit are set off in it. */
  protected abstract get sentence(): string
  /** It says why what was chosen cannot be saved yet. */
  protected abstract get mistake(): string | null
  protected abstract renderFields(): unknown

  override connectedCallback() {
    super.connectedCallback()
    this.does = this.one?.does ?? this.blank
    this.name = this.one?.name ?? ''
  }

  override render() {
    const { words } = this
    const { errors } = this.attempt
    return html`<form novalidate @submit=${this.onSubmit}>
      <p class="sentence" aria-live="polite">${sayOwn(this.sentence)}</p>
      ${textField({
        name: 'name',
        label: words.name,
        hint: words.nameHint,
        limit: 80,
        value: this.name,
        error: errors.name,
        written: (name) => {
          this.name = name
        },
      })}
      ${this.renderFields()}
      ${errors.does ? html`<p class="error" role="alert">${errors.does}</p>` : nothing}
      ${this.attempt.render()}
      <div class="actions"><button class="primary" ?disabled=${this.attempt.isBusy}>${this.wording.common.save}</button></div>
    </form>`
  }

  protected do(changes: Partial<Does>) {
    this.does = { ...this.does, ...changes }
  }

  protected override findMistakes(written: FormData): FieldErrors {
    const { mistake } = this
    return { ...super.findMistakes(written), ...(mistake !== null && { does: mistake }) }
  }

  /** Each of them is saved with this. */
  protected get named() {
    const { one, name, does } = this
    return { ...(one && { id: one.id }), name: name.trim(), does }
  }
}
