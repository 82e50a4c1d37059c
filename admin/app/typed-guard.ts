import { nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { LeavingGuard } from '../page/leaving-guard.ts'
import { PageElement } from '../page/page-element.ts'
import { TypedWords } from '../page/typed-words.ts'

/** Asks before any page is left on which somebody typed what is neither kept nor sent. */
@customElement('typed-guard')
export class TypedGuard extends PageElement {
  private readonly words = new TypedWords()
  private readonly heard = {
    focusin: this.words.onFocus,
    input: this.words.onInput,
    click: this.words.onClick,
    'aduan-sending': this.words.onSending,
    'aduan-sent': this.words.onSent,
    'aduan-refused': this.words.onRefused,
  }
  private readonly leaving = new LeavingGuard(this, {
    isDirty: () => this.words.isUnsent,
    discard: () => this.words.forget(),
  })

  override connectedCallback() {
    super.connectedCallback()
    // A button may take its form away before the window hears of it, so it is heard on its way down.
    for (const [name, heard] of Object.entries(this.heard)) window.addEventListener(name, heard, name === 'click')
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    for (const [name, heard] of Object.entries(this.heard)) window.removeEventListener(name, heard, name === 'click')
  }

  override render() {
    return this.words.isUnsent ? this.leaving.render(this.wording) : nothing
  }
}
