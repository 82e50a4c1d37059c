import { html, nothing } from 'lit/html.js'
import type { FormLanguage } from '../../../service/offices/vocabulary.ts'
import {
  type DraftLock,
  lockOf,
  makeDraftCode,
  openSealedDraft,
  sealDraft,
} from '../../../service/sealing/carried-draft.ts'
import { base } from '../../element/base-styles.ts'
import { localeOf } from '../../element/dates.ts'
import { reactive, WidgetElement } from '../../element/widget-element.ts'
import { writeJson } from '../../service/exchange.ts'
import { readPartWording } from '../../texts/languages.ts'
import { type Draft, SPOKEN } from '../draft/draft.ts'
import type { DraftStore } from '../draft/draft-store.ts'
import { fetchProof } from '../proof/proof-for.ts'
import { keepStyles } from './aduan-keep.ts'

/**
 * Takes a draft to another device or to the counter by a code: the service keeps it sealed, and only the code opens it.
 *
 * @fires draft-opened - The carried draft is in the form's store. Stays inside the widget.
 */
export class AduanCarry extends WidgetElement {
  static override styles = [base, keepStyles]

  @reactive language: FormLanguage = 'id'
  @reactive store!: DraftStore
  @reactive unitUrl = ''

  @reactive private code = ''
  @reactive private until = ''
  @reactive private isBusy = false
  @reactive private problem = ''
  @reactive private liveText = ''

  protected override render() {
    const { wording, code, problem, isBusy } = this
    const act = (label: string, perform: () => Promise<void>) =>
      html`<button type="button" aria-disabled=${isBusy ? 'true' : nothing} @click=${() => this.perform(perform)}>${label}</button>`
    return html`<section aria-labelledby="carry-title">
      <h2 id="carry-title">${wording.title}</h2>
      <p role="status">${this.liveText}</p>
      ${
        code
          ? html`<p class="carried"><strong>${code}</strong></p>
              <p>${wording.made({ until: this.until })}</p>
              <p class="hint">${wording.stays}</p>`
          : html`<p>${wording.lead}</p>`
      }
      <div class="actions">${act(code ? wording.renew : wording.make, this.make)}</div>
      <div class="field">
        <label for="code">${wording.have}</label>
        ${problem ? html`<p class="problem" id="problem">${problem}</p>` : nothing}
        <input
          id="code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${problem ? 'problem' : nothing}
          @keydown=${this.press}
        />
      </div>
      <div class="actions">${act(isBusy ? wording.working : wording.open, this.open)}</div>
    </section>`
  }

  private get wording() {
    return readPartWording(this.language).carry
  }

  // Enter in the code must not submit the form around it.
  private press(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    void this.perform(this.open)
  }

  private async perform(act: () => Promise<void>) {
    if (this.isBusy) return
    this.isBusy = true
    this.problem = ''
    this.liveText = this.wording.working
    try {
      await act.call(this)
    } catch {
      // A dead line, too many tries, a browser that cannot seal, a draft that is too long: the words stay in the form.
      this.liveText = this.wording.failed
    }
    this.isBusy = false
    if (this.problem) void this.focusOn('#code')
  }

  private async make() {
    const draft = this.store.load()
    if (!draft?.privacy) {
      this.liveText = this.wording.nothing
      return
    }
    const code = this.code || makeDraftCode()
    const lock = await lockOf(code, this.unitName)
    // Bodies that were sent already say nothing new on the other device, and files that have not arrived cannot go along.
    const sealed = await sealDraft(
      lock,
      writeJson({ ...draft, ...(hasRecording(draft) ? {} : { spoken: undefined }), attempts: [], pending: [] }),
    )
    const answer = await this.keepSealed({ handle: lock.handle, sealed, key: draft.key })
    if (!answer.ok) throw new Error(`${answer.status}`)
    const { expiresAt }: { readonly expiresAt: string } = await answer.json()
    this.until = new Date(expiresAt).toLocaleString(localeOf(this.language), { dateStyle: 'long', timeStyle: 'short' })
    this.code = code
    this.liveText = this.wording.ready
    this.destroyWithDraft(lock)
  }

  private async open() {
    const { wording, store } = this
    const typed = this.renderRoot.querySelector('input')?.value ?? ''
    const lock = await lockOf(typed, this.unitName)
    const answer = await this.ask('/opening', { handle: lock.handle })
    this.liveText = ''
    if (answer.status === 404) {
      this.problem = wording.unknown
      return
    }
    if (!answer.ok) throw new Error(`${answer.status}`)
    const { sealed }: { readonly sealed: string } = await answer.json()
    store.save((await openSealedDraft(lock, sealed)) as Draft)
    this.destroyWithDraft(lock)
    this.liveText = wording.opened
    this.dispatchEvent(new CustomEvent('draft-opened'))
  }

  /** Solves what the service asks for where many drafts come from here. */
  private async keepSealed(body: unknown): Promise<Response> {
    const answer = await this.ask('', body)
    if (answer.status !== 428) return answer
    const { challenge }: { readonly challenge: unknown } = await answer.json()
    return this.ask('', body, { 'x-proof': await fetchProof(challenge) })
  }

  private ask(path: string, body: unknown, more: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(`${this.unitUrl}/drafts${path}`, {
      ...{ method: 'POST', body: writeJson(body), credentials: 'omit', keepalive: path === '/destruction' },
      headers: { 'content-type': 'application/json', 'accept-language': this.language, ...more },
    })
  }

  private get unitName(): string {
    return this.unitUrl.replace(/.*\//, '')
  }

  /** The code opens nothing any more once the draft is sent or thrown away here. */
  private destroyWithDraft({ handle }: DraftLock) {
    const { store } = this
    const { clear, load } = store
    store.clear = () => {
      // Quick exit empties the tab first. What is to be taken along stays.
      if (load()) void this.ask('/destruction', { handle }).catch(() => {})
      clear()
    }
  }
}

const hasRecording = ({ evidence }: Draft): boolean => evidence.some(({ name }) => name.startsWith(SPOKEN))

declare global {
  interface HTMLElementTagNameMap {
    'aduan-carry': AduanCarry
  }
}
