import { html, nothing } from 'lit/html.js'
import type { ComplaintView, OlderComplaintView } from '../../service/contract/complaint-view.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { base } from '../element/base-styles.ts'
import { reactive } from '../element/reactive.ts'
import { type Changed, WidgetElement } from '../element/widget-element.ts'
import { beginDraft } from '../filing/draft/draft.ts'
import { saveFile } from '../receipt/save-file.ts'
import type { Credentials, ServiceClient } from '../service/client.ts'
import { asFailure, explainFailure } from '../service/failure.ts'
import type { Wording } from '../wording/id.ts'
import { readPartWording } from '../wording/languages.ts'
import { renderAnswer } from './answer-section.ts'
import type { CaseForm, Entries, FormName, OlderList, Request } from './case-form.ts'
import {
  renderAccess,
  renderBreaches,
  renderDecisions,
  renderDestroyed,
  renderHistory,
  renderStatus,
} from './case-sections.ts'
import { renderCompletion } from './completion-section.ts'
import { renderClocks, renderDelay } from './dates-sections.ts'
import { renderEvidence } from './evidence-section.ts'
import { followStyles } from './follow-styles.ts'
import { renderIdentity } from './identity-section.ts'
import { renderRights } from './rights-section.ts'
import { renderSignIn, type SignIn } from './sign-in-form.ts'
import { openTabMemory } from './tab-memory.ts'
import { renderMessages, renderReopening, renderWithdrawal } from './writing-sections.ts'

const nobody: SignIn = { number: '', trackingCode: '', remember: false }

/**
 * Shows a complaint to its reporter, who opens it with number and code: status, dates, answer, messages, evidence, and
 * everything that they can do. The code stays in memory, or in this tab if the person wants that.
 *
 * @csspart status - Where the complaint stands.
 * @csspart completion - What the office asks to be completed.
 * @csspart answer - The office's answer.
 */
export class AduanFollow extends WidgetElement {
  static override styles = [base, followStyles]

  @reactive unit!: TenantView
  @reactive client!: ServiceClient
  @reactive wording!: Wording

  /** The tab remembers number and code under this name. */
  @reactive memoryName = ''

  @reactive private entered: SignIn = nobody
  @reactive private view: ComplaintView | undefined
  @reactive private signInProblem: string | undefined
  @reactive private isOpening = false
  @reactive private entries!: Entries
  @reactive private busy: FormName | undefined
  @reactive private confirming: FormName | undefined
  @reactive private problem: CaseForm['problem']
  @reactive private liveText = ''
  @reactive private round = 0
  @reactive private days: CaseForm['days']

  /** What would be lost if the case were closed now: entries that were not sent. */
  get unfinished(): '' | 'entries' {
    const { texts, identity, corrected, digits, evidence, pendingUploads, removed, stars } = this.entries
    const written = [texts, identity.texts, corrected, { digits }].flatMap((each) => Object.values(each))
    const isBegun =
      written.some((text) => text?.trim()) || evidence.length + pendingUploads + removed.length + stars > 0
    return isBegun ? 'entries' : ''
  }

  protected override willUpdate(changed: Changed) {
    if (this.hasUpdated) {
      if (changed.has('client') && this.view) void this.refresh()
      return
    }
    this.entries = this.noEntries()
    const known = openTabMemory(this.memoryName).recall()
    if (!known) return
    this.entered = { ...known, remember: true }
    void this.open()
  }

  protected override render() {
    return html`
      <p class="unseen" role="status">${this.liveText}</p>
      ${this.view ? this.renderCase(this.view) : this.renderSignIn()}
    `
  }

  private renderSignIn() {
    return renderSignIn({
      wording: this.followWording,
      entered: this.entered,
      problem: this.signInProblem,
      isBusy: this.isOpening,
      enter: (entered) => {
        this.entered = entered
      },
      submit: () => void this.open(),
    })
  }

  private renderCase(view: ComplaintView) {
    const { followWording: wording } = this
    const form = this.formOf(view)
    if (view.destroyed) return this.renderDestroyed(form)
    return html`
      <h2 tabindex="-1">${wording.complaint(view.number)}</h2>
      <p class="note" ?hidden=${this.liveText === ''}>${this.liveText}</p>
      ${renderStatus(form)} ${renderBreaches(form)} ${renderDelay(form)} ${renderCompletion(form)} ${renderReopening(form)} ${renderAnswer(form)} ${renderDecisions(form)}
      ${renderClocks(form)} ${renderMessages(form)} ${renderEvidence(form)} ${renderHistory(form)}
      ${renderAccess(form)} ${renderIdentity(form)} ${renderRights(form)} ${renderWithdrawal(form)}
      <div class="actions foot">
        <button type="button" @click=${() => void this.download('receipt.pdf', `${view.number}.pdf`)}>
          ${wording.papers.pdf}
        </button>
        ${
          view.record
            ? html`<button type="button" @click=${() => void this.download('record.pdf', `${view.number}-berkas.pdf`)}>
                ${wording.papers.record}
              </button>`
            : nothing
        }
        <a class="button" href=${view.verifyUrl} target="_blank" rel="noopener">
          ${wording.papers.verify}<span class="unseen">(${this.wording.receipt.newTab})</span>
        </a>
        <button type="button" @click=${() => void this.refresh()}>${wording.refresh}</button>
        <button type="button" class="primary" @click=${this.signOut}>${wording.close}</button>
      </div>
    `
  }

