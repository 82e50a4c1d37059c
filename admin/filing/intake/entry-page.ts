import { state } from 'lit/decorators.js'
import type { ReceiptView } from '../../../service/contract/complaint-view.ts'
import { fieldProblems, leaksIn } from '../../api/problems.ts'
import { PageElement } from '../../page/page-element.ts'
import { type FieldErrors, hasErrors } from '../../ui/form.ts'
import { FilingKeys } from './file-intake.ts'
import type { WrittenIntake } from './intake-form.ts'

/** A page on which an officer enters a complaint: it is written, read back, and filed. */
export abstract class EntryPage extends PageElement {
  @state() protected written: WrittenIntake | null = null
  @state() protected receipt: ReceiptView | null = null
  @state() protected refused: FieldErrors = {}
  @state() protected refusal = ''
  /** The refusal of a text that names the reporter. */
  @state() protected naming: unknown = null
  @state() protected sending = false
  /** Counts people, so that each begins with nothing of the last. */
  @state() protected person = 1
  protected readonly keys = new FilingKeys()

  protected onWritten({ detail }: CustomEvent<WrittenIntake>) {
    this.forgetRefusal()
    this.written = detail
  }

  protected onCorrect() {
    this.written = null
  }

  /** Begins anew for the next person. */
  protected beginAnew() {
    this.forgetRefusal()
    this.written = null
    this.receipt = null
    this.keys.forget()
    this.person += 1
    window.scrollTo(0, 0)
  }

  /** Shows the receipt, or why there is none; what is wrong with a field leads back to the form. */
  protected async fileBy(file: () => Promise<ReceiptView>): Promise<void> {
    const { person } = this
    this.sending = true
    this.refusal = ''
    try {
      const receipt = await file()
      // Wiped meanwhile: the paper of somebody who left must not come up before the next person.
      if (this.person === person) this.receipt = receipt
    } catch (error) {
      const isNaming = leaksIn(error).length > 0
      this.naming = isNaming ? error : null
      this.refusal = isNaming ? '' : this.explain(error)
      this.refused = fieldProblems(error)
      if (hasErrors(this.refused)) this.onCorrect()
    } finally {
      this.sending = false
    }
  }

  private forgetRefusal() {
    this.refused = {}
    this.refusal = ''
    this.naming = null
  }
}
