import { FormElement } from './form-element.ts'
import { LeakCheck } from './leak-check.ts'

/** A form whose words the service refuses where they name the reporter. */
export abstract class LeakFormElement extends FormElement {
  protected readonly leaks = new LeakCheck(this)

  override explain(error: unknown): string {
    return this.leaks.takes(error) ? '' : super.explain(error)
  }
}
