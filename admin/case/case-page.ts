import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { isOneOf } from '../../service/shared/records.ts'
import { problemCode } from '../api/problems.ts'
import { goTo } from '../page/navigation.ts'
import { PageElement } from '../page/page-element.ts'
import '../ui/dialog.ts'
import { panelFor, writeTemplate } from '../desk/acts/template-fields.ts'
import type { TemplateChosen } from '../desk/acts/template-picker.ts'
import '../desk/acts/template-picker.ts'
import '../desk/presence/case-presence.ts'
import { casePath } from '../api/paths.ts'
import { casesAddress, mergeAddress } from '../page/addresses.ts'
import { UnsentWords } from '../page/unsent-words.ts'
import '../ui/empty-state.ts'
import { MediaMatch } from '../ui/media-match.ts'
import { say } from '../ui/say.ts'
import { pendingState } from '../ui/states.ts'
import type { ActBar } from './act-bar.ts'
import type { GuardWanted } from './guard/who-is-meant.ts'
import './act-bar.ts'
import { type PanelAct, panelActs } from '../desk/acts/act-table.ts'
import './case-clocks.ts'
import './case-decisions.ts'
import './case-dispositions.ts'
import './case-facts.ts'
import './case-header.ts'
import './case-labels.ts'
import { caseParts, type PartName, partTabs } from './case-parts.ts'
import './identity/case-identity.ts'
import './case-joined.ts'
import type { CaseMessages } from './case-messages.ts'
import './case-messages.ts'
import type { CaseNotes } from './case-notes.ts'
import './case-notes.ts'
import './case-steps.ts'
import './case-story.ts'
import './case-unsent.ts'
import { destroyedCase } from './destroyed-case.ts'
import './case-book.ts'
import '../following/data-requests/case-data-requests.ts'
import './reminders/case-reminders.ts'
import './evidence/case-evidence.ts'
import { changedMeanwhile, isTimed, orderTimed, type Perform } from '../desk/acts/perform.ts'
import { type OlderWanted, withOlderPage } from './older-page.ts'
import { pageLooks } from './page-looks.ts'

const loadPanel = () => import('../desk/acts/act-panel.ts')

/** A case with everything about it on one screen, and the acts that are open to this person. */
@customElement('case-page')
export class CasePage extends PageElement {
  static override styles = [PageElement.styles, pageLooks]

