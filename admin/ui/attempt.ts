import { html, type LitElement, nothing, type ReactiveController } from 'lit'
import { type FieldErrors, focusFirstError, hasErrors } from './form.ts'
import { icons } from './icons.ts'

interface AttemptHost extends LitElement {
  explain(error: unknown): string
  fieldErrorsIn(error: unknown): FieldErrors
}

/** Does what a person asked for, once at a time, and keeps why it could not be done: in a sentence, and field by field. */
export class Attempt implements ReactiveController {
  isBusy = false
  private shownRefusal = ''
  private shownErrors: FieldErrors = {}
  private readonly host: AttemptHost
  private readonly explain: (error: unknown) => string

  /** @param explain says why it could not be done; left out, the element that hosts this does */
  constructor(host: AttemptHost, explain = (error: unknown) => host.explain(error)) {
    this.host = host
    this.explain = explain
    host.addController(this)
  }

  get refusal(): string {
    return this.shownRefusal
  }

  set refusal(sentence: string) {
    this.shownRefusal = sentence
    this.host.requestUpdate()
  }

  get errors(): FieldErrors {
    return this.shownErrors
  }

  set errors(errors: FieldErrors) {
    this.shownErrors = errors
    this.host.requestUpdate()
  }

  hostDisconnected() {
    this.shownRefusal = ''
  }

  /** Shows what is wrong with the form, and leads to the first field that needs the person. `true`: something is. */
  async refuses(errors: FieldErrors): Promise<boolean> {
    this.shownRefusal = ''
    this.errors = errors
    if (!hasErrors(errors)) return false
    this.tell('aduan-refused')
    await this.host.updateComplete
    focusFirstError(this.host.renderRoot)
    return true
  }

  async run(act: () => Promise<unknown>): Promise<void> {
    if (this.isBusy) return
    this.refusal = ''
    this.isBusy = true
    this.tell('aduan-sending')
    try {
      await act()
      this.tell('aduan-sent')
    } catch (error) {
      this.tell('aduan-refused')
      await this.refuses(this.host.fieldErrorsIn(error))
      this.refusal = this.explain(error)
    } finally {
      this.isBusy = false
      this.host.requestUpdate()
    }
  }

  private tell(what: 'aduan-sending' | 'aduan-sent' | 'aduan-refused') {
    this.host.dispatchEvent(new Event(what, { bubbles: true, composed: true }))
  }

  render() {
    return this.refusal
      ? html`<div class="banner danger" role="alert">${icons.alert}<p>${this.refusal}</p></div>`
      : nothing
  }
}
