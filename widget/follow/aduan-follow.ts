import { html, nothing } from 'lit/html.js'
import type { ComplaintView, OlderComplaintView } from '../../service/contract/complaint-view.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { base } from '../element/base-styles.ts'
import { reactive } from '../element/reactive.ts'
import { type Changed, WidgetElement } from '../element/widget-element.ts'
import { draftFor } from '../filing/draft/draft.ts'
import { saveFile } from '../receipt/save-file.ts'
import type { Credentials, ServiceClient } from '../service/client.ts'
import { failureOf, failureSentence } from '../service/failure.ts'
import type { Messages } from '../wording/id.ts'
import { partMessages } from '../wording/languages.ts'
import { answerSection } from './answer-section.ts'
import type { CaseForm, Entries, FormName, OlderList, Request } from './case-form.ts'
import { completionSection } from './completion-section.ts'
import { clocksSection, delaySection } from './dates-sections.ts'
import { evidenceSection } from './evidence-section.ts'
import { followStyles } from './follow-styles.ts'
import { identitySection } from './identity-section.ts'
import { rightsSection } from './rights-section.ts'
import { type SignIn, signInForm } from './sign-in-form.ts'
import { tabMemory } from './tab-memory.ts'
import {
  accessSection,
  breachSections,
  decisionSections,
  destroyedSection,
  historySection,
  statusSection,
} from './told-sections.ts'
import { messagesSection, reopeningSection, withdrawalSection } from './writing-sections.ts'

const nobody: SignIn = { number: '', trackingCode: '', remember: false }

/**
 * A complaint as its reporter follows it with number and code: status, dates, answer, messages, evidence, and all that
 * they can do. The code stays in memory, or in this tab where the person asks for it.
 *
 * @csspart status - Where the complaint stands.
 * @csspart completion - What the office asks to be completed.
 * @csspart answer - The office's answer.
 */
export class AduanFollow extends WidgetElement {
  static override styles = [base, followStyles]

  @reactive unit!: TenantView
  @reactive client!: ServiceClient
  @reactive messages!: Messages

  /** Name under which this tab remembers number and code. */
  @reactive memoryName = ''

  @reactive private entered: SignIn = nobody
  @reactive private view: ComplaintView | undefined
  @reactive private signInProblem: string | undefined
  @reactive private isOpening = false
  @reactive private entries!: Entries
  @reactive private busy: FormName | undefined
  @reactive private confirming: FormName | undefined
  @reactive private problem: CaseForm['problem']
  @reactive private told = ''
  @reactive private round = 0
  @reactive private days: CaseForm['days']

