import type { CSSResultGroup } from 'lit'
import { query } from 'lit/decorators.js'
import { Attempt } from '../ui/attempt.ts'
import { fields } from '../ui/fields.ts'
import { type FieldErrors, missingFields } from '../ui/form.ts'
import { keepers } from './keepers.ts'
import { PageElement } from './page-element.ts'

/** An element with one form: it leads to what is missing, and sends what was written once at a time. */
export abstract class FormElement extends PageElement {
  static override styles: CSSResultGroup = [PageElement.styles, fields]

  @query('form') protected readonly form!: HTMLFormElement
  /** What is typed here waits there until it is sent, under the name of the form. */
  declare unsent?: (Map<string, FormData> & { release?(form: string): void }) | null
  declare formName?: string
  protected readonly attempt = new Attempt(this)

  protected override createRenderRoot() {
    const root = super.createRenderRoot()
    root.addEventListener('input', () => this.keepTyped())
    return root
  }

  protected keepTyped() {
    if (!this.formName || !this.unsent) return
    keepers.add(this)
    this.unsent.set(this.formName, new FormData(this.form))
  }

  protected readonly onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (this.attempt.isBusy) return
    const written = new FormData(this.form)
    if (await this.attempt.refuses(this.findMistakes(written))) return
    await this.attempt.run(() => this.send(written))
  }

  protected findMistakes(_written: FormData): FieldErrors {
    return missingFields(this.form, this.wording.common.required)
  }

  protected abstract send(written: FormData): Promise<unknown>
}
