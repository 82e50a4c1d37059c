import { html, nothing } from 'lit/html.js'
import type { FormLanguage } from '../../../service/offices/vocabulary.ts'
import { base } from '../../element/base-styles.ts'
import { localeOf } from '../../element/dates.ts'
import { css } from '../../element/theme.ts'
import { reactive, WidgetElement } from '../../element/widget-element.ts'
import { readPartWording } from '../../texts/languages.ts'
import type { DraftStore } from '../draft/draft-store.ts'
import { canKeep, type DraftKeeper, findExpiry, forgetKept, LEAST_OF_PIN, makeKeeper, openKept } from './kept-draft.ts'

export const keepStyles = css`
  section {
    margin: 1rem 0 1.5rem;
    padding: 1rem 1.25rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  h2 {
    margin: 0 0 0.35rem;
    font-size: 1.0625rem;
  }
  ul {
    margin: 0.75rem 0;
    padding-inline-start: 1.25rem;
  }
  .carried {
    font: 700 1.5rem / 1.4 ui-monospace, monospace;
    overflow-wrap: anywhere;
  }
  .actions {
    margin-top: 0.75rem;
  }
`

/**
 * Keeps a draft on the device because the person asked for it, sealed with their PIN, and opens a kept one.
 *
 * @fires draft-opened - The kept draft is in the form's store. Stays inside the widget.
 */
export class AduanKeep extends WidgetElement {
  static override styles = [base, keepStyles]

  @reactive language: FormLanguage = 'id'

  @reactive store!: DraftStore

  @reactive unitUrl = ''

  @reactive name = ''

  @reactive private stage: 'asking' | 'found' | 'kept' | 'closed' = 'closed'
  @reactive private isBusy = false
  @reactive private problem = ''
  @reactive private liveText = ''

  @reactive private isAsked = false

  private keeper: DraftKeeper | undefined

  show(asked: boolean): void {
    this.stage = this.keeper ? 'kept' : findExpiry(this.name) ? 'found' : asked ? 'asking' : 'closed'
    this.problem = ''
    this.isAsked ||= asked
    if (asked) void this.focusOn('h2')
  }

  protected override render() {
    return html`
      <p class=${this.stage === 'closed' && this.liveText ? 'note' : 'unseen'} role="status">${this.liveText}</p>
      ${
        this.stage === 'closed'
          ? nothing
          : html`<section aria-labelledby="keep-title">${this.renderStage()}</section>
            ${
              this.isAsked
                ? html`<aduan-carry .language=${this.language} .store=${this.store} .unitUrl=${this.unitUrl} @draft-opened=${this.tell}></aduan-carry>`
                : nothing
            }`
      }
    `
  }

  private renderStage() {
    const { wording, stage } = this
    switch (stage) {
      case 'closed':
        return nothing
      case 'kept':
        return html`
          <h2 id="keep-title" tabindex="-1">${wording.title}</h2>
          <p>${wording.kept({ day: this.lastDay })}</p>
          <div class="actions">${this.renderForget()}</div>
        `
      case 'found':
        return html`
          <h2 id="keep-title" tabindex="-1">${wording.found}</h2>
          <p>${wording.foundLead({ day: this.lastDay })}</p>
          ${this.renderPin('pin', wording.openPin)}
          <div class="actions">
            ${this.renderAct(wording.open, wording.opening, this.open)} ${this.renderForget()}
          </div>
        `
      case 'asking':
        return html`
          <h2 id="keep-title" tabindex="-1">${wording.title}</h2>
          <p>${wording.lead}</p>
          <ul>
            ${wording.shared.map((sentence) => html`<li>${sentence}</li>`)}
          </ul>
          ${this.renderPin('pin', wording.pin)} ${this.renderPin('repeat', wording.repeat)}
          <div class="actions">
            ${this.renderAct(wording.keep, wording.working, this.keep)}
            <button type="button" @click=${this.close}>${wording.cancel}</button>
          </div>
        `
    }
  }

  // The field is no `current-password`: a browser that offers to remember the PIN would undo its purpose.
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
    return html`<button type="button" class="plain danger" @click=${this.forget}>${this.wording.forget}</button>`
  }

  private get wording() {
    return readPartWording(this.language).keep
  }

  private get lastDay(): string {
    return new Date(findExpiry(this.name) ?? Date.now()).toLocaleDateString(localeOf(this.language), {
      dateStyle: 'long',
    })
  }

  private typed(id: 'pin' | 'repeat'): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value ?? ''
  }

  // Enter in the PIN must not submit the form around it.
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
    const { wording, store, name } = this
    const pin = this.typed('pin')
    const draft = store.load()
    this.problem = !canKeep()
      ? wording.impossible
      : pin.length < LEAST_OF_PIN
        ? wording.tooShort
        : isEasy(pin)
          ? wording.tooEasy
          : pin !== this.typed('repeat')
            ? wording.differs
            : draft
              ? ''
              : wording.nothing
    if (this.problem || !draft) return
    try {
      const keeper = await makeKeeper(name, pin)
      await keeper.keep(draft)
      this.follow(keeper)
    } catch {
      this.problem = wording.impossible
    }
  }

  private async open() {
    const { wording, store, name } = this
    const opened = await openKept(name, this.typed('pin'))
    if (opened === 'wrong') {
      this.problem = wording.wrong
      return
    }
    if (opened === 'erased') {
      this.liveText = wording.erased
      this.stage = 'closed'
      return
    }
    // This tab's version of the same draft is newer.
    if (store.load()?.key !== opened.draft.key) store.save(opened.draft)
    this.follow(opened.keeper)
    this.liveText = wording.opened
    this.dispatchEvent(new CustomEvent('draft-opened'))
  }

  /** Repeats on the device each change in the tab, until the draft is sent or thrown away. */
  private follow(keeper: DraftKeeper) {
    const { store } = this
    const { save, clear, load } = store
    this.keeper = keeper
    this.stage = 'kept'
    this.liveText = this.wording.kept({ day: this.lastDay })
    void this.focusOn('h2')
    let saving = Promise.resolve()
    store.save = (draft) => {
      save(draft)
      saving = saving
        .then(() => keeper.keep(draft, () => this.keeper === keeper))
        .catch(() => {
          this.liveText = this.wording.notKept
        })
    }
    store.clear = () => {
      // Quick exit and the wipe of an idle form empty the tab first. What was kept on purpose stays.
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
    this.liveText = this.wording.forgotten
  }

  private tell = () => this.dispatchEvent(new CustomEvent('draft-opened'))

  private close() {
    this.stage = 'closed'
  }
}

/** Says whether a PIN is hardly more than one character repeated, or a row of the keyboard. */
const isEasy = (pin: string): boolean =>
  new Set(pin).size < 3 || '01234567890 9876543210 abcdefghijklmnopqrstuvwxyz qwertyuiop'.includes(pin.toLowerCase())

declare global {
  interface HTMLElementTagNameMap {
    'aduan-keep': AduanKeep
  }
}
