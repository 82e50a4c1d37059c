import { html, nothing } from 'lit/html.js'
import type { FormLanguage } from '../../../service/offices/vocabulary.ts'
import { base } from '../../element/base-styles.ts'
import { reactive } from '../../element/reactive.ts'
import { WidgetElement } from '../../element/widget-element.ts'
import { partMessages } from '../../wording/languages.ts'
import type { DraftStore } from '../draft/draft-store.ts'
import { keepStyles } from './keep-styles.ts'
import { canKeep, type DraftKeeper, forgetKept, keptUntil, LEAST_OF_PIN, newKeeper, openKept } from './kept-draft.ts'

/**
 * Keeps a draft on the device because the person asked for it, sealed with their PIN, and opens one that was kept.
 *
 * @fires draft-opened - The kept draft is in the form's store. Stays inside the widget.
 */
export class AduanKeep extends WidgetElement {
  static override styles = [base, keepStyles]

  @reactive language: FormLanguage = 'id'

  /** Where the form keeps what is written. */
  @reactive store!: DraftStore

  /** Name of the draft on the device. */
  @reactive name = ''

  @reactive private stage: 'asking' | 'found' | 'kept' | 'closed' = 'closed'
  @reactive private isBusy = false
  @reactive private problem = ''
  @reactive private told = ''

  private keeper: DraftKeeper | undefined

  /** Shows what there is to do: open what was kept, or keep what is written. */
  show(asked: boolean): void {
    this.stage = this.keeper ? 'kept' : keptUntil(this.name) ? 'found' : asked ? 'asking' : 'closed'
    this.problem = ''
    if (asked) void this.focusOn('h3')
  }

  protected override render() {
    return html`
      <p class=${this.stage === 'closed' && this.told ? 'note' : 'unseen'} role="status">${this.told}</p>
      ${this.stage === 'closed' ? nothing : html`<section aria-labelledby="keep-title">${this.renderStage()}</section>`}
    `
  }

  private renderStage() {
    const { say, stage } = this
    switch (stage) {
      case 'closed':
        return nothing
      case 'kept':
        return html`
          <h3 id="keep-title" tabindex="-1">${say.title}</h3>
          <p>${say.kept(this.lastDay)}</p>
          <div class="actions">${this.renderForget()}</div>
        `
      case 'found':
        return html`
          <h3 id="keep-title" tabindex="-1">${say.found}</h3>
          <p>${say.foundLead(this.lastDay)}</p>
          ${this.renderPin('pin', say.openPin)}
          <div class="actions">
            ${this.renderAct(say.open, say.opening, this.open)} ${this.renderForget()}
          </div>
        `
      case 'asking':
        return html`
          <h3 id="keep-title" tabindex="-1">${say.title}</h3>
          <p>${say.lead}</p>
          <ul>
            ${say.shared.map((sentence) => html`<li>${sentence}</li>`)}
          </ul>
          ${this.renderPin('pin', say.pin)} ${this.renderPin('repeat', say.repeat)}
          <div class="actions">
            ${this.renderAct(say.keep, say.working, this.keep)}
            <button type="button" @click=${this.close}>${say.cancel}</button>
          </div>
        `
    }
  }

  // Not `current-password`: a browser that offers to remember it would undo what it is for.
  private renderPin(id: 'pin' | 'repeat', label: string) {
    const problem = id === 'pin' ? this.problem : ''
    return html`
      <div class="field">
        <label for=${id}>${label}</label>
        ${problem ? html`<p class="problem" id="problem">${problem}</p>` : nothing}
        <input
          id=${id}
          type="password"
          autocomplete="off"
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${problem ? 'problem' : nothing}
          @keydown=${this.press}
        />
      </div>
    `
  }

  private renderAct(label: string, busy: string, act: () => Promise<void>) {
    return html`
      <button type="button" class="primary" aria-disabled=${this.isBusy ? 'true' : nothing} @click=${() => this.perform(act)}>
        ${this.isBusy ? busy : label}
      </button>
    `
  }

  private renderForget() {
    return html`<button type="button" class="plain danger" @click=${this.forget}>${this.say.forget}</button>`
  }

  private get say() {
    return partMessages(this.language).keep
  }

  private get lastDay(): string {
    return new Date(keptUntil(this.name) ?? Date.now()).toLocaleDateString(this.language, { dateStyle: 'long' })
  }

  private typed(id: 'pin' | 'repeat'): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value ?? ''
  }

  // The form around it must not be sent by a key that is meant for the PIN.
  private press(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    this.renderRoot.querySelector<HTMLElement>('.primary')?.click()
  }

  private async perform(act: () => Promise<void>) {
    if (this.isBusy) return
    this.isBusy = true
    this.problem = ''
    await act.call(this)
    this.isBusy = false
    if (this.problem) void this.focusOn('#pin')
  }

  private async keep() {
    const { say, store, name } = this
    const pin = this.typed('pin')
    const draft = store.load()
    this.problem = !canKeep()
      ? say.impossible
      : pin.length < LEAST_OF_PIN
        ? say.tooShort
        : isEasy(pin)
          ? say.tooEasy
          : pin !== this.typed('repeat')
            ? say.differs
            : draft
              ? ''
              : say.nothing
    if (this.problem || !draft) return
    try {
      const keeper = await newKeeper(name, pin)
      await keeper.keep(draft)
      this.follow(keeper)
    } catch {
      this.problem = say.impossible
    }
  }

  private async open() {
    const { say, store, name } = this
    const opened = await openKept(name, this.typed('pin'))
    if (opened === 'wrong') {
      this.problem = say.wrong
      return
    }
    if (opened === 'erased') {
      this.told = say.erased
      this.stage = 'closed'
      return
    }
    // What this tab has of the same draft was written later.
    if (store.load()?.key !== opened.draft.key) store.save(opened.draft)
    this.follow(opened.keeper)
    this.told = say.opened
    this.dispatchEvent(new CustomEvent('draft-opened'))
  }

  /** From now on what changes in the tab changes on the device, and what is sent or thrown away goes from both. */
  private follow(keeper: DraftKeeper) {
    const { store } = this
    const { save, clear, load } = store
    this.keeper = keeper
    this.stage = 'kept'
    this.told = this.say.kept(this.lastDay)
    void this.focusOn('h3')
    let saving = Promise.resolve()
    store.save = (draft) => {
      save(draft)
      saving = saving
        .then(() => keeper.keep(draft, () => this.keeper === keeper))
        .catch(() => {
          this.told = this.say.notKept
        })
    }
    store.clear = () => {
      // Quick exit and an idle form have emptied the tab before; what was kept on purpose outlives them.
      if (load()) this.drop()
      this.keeper = undefined
      clear()
    }
  }

  private drop() {
    this.keeper = undefined
    forgetKept(this.name)
    this.stage = 'closed'
  }

  private forget() {
    this.drop()
    this.told = this.say.forgotten
  }

  private close() {
    this.stage = 'closed'
  }
}

/** One character over and over, or a row of the keyboard. */
const isEasy = (pin: string): boolean =>
  new Set(pin).size < 3 || '01234567890 9876543210 abcdefghijklmnopqrstuvwxyz qwertyuiop'.includes(pin.toLowerCase())

declare global {
  interface HTMLElementTagNameMap {
    'aduan-keep': AduanKeep
  }
}