  /** What would be lost if the case were closed now: something that was entered and not sent. */
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
    const known = tabMemory(this.memoryName).recall()
    if (!known) return
    this.entered = { ...known, remember: true }
    void this.open()
  }

  protected override render() {
    return html`
      <p class="unseen" role="status">${this.told}</p>
      ${this.view ? this.renderCase(this.view) : this.renderSignIn()}
    `
  }

  private renderSignIn() {
    return signInForm({
      say: this.say,
      messages: this.messages,
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
    const { say } = this
    const form = this.formOf(view)
    if (view.destroyed) return this.renderDestroyed(form)
    return html`
      <h2 tabindex="-1">${say.complaint(view.number)}</h2>
      <p class="note" ?hidden=${this.told === ''}>${this.told}</p>
      ${statusSection(form)} ${breachSections(form)} ${delaySection(form)} ${completionSection(form)} ${reopeningSection(form)} ${answerSection(form)} ${decisionSections(form)}
      ${clocksSection(form)} ${messagesSection(form)} ${evidenceSection(form)} ${historySection(form)}
      ${accessSection(form)} ${identitySection(form)} ${rightsSection(form)} ${withdrawalSection(form)}
      <div class="actions foot">
        <button type="button" @click=${() => void this.download('receipt.pdf', `${view.number}.pdf`)}>
          ${say.papers.pdf}
        </button>
        ${
          view.record
            ? html`<button type="button" @click=${() => void this.download('record.pdf', `${view.number}-berkas.pdf`)}>
                ${say.papers.record}
              </button>`
            : nothing
        }
        <a class="button" href=${view.verifyUrl} target="_blank" rel="noopener">
          ${say.papers.verify}<span class="unseen">(${this.messages.receipt.newTab})</span>
        </a>
        <button type="button" @click=${() => void this.refresh()}>${say.refresh}</button>
        <button type="button" class="primary" @click=${this.signOut}>${say.close}</button>
      </div>
    `
  }

  private renderDestroyed(form: CaseForm) {
    const { say } = this
    return html`
      <h2 tabindex="-1">${say.complaint(form.view.number)}</h2>
      ${destroyedSection(form)}
      <div class="actions foot">
        <button type="button" class="primary" @click=${this.signOut}>${say.close}</button>
      </div>
    `
  }

  private formOf(view: ComplaintView): CaseForm {
    const { unit, client, messages, say, entries, days, round, busy, confirming, problem } = this
    return {
      ...{ view, unit, client, messages, say, entries, days, round, busy, confirming, problem },
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

  private get say() {
    return partMessages(this.unit.language).follow
  }

  private noEntries(): Entries {
    const identity = { ...draftFor(this.unit), privacy: 'named' } as const
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
    const { say, credentials } = this
    if (this.isOpening) return
    const missing = credentials.number ? (credentials.trackingCode ? undefined : say.code) : say.number
    this.signInProblem = missing && say.missing(missing)
    if (missing) return this.focusOn('#sign-in-problem')
    this.isOpening = true
    try {
      this.view = await this.client.follow(credentials)
      const memory = tabMemory(this.memoryName)
      if (this.entered.remember) memory.remember(credentials)
      else memory.forget()
      await this.focusOn('h2')
    } catch (thrown) {
      const failure = failureOf(thrown)
      this.signInProblem = failure.status === 404 ? say.notFound : failureSentence(failure, this.messages)
      await this.focusOn('#sign-in-problem')
    } finally {
      this.isOpening = false
    }
  }

  private async refresh() {
    try {
      this.view = await this.client.follow(this.credentials)
      this.days = undefined
      this.told = this.say.refreshed
    } catch (thrown) {
      this.told = failureSentence(failureOf(thrown), this.messages)
    }
  }

  private async perform(form: FormName, requests: readonly Request[] | string) {
    if (this.busy) return
    this.told = ''
    if (typeof requests === 'string') return this.refuse(form, requests)
    this.problem = undefined
    this.busy = form
    try {
      for (const { act, body } of requests) {
        this.view = await this.client.act(this.credentials, act, await body)
        this.days = undefined
        // What arrived is not sent again when a later request of the same form fails.
        if (act === 'evidence') this.entries = { ...this.entries, evidence: [] }
      }
      this.entries = { ...this.noEntries(), texts: { ...this.entries.texts, [form]: '' } }
      this.confirming = undefined
      this.round += 1
      this.told = this.say.sent
      await this.focusOn('h2')
    } catch (thrown) {
      await this.refuse(form, `${this.say.notSent} ${failureSentence(failureOf(thrown), this.messages)}`)
    } finally {
      this.busy = undefined
    }
  }

  private refuse(form: FormName, sentence: string) {
    this.problem = { form, sentence }
    return this.focusOn(`#${form}-problem`)
  }

  /** How dates were counted is long, so it comes when somebody opens it. */
  private async askForDays() {
    if (this.days) return
    try {
      this.days = JSON.parse(await (await this.client.download(this.credentials, 'clocks')).text())
    } catch {
      this.days = null
    }
  }

  /** Older pages come when somebody asks for them, until the list that they look at has grown. */
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
      this.told = failureSentence(failureOf(thrown), this.messages)
    }
  }

  private async download(path: string, name: string) {
    try {
      saveFile(await this.client.download(this.credentials, path), name)
    } catch {
      this.told = this.say.papers.failed
    }
  }

  private signOut() {
    tabMemory(this.memoryName).forget()
    this.entered = nobody
    this.entries = this.noEntries()
    this.view = undefined
    this.days = undefined
    this.told = ''
    this.problem = undefined
    void this.focusOn('h2')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-follow': AduanFollow
  }
}
