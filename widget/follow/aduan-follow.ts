import { html } from 'lit/html.js'
import type { ComplaintView, OlderComplaintView } from '../../service/contract/complaint-view.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { readCredentials } from '../../service/shared/read-credentials.ts'
import type { KnownCase } from '../element/back-button.ts'
import { base } from '../element/base-styles.ts'
import { sayToday } from '../element/dates.ts'
import { type Changed, reactive, WidgetElement } from '../element/widget-element.ts'
import { saveFile } from '../receipt/aduan-receipt.ts'
import type { Credentials, ServiceClient } from '../service/client.ts'
import { asFailure, explainFailure } from '../service/exchange.ts'
import type { Wording } from '../texts/languages.ts'
import { readPartWording } from '../texts/languages.ts'
import { renderCompletion, renderEvidence, renderIdentity } from './asked-sections.ts'
import {
  type CaseForm,
  type Entries,
  type FormName,
  noEntries,
  type OlderList,
  type Request,
  renderFold,
} from './case-forms.ts'
import {
  renderAccess,
  renderAnswer,
  renderBreaches,
  renderDecisions,
  renderDestroyed,
  renderHistory,
  renderOthers,
  renderStatus,
} from './case-sections.ts'
import { followStyles } from './follow-styles.ts'
import { renderRights } from './rights-section.ts'
import { makeCode, openTabMemory, renderCode, renderSignIn, renderStatement, type SignIn } from './sign-in-form.ts'
import {
  renderClocks,
  renderDelay,
  renderMessages,
  renderNewMessage,
  renderPapers,
  renderReopening,
  renderSpoken,
  renderWithdrawal,
} from './writing-sections.ts'

const nobody: SignIn = { number: '', trackingCode: '', remember: false }

