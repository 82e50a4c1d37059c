import { html, type LitElement, nothing, type ReactiveController } from 'lit'
import { leaksIn } from '../api/problems.ts'
import type { LeakKind } from '../api/wire.ts'
import { textField } from '../ui/field.ts'
import { optionalTextIn } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'
import type { Wording } from '../wording/wording.ts'

const REASON = 'leakReason'

/** Keeps a text that the service refused because it names the reporter, and sends it changed or with a reason. */
export class LeakCheck implements ReactiveController {
  private found: readonly LeakKind[] = []
  private isStillThere = false

  /** @param change where the words are changed, if not in this form */
  constructor(
    private readonly host: LitElement,
    private readonly change?: () => void,
  ) {
    host.addController(this)
  }

  hostConnected() {
    this.clear()
  }

  clear() {
    this.found = []
    this.isStillThere = false
    this.host.requestUpdate()
  }

  takes(error: unknown): boolean {
    const found = leaksIn(error)
    if (found.length === 0) return false
    this.isStillThere = this.found.length > 0
    this.found = found
    this.host.requestUpdate()
    void this.host.updateComplete.then(() => this.seek('.leak')?.scrollIntoView({ block: 'nearest' }))
    return true
  }

  reasonIn(written: FormData): { readonly leakReason: string | undefined } {
    return { leakReason: optionalTextIn(written, REASON) }
  }

  render({ leak, vocabulary, common, formats }: Wording, limit: number | undefined) {
    if (this.found.length === 0) return nothing
    const kinds = formats.list(this.found.map((kind) => vocabulary.leakKinds[kind]))
    return html`<div class="leak stack">
      <div class="banner warn" role="alert">
        ${icons.shield}
        <div><strong>${leak.found({ kinds })}</strong><p>${leak.ways}</p></div>
      </div>
      <div><button type="button" @click=${this.change ?? this.goToText}>${icons.edit}${leak.change}</button></div>
      ${textField({
        name: REASON,
        label: leak.reason,
        hint: leak.reasonHint,
        optional: common.optional,
        rows: 2,
        limit,
        error: this.isStillThere ? leak.stillThere : undefined,
      })}
    </div>`
  }

  // An answer that is approved as it is has no text of its own, only the choice to change it.
  private readonly goToText = () => {
    const words = this.seek(`textarea:not([name=${REASON}])`) ?? this.seek('form input, form select')
    words?.focus()
  }

  private seek(selector: string) {
    return this.host.renderRoot.querySelector<HTMLElement>(selector)
  }
}
