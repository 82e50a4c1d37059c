import { css } from 'lit'
import { FormElement } from './form-element.ts'
import { LeakCheck } from './leak-check.ts'

/** A form whose words the service refuses where they name the reporter. */
export abstract class LeakFormElement extends FormElement {
  protected readonly leaks = new LeakCheck(this)

  override explain(error: unknown): string {
    return this.leaks.takes(error) ? '' : super.explain(error)
  }
}

/** A form that stands inside a card. */
export const insetForm = css`
  form {
    display: grid;
    gap: 12px;
    padding: 12px 16px;
    border-radius: var(--radius);
    background: var(--paper);
  }
`