  private renderDestroyed(form: CaseForm) {
    const { followWording: wording } = this
    return html`
      <h2 tabindex="-1">${wording.complaint(form.view.number)}</h2>
      ${renderDestroyed(form)}
      <div class="actions foot">
        <button type="button" class="primary" @click=${this.signOut}>${wording.close}</button>
      </div>
    `
  }

  private formOf(view: ComplaintView): CaseForm {
    const {
      unit,
      client,
      wording: formWording,
      followWording: wording,
      entries,
      days,
      round,
      busy,
      confirming,
      problem,
    } = this
    return {
      ...{ view, unit, client, formWording, wording, entries, days, round, busy, confirming, problem },
      secret: this.credentials.trackingCode,
      today: new Date().toLocaleDateString('sv', { timeZone: unit.timeZone }),
      enter: (entered) => {
        this.entries = { ...this.entries, ...entered }
      },
      confirm: (confirmed) => {
        this.confirming = confirmed
      },
      askForDays: () => void this.askForDays(),
      askForOlder: (list) => void this.askForOlder(list),
      perform: (name, requests) => void this.perform(name, requests),
      download: (path, name) => void this.download(path, name),
    }
  }

  private get followWording() {
    return readPartWording(this.unit.language).follow
  }

  private noEntries(): Entries {
    const identity = { ...beginDraft(this.unit), privacy: 'named' } as const
    return {
      ...{ texts: {}, later: [], stars: 0, solved: undefined, evidence: [], pendingUploads: 0, identity },
      ...{ corrected: {}, removed: [], requestKind: 'access', digits: '' },
    }
  }

  private get credentials(): Credentials {
    const { number, trackingCode } = this.entered
    return { number: number.trim(), trackingCode: trackingCode.trim() }
  }

  private async open() {
    const { followWording: wording, credentials } = this
    if (this.isOpening) return
    const missing = credentials.number ? (credentials.trackingCode ? undefined : wording.code) : wording.number
    this.signInProblem = missing && wording.missing(missing)
    if (missing) return this.focusOn('#sign-in-problem')
    this.isOpening = true
    try {
      this.view = await this.client.follow(credentials)
      const memory = openTabMemory(this.memoryName)
      if (this.entered.remember) memory.remember(credentials)
      else memory.forget()
      await this.focusOn('h2')
    } catch (thrown) {
      const failure = asFailure(thrown)
      this.signInProblem = failure.status === 404 ? wording.notFound : explainFailure(failure, this.wording)
      await this.focusOn('#sign-in-problem')
    } finally {
      this.isOpening = false
    }
  }

  private async refresh() {
    try {
      this.view = await this.client.follow(this.credentials)
      this.days = undefined
      this.liveText = this.followWording.refreshed
    } catch (thrown) {
      this.liveText = explainFailure(asFailure(thrown), this.wording)
    }
  }

  private async perform(form: FormName, requests: readonly Request[] | string) {
    if (this.busy) return
    this.liveText = ''
    if (typeof requests === 'string') return this.refuse(form, requests)
    this.problem = undefined
    this.busy = form
    try {
      for (const { act, body } of requests) {
        this.view = await this.client.act(this.credentials, act, await body)
        this.days = undefined
        // Evidence that arrived is not sent again when a later request of the same form fails.
        if (act === 'evidence') this.entries = { ...this.entries, evidence: [] }
      }
      this.entries = { ...this.noEntries(), texts: { ...this.entries.texts, [form]: '' } }
      this.confirming = undefined
      this.round += 1
      this.liveText = this.followWording.sent
      await this.focusOn('h2')
    } catch (thrown) {
      await this.refuse(form, `${this.followWording.notSent} ${explainFailure(asFailure(thrown), this.wording)}`)
    } finally {
      this.busy = undefined
    }
  }

  private refuse(form: FormName, sentence: string) {
    this.problem = { form, sentence }
    return this.focusOn(`#${form}-problem`)
  }

  /** Fetches how dates were counted. It is long, so it is fetched when somebody opens it. */
  private async askForDays() {
    if (this.days) return
    try {
      this.days = JSON.parse(await (await this.client.download(this.credentials, 'clocks')).text())
    } catch {
      this.days = null
    }
  }

  /** Fetches older pages until the list that the reporter looks at has grown. */
  private async askForOlder(list: OlderList) {
    try {
      for (let shown = this.view; shown?.older && shown === this.view; ) {
        const answer = await this.client.download(this.credentials, `older/${shown.older}`)
        const page: OlderComplaintView = JSON.parse(await answer.text())
        if (shown !== this.view) return
        this.view = {
          ...shown,
          older: page.older,
          history: [...page.history, ...shown.history],
          messages: [...page.messages, ...shown.messages],
          identityAccess: [...page.identityAccess, ...shown.identityAccess],
        }
        if (page[list].length > 0) return
        shown = this.view
      }
    } catch (thrown) {
      this.liveText = explainFailure(asFailure(thrown), this.wording)
    }
  }

  private async download(path: string, name: string) {
    try {
      saveFile(await this.client.download(this.credentials, path), name)
    } catch {
      this.liveText = this.followWording.papers.failed
    }
  }

  private signOut() {
    openTabMemory(this.memoryName).forget()
    this.entered = nobody
    this.entries = this.noEntries()
    this.view = undefined
    this.days = undefined
    this.liveText = ''
    this.problem = undefined
    void this.focusOn('h2')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-follow': AduanFollow
  }
}