  @property() number = ''
  /** The act that the address begins; empty if none. */
  @property() begin = ''
  @state() private case: CaseView | null = null
  @state() private chosen: PanelAct | '' = ''
  @state() private shown: PartName = 'case'
  @state() private isGuarding = false
  @state() private guardWanted: GuardWanted | null = null
  @state() private isPicking = false
  @query('act-bar') private readonly bar!: ActBar
  @query('act-panel') private readonly panel!: HTMLElement | null
  private readonly isWide = new MediaMatch(this, '(min-width: 1151px)')
  @query('case-messages') private readonly messages!: CaseMessages | null
  @query('case-notes') private readonly notes!: CaseNotes | null
  @state() private unsentTurn = 0
  private unsent: UnsentWords | null = null
  private readonly unsentChanged = () => {
    this.unsentTurn += 1
  }

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.number, this.wording.language] as const,
    task: async ([tenant, number], { signal }) => {
      this.openUnsent(`${casePath(tenant, number)}/unsent`)
      this.case = await this.client.readCase(tenant, number, signal)
      void this.updateComplete.then(this.beginAsked)
      // An act finds its panel there already, also when the line drops meanwhile.
      void loadPanel().catch(() => {})
      await this.readUnsent()
    },
  })

  override render() {
    const { casePage } = this.wording
    if (this.case) return this.renderCase(this.case)
    return this.loading.render({
      pending: () => pendingState(casePage.loading),
      error: (error) =>
        problemCode(error) === 'complaint/not-found'
          ? this.renderNotFound(this.explain(error))
          : this.renderFailure(error, () => void this.loading.run()),
    })
  }

  private renderNotFound(sentence: string) {
    const { app, casePage } = this.wording
    return html`<h1 class="unseen">${app.notFound}</h1>
      <ui-empty icon="question" heading=${app.notFound} text=${sentence}>
        <a href=${casesAddress(this.unit.tenant)}>${casePage.backToRegister}</a>
      </ui-empty>`
  }

  private renderCase(current: CaseView) {
    if (current.destroyed) {
      void caseParts.history.load()
      return destroyedCase(current, current.destroyed, this.wording)
    }
    return html`
      <div class="head">
        <case-header .case=${current}></case-header>
        <act-bar class="screen-only" .case=${current} chosen=${this.chosen} @act-chosen=${this.onActChosen}
          @template-wanted=${() => (this.isPicking = true)} @case-changed=${this.onCaseChanged} @case-outdated=${this.reload}></act-bar>
      </div>
      <case-facts .case=${current}></case-facts>
      <case-labels .case=${current} .perform=${this.perform}></case-labels>
      ${partTabs(current, this.shown, { wording: this.wording, show: this.show })}
      ${this.unsent ? html`<case-unsent class="screen-only" .unsent=${this.unsent} shown=${this.chosen} .acts=${current.acts} turn=${this.unsentTurn} @unsent-wanted=${this.onUnsentWanted}></case-unsent>` : nothing}
      <div class="layout ${this.chosen ? 'acting' : ''}" @older-wanted=${this.onOlderWanted}>
        ${
          this.chosen
            ? html`<act-panel class="panel screen-only" act=${this.chosen} .case=${current} .perform=${this.perform}
                .unsent=${this.unsent} @act-closed=${this.onActClosed} @act-chosen=${this.onActChosen}></act-panel>`
            : nothing
        }
        ${this.shown === 'case' ? nothing : html`<div class="main">${caseParts[this.shown].render(current, this.outdated, this.onCaseChanged)}</div>`}
        <div class="main" ?hidden=${this.shown !== 'case'}>
          ${current.mayGuard && current.guard?.candidates.length ? this.renderWhoIsMeant(current) : nothing}
          <case-joined .case=${current}></case-joined>
          <case-decisions .case=${current}></case-decisions>
          <case-dispositions .case=${current} @case-changed=${this.onCaseChanged}></case-dispositions>
          <case-data-requests .case=${current} @case-changed=${this.onCaseChanged}></case-data-requests>
          <case-story .case=${current} @guard-wanted=${this.onGuardWanted}></case-story>
          ${current.fromBook ? html`<case-book .fromBook=${current.fromBook}></case-book>` : nothing}
          <case-evidence .case=${current} @case-outdated=${this.reload}></case-evidence>
          <case-messages .case=${current} .perform=${this.perform} .unsent=${this.unsent} @case-changed=${this.onCaseChanged}
            @case-outdated=${this.reload} @words-back=${this.onWordsBack}></case-messages>
        </div>
        <case-notes class="notes" ?hidden=${this.shown !== 'case'} .case=${current} .perform=${this.perform} .unsent=${this.unsent}></case-notes>
        <div class="side">
          <case-identity .case=${current} @case-changed=${this.onCaseChanged}
            @case-outdated=${this.reload}></case-identity>
          <case-clocks number=${current.number} .delay=${current.delay} .clocks=${current.clocks}></case-clocks>
          <case-steps .case=${current} @case-changed=${this.onCaseChanged}></case-steps>
          <case-reminders number=${current.number}></case-reminders>
        </div>
      </div>
      <timed-acts soon class="screen-only" .case=${current} @case-changed=${this.onCaseChanged} @case-outdated=${this.reload}
        @words-back=${this.onWordsBack}></timed-acts>
      <ui-dialog ?open=${this.isPicking} heading=${this.wording.templates.use} close-label=${this.wording.common.close}
        @ui-close=${this.onPicked}>
        ${
          this.isPicking
            ? html`<template-picker opened ?autofocus=${true} number=${current.number} @template-chosen=${this.onTemplate}></template-picker>`
            : nothing
        }
      </ui-dialog>
      <case-presence class="screen-only" number=${current.number} revision=${current.revision}
        @case-outdated=${this.reload}></case-presence>
      <guard-dialog ?open=${this.isGuarding} .case=${current} .wanted=${this.guardWanted} @guard-closed=${this.onGuardClosed}
        @guard-changed=${this.onGuardChanged} @case-outdated=${this.reload}></guard-dialog>
    `
  }

  private renderWhoIsMeant(current: CaseView) {
    void import('./guard/who-is-meant.ts')
    return html`<who-is-meant .case=${current} @guard-wanted=${this.onGuardWanted}></who-is-meant>`
  }

  private readonly show = async (part: PartName) => {
    if (part === 'case' || (await this.isFetched(caseParts[part].load))) this.shown = part
  }

  /** What cannot be fetched now says so, and what shows stays. */
  private async isFetched(load: () => Promise<unknown>): Promise<boolean> {
    try {
      await load()
      return true
    } catch {
      say(this, this.wording.app.chunkFailed)
      return false
    }
  }

  /** Does an act; if somebody was faster, shows the case as it is now and tells what changed. */
  private readonly perform: Perform = async (act, body, on) => {
    const before = this.case
    if (!before) return null
    const keepAgain = await this.unsent?.pause(act)
    try {
      this.case = isTimed(act)
        ? await orderTimed(this, { act, body: { revision: before.revision, ...body, on }, before })
        : await this.client.act(this.unit.tenant, this.number, { act, revision: before.revision, body })
      return null
    } catch (error) {
      keepAgain?.()
      const code = problemCode(error)
      if (code !== 'case/changed-meanwhile' && code !== 'case/wrong-status') throw error
      this.case = await this.client.readCase(this.unit.tenant, this.number)
      return changedMeanwhile(before, this.case, act)
    }
  }

  get means() {
    return { client: this.client, unit: this.unit, wording: this.wording }
  }

  private openUnsent(path: string) {
    this.unsent?.close(this.unsentChanged)
    this.unsent = UnsentWords.open(this.client, path, this.unsentChanged)
  }

  private async readUnsent() {
    await this.unsent?.load().catch(() => {})
    await this.updateComplete
    this.messages?.showKept()
    this.notes?.showKept()
  }

  private async onWordsBack({ detail }: CustomEvent<string>) {
    await this.readUnsent()
    await this.onUnsentWanted(new CustomEvent('unsent-wanted', { detail }))
  }

  private async onUnsentWanted({ detail }: CustomEvent<string>) {
    if (detail === 'merge') {
      return goTo(mergeAddress(this.unit.tenant, this.number, String(this.unsent?.get('merge')?.get('into') ?? '')))
    }
    if (this.shown !== 'case') await this.show('case')
    const act = panelActs.find((one) => one === detail)
    if (act) {
      this.chosen = ''
      await this.updateComplete
      return this.onActChosen(new CustomEvent('act-chosen', { detail: act }))
    }
    const part = detail === 'note' ? this.notes : this.messages
    part?.showKept()
    part?.begin('')
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.unsent?.close(this.unsentChanged)
  }

  private readonly beginAsked = async () => {
    const { begin, case: current } = this
    this.begin = ''
    if (!current || !isOneOf(current.acts, begin)) return
    const act = panelActs.find((one) => one === begin)
    if (act) return this.onActChosen(new CustomEvent('act-chosen', { detail: act }))
    if (begin === 'message') this.renderRoot.querySelector<CaseMessages>('case-messages')?.begin('')
  }

  private readonly onCaseChanged = ({ detail }: CustomEvent<CaseView>) => {
    this.case = detail
  }

  private readonly reload = async () => {
    try {
      const read = await this.client.readCase(this.unit.tenant, this.number)
      // An act may have answered meanwhile, and stays.
      if (read.revision >= (this.case?.revision ?? 0)) this.case = read
    } catch (error) {
      say(this, this.explain(error))
    }
  }

  private readonly outdated = () => void this.reload()
  /** Shows what came before, page by page, until the list for which it was asked has grown. */
  private async onOlderWanted({ detail: list }: OlderWanted) {
    const before = this.case?.[list].length
    try {
      while (this.case?.older && this.case[list].length === before) {
        const shown: CaseView = this.case
        const page = await this.client.readOlder(this.unit.tenant, this.number, this.case.older)
        // An act or a reload meanwhile shows the newest again.
        if (this.case !== shown) return
        this.case = withOlderPage(shown, page)
      }
      say(this, this.wording.casePage.olderShown)
    } catch (error) {
      say(this, this.explain(error))
    }
  }

  private onPicked() {
    this.isPicking = false
  }

  /** An act begins with the template's words; the officer reads them where they write their own, and sends. */
  private async onTemplate({ detail }: TemplateChosen) {
    this.isPicking = false
    const act = panelFor(detail, this.case?.acts ?? [])
    await this.updateComplete
    if (!act) {
      const part = this.renderRoot.querySelector<CaseNotes | CaseMessages>(
        detail.kind === 'note' ? 'case-notes' : 'case-messages',
      )
      return part?.begin(detail.text)
    }
    this.unsent?.set(act, writeTemplate(detail, this.unsent.get(act)))
    this.chosen = ''
    await this.updateComplete
    await this.onActChosen(new CustomEvent('act-chosen', { detail: act }))
  }

  private async onGuardWanted({ detail }: CustomEvent<GuardWanted | null>) {
    this.guardWanted = detail
    this.isGuarding = await this.isFetched(() => import('./guard/guard-dialog.ts'))
  }

  private onGuardClosed() {
    this.isGuarding = false
  }

  private async onGuardChanged({ detail: isVisible }: CustomEvent<boolean>) {
    const { guard } = this.wording
    this.isGuarding = false
    if (!isVisible) {
      say(this, guard.gone)
      return goTo(casesAddress(this.unit.tenant), { replace: true })
    }
    await this.reload()
    say(this, this.case?.guard ? guard.done : guard.lifted)
  }

  private async onActChosen({ detail }: CustomEvent<PanelAct>) {
    if (!(await this.isFetched(loadPanel))) return
    this.chosen = this.chosen === detail ? '' : detail
    if (this.chosen === '') return
    await this.updateComplete
    if (!this.isWide.holds) this.panel?.scrollIntoView({ block: 'start' })
  }

  private async onActClosed() {
    this.chosen = ''
    await this.updateComplete
    this.bar.focus()
  }
}