/**
 * Shows a complaint to its reporter, who opens it with number and code: status, dates, answer, messages, evidence, and
 * everything that they can do. The code stays in memory, or in this tab if the person wants that.
 *
 * @fires follow-closed - The person closed the case. Stays inside the widget.
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
  @reactive known: KnownCase | undefined
  @reactive private entered: SignIn = nobody
  @reactive private view: ComplaintView | undefined
  @reactive private signInProblem: string | undefined
  @reactive private isOpening = false
  /** The case that the tab remembers is being opened, so nobody begins to type. */
  @reactive private isRecalling = false
  @reactive private entries!: Entries
  @reactive private busy: FormName | undefined
  @reactive private confirming: FormName | undefined
  @reactive private problem: CaseForm['problem']
  @reactive private liveText = ''
  @reactive private round = 0
  @reactive private isCodeKept = true
  @reactive private days: CaseForm['days']
  /** A code that may have arrived although no answer came. */
  private ownCode: string | undefined
  /** What would be lost if the case were closed now: entries that were not sent. */
  get unfinished(): '' | 'entries' | 'code' {
    if (this.view && !this.isCodeKept) return 'code'
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
    this.entries = noEntries(this.unit)
    const known = this.known ?? openTabMemory(this.memoryName).recall()
    if (!known) return
    const { number, trackingCode } = known
    this.isCodeKept = this.known?.isKept ?? true
    this.entered = { number, trackingCode, remember: true }
    this.isRecalling = true
    void this.open().then(() => {
      this.isRecalling = false
    })
  }

  protected override render() {
    return html`
      <p class="unseen" role="status">${this.liveText}</p>
      ${this.view ? this.renderCase(this.view) : this.isRecalling ? html`<p>${this.followWording.opening}</p>` : this.renderSignIn()}
      ${renderStatement(this.client)}
    `
  }

  private renderSignIn() {
    return renderSignIn({
      wording: this.followWording,
      entered: this.entered,
      problem: this.signInProblem,
      isBusy: this.isOpening,
      telephone: this.unit.contact.telephone,
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
      <h2 tabindex="-1">${wording.complaint({ number: view.number })}</h2>
      <p class="note" ?hidden=${this.liveText === ''}>${this.liveText}</p>
      ${renderCode(form, { isKept: this.isCodeKept, copy: this.copy, replace: () => void this.replaceCode() })} ${renderStatus(form)} ${renderOthers(form, this.openOther)} ${renderNewMessage(form)} ${renderSpoken(form)} ${renderBreaches(form)} ${renderDelay(form)} ${renderCompletion(form)} ${renderReopening(form)} ${renderAnswer(form)} ${renderDecisions(form)}
      ${renderMessages(form)} ${renderClocks(form)} ${renderEvidence(form)} ${renderHistory(form)}
      ${renderAccess(form)} ${renderIdentity(form)} ${renderRights(form)} ${renderWithdrawal(form)}
      ${renderFold({ id: 'papers', title: wording.papers.title }, renderPapers(form, this.copy))}
      <div class="actions foot">
        <button type="button" @click=${() => void this.refresh()}>${wording.refresh}</button>
        <button type="button" @click=${this.signOut}>${wording.close}</button>
      </div>
    `
  }

  private renderDestroyed(form: CaseForm) {
    const { followWording: wording } = this
    return html`
      <h2 tabindex="-1">${wording.complaint({ number: form.view.number })}</h2>
      ${renderDestroyed(form)}
      <div class="actions foot">
        <button type="button" class="primary" @click=${this.signOut}>${wording.close}</button>
      </div>
    `
  }

  private formOf(view: ComplaintView): CaseForm {
    const { unit, client, wording: formWording, followWording: wording } = this
    const { entries, days, round, busy, confirming, problem } = this
    return {
      ...{ view, unit, client, formWording, wording, entries, days, round, busy, confirming, problem },
      secret: this.credentials.trackingCode,
      today: sayToday(unit),
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
      goTo: (selector) => void this.focusOn(selector),
    }
  }

  private get followWording() {
    return readPartWording(this.unit.language).follow
  }

  private get credentials(): Credentials {
    const { number, trackingCode } = this.entered
    const read = readCredentials({ number, code: trackingCode })
    return { number: read.number, trackingCode: read.code }
  }

  private async open() {
    const { followWording: wording, credentials } = this
    if (this.isOpening) return
    const missing = credentials.number ? (credentials.trackingCode ? undefined : wording.code) : wording.number
    this.signInProblem = missing && wording.missing({ label: missing })
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
      this.isRecalling = false
      await this.focusOn('#sign-in-problem')
    } finally {
      this.isOpening = false
    }
  }

  private openOther = (number: string) => {
    this.entered = { ...this.entered, number }
    this.startAnew()
    void this.open()
  }

  private startAnew() {
    this.entries = noEntries(this.unit)
    this.days = undefined
    this.liveText = ''
    this.problem = undefined
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
      this.entries = { ...noEntries(this.unit), texts: { ...this.entries.texts, [form]: '' } }
      this.confirming = undefined
      this.round += 1
      this.liveText = this.followWording.sent
      await this.focusOn(form === 'message' ? '#messages-title' : 'h2')
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

  /** How dates were counted is long, so it is fetched when somebody opens it. */
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

  private copy = async () => {
    const { receipt } = this.wording
    const { number, trackingCode } = this.credentials
    try {
      await navigator.clipboard.writeText(`${receipt.number}: ${number}\n${receipt.code}: ${trackingCode}`)
      this.isCodeKept = true
      this.liveText = receipt.copied
    } catch {
      this.liveText = `${receipt.number}: ${number}. ${receipt.code}: ${trackingCode}`
    }
  }

  /** The browser makes the code, so that a lost answer locks nobody out: what was sent is tried before it is sent again. */
  private async replaceCode() {
    const { number } = this.credentials
    const trackingCode = this.ownCode ?? makeCode()
    this.ownCode = trackingCode
    await this.perform('ownCode', [{ act: 'code', body: { code: trackingCode } }])
    if (this.problem) this.view = await this.client.follow({ number, trackingCode }).catch(() => this.view)
    if (this.view?.codeKnownToOffice) return
    const { remember } = this.entered
    this.entered = { number, trackingCode, remember }
    this.problem = undefined
    this.ownCode = undefined
    this.isCodeKept = false
    if (remember) openTabMemory(this.memoryName).remember(this.credentials)
  }

  private signOut() {
    openTabMemory(this.memoryName).forget()
    this.entered = nobody
    this.view = undefined
    this.startAnew()
    void this.focusOn('h2')
    this.dispatchEvent(new CustomEvent('follow-closed'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-follow': AduanFollow
  }
}
