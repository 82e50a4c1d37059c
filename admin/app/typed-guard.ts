import { nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { unkept } from '../page/keepers.ts'
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
    click: (event: Event) => this.onClick(event),
    'aduan-sending': this.words.onSending,
    'aduan-sent': this.words.onSent,
    'aduan-refused': this.words.onRefused,
    'ui-closing': (event: Event) => this.onClosing(event),
  }
  /** What is given up: the page, or one dialog or form of it. */
  private scope: EventTarget = window
  private readonly leaving = new LeavingGuard(this, {
    isDirty: () => {
      this.scope = window
      return this.isDirty
    },
    discard: () => this.forget(),
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
    return this.isDirty ? this.leaving.render(this.wording) : nothing
  }

  private get isDirty(): boolean {
    return this.words.isUnsent || unkept.size > 0
  }

  private forget() {
    this.words.forget(this.scope)
    if (this.scope === window) unkept.clear()
  }

  private readonly onClick = (event: Event) => {
    const button = event.composedPath().find((one) => one instanceof HTMLButtonElement)
    const form = event.composedPath().find((one) => one instanceof HTMLFormElement)
    // Every button that gives a form or a dialog up says so by its value, as the browser's own dialogs do.
    if (button && form && button.value === 'cancel' && this.words.isUnsentIn(form)) {
      event.preventDefault()
      event.stopImmediatePropagation()
      return this.askAbout(form, () => button.click())
    }
    this.words.onClick(event)
  }

  private readonly onClosing = (event: Event) => {
    const [dialog] = event.composedPath()
    if (!(event instanceof CustomEvent) || !dialog || !this.words.isUnsentIn(dialog)) return
    event.preventDefault()
    this.askAbout(dialog, event.detail)
  }

  private askAbout(scope: EventTarget, goOn: () => void) {
    this.scope = scope
    this.leaving.before(goOn, true)
    this.requestUpdate()
  }
}
