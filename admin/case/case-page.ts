import './act-bar.ts'
import { Task } from '@lit/task'
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { isOneOf } from '../../service/shared/records.ts'
import { problemCode } from '../api/problems.ts'
import { type PanelAct, panelActs } from '../desk/acts/act-table.ts'
import { panelFor, writeTemplate } from '../desk/acts/template-fields.ts'
import type { TemplateChosen } from '../desk/acts/template-picker.ts'
import { casesAddress, mergeAddress } from '../page/addresses.ts'
import { goTo } from '../page/navigation.ts'
import { PageElement } from '../page/page-element.ts'
import type { WordsPlace } from '../page/unsent-calls.ts'
import { UnsentWords } from '../page/unsent-words.ts'
import { pendingState } from '../ui/controls.ts'
import { MediaMatch } from '../ui/media-match.ts'
import { say } from '../ui/say.ts'
import type { ActBar } from './act-bar.ts'
import type { CaseMessages } from './case-messages.ts'
import { type CaseNotes, mainPanels, sidePanels } from './case-panels.ts'
import {
  caseParts,
  destroyedCase,
  GuardAsking,
  type PartName,
  partTabs,
  ShownCase,
  TemplateAsking,
} from './case-parts.ts'
import { pageLooks } from './page-looks.ts'
import type { PageOfCase } from './page-of-case.ts'
import '../desk/presence/case-presence.ts'
import '../ui/empty-state.ts'
import './case-facts.ts'
import './case-unsent.ts'
import './timed-acts.ts'

const loadPanel = () => import('../desk/acts/act-panel.ts')

@customElement('case-page')
export class CasePage extends PageElement implements PageOfCase {
  static override styles = [PageElement.styles, pageLooks]

  @property() number = ''
  @property() begin = ''
  @state() private chosen: PanelAct | '' = ''
  @state() private openPart: PartName = 'case'
  @state() private unsentTurn = 0
  @query('act-bar') private readonly bar!: ActBar
  @query('act-panel') private readonly panel!: HTMLElement | null
  @query('case-messages') private readonly messages!: CaseMessages | null
  @query('case-notes') private readonly notes!: CaseNotes | null
  private readonly isWide = new MediaMatch(this, '(min-width: 1151px)')
  readonly shown: ShownCase = new ShownCase(this)
  private readonly guarding: GuardAsking = new GuardAsking(this)
  readonly onGuardWanted: GuardAsking['begin'] = this.guarding.begin
  readonly onGuardChanged: GuardAsking['changed'] = this.guarding.changed
  private readonly templates = new TemplateAsking(this, (event) => this.onTemplate(event))
  unsent: UnsentWords | null = null
  private readonly unsentChanged = () => {
    this.unsentTurn += 1
  }

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.number, this.wording.language] as const,
    task: async ([tenant, number], { signal }) => {
      this.openUnsent({ tenant, number })
      await this.shown.open(tenant, number, signal)
      void this.updateComplete.then(this.beginAsked)
      // An act finds its panel there already, also when the line drops meanwhile.
      void loadPanel().catch(() => {})
      await this.readUnsent()
    },
  })

  override render() {
    const { casePage } = this.wording
    if (this.shown.view) return this.renderCase(this.shown.view)
    return this.loading.render({
      pending: () => pendingState(casePage.loading),
      error: (error) =>
        this.renderRefusal[problemCode(error) ?? '']?.(error) ??
        this.renderFailure(error, () => void this.loading.run()),
    })
  }

  private readonly renderRefusal: Readonly<Record<string, ((error: unknown) => TemplateResult) | undefined>> = {
    'complaint/not-found': (error) => {
      const { app, casePage } = this.wording
      return html`<h1 class="unseen">${app.notFound}</h1>
        <ui-empty icon="question" heading=${app.notFound} text=${this.explain(error)}>
          <a href=${casesAddress(this.unit.tenant)}>${casePage.backToRegister}</a>
        </ui-empty>`
    },
    'case/unread': (error) => this.renderOpening(error),
    'case/undeclared': (error) => this.renderOpening(error),
  }

  private renderOpening(error: unknown) {
    void import('./case-opening.ts')
    return html`<case-opening number=${this.number} .refusal=${error} @case-opened=${() => this.loading.run()}></case-opening>`
  }

  private renderCase(current: CaseView) {
    if (current.destroyed) {
      void caseParts.history.load()
      return destroyedCase(current, current.destroyed, this.wording)
    }
    const { take, reload, perform, showOlder } = this.shown
    return html`
      <div class="head">
        <case-header .case=${current}></case-header>
        <act-bar class="screen-only" .case=${current} chosen=${this.chosen} @act-chosen=${this.onActChosen}
          @template-wanted=${this.templates.begin} @case-changed=${take} @case-outdated=${reload}></act-bar>
      </div>
      <case-facts .case=${current}></case-facts>
      <case-labels .case=${current} .perform=${perform}></case-labels>
      ${partTabs(current, this.openPart, { wording: this.wording, show: this.show })}
      ${this.unsent ? html`<case-unsent class="screen-only" .unsent=${this.unsent} shown=${this.chosen} .acts=${current.acts} turn=${this.unsentTurn} @unsent-wanted=${this.onUnsentWanted}></case-unsent>` : nothing}
      <div class="layout ${this.chosen ? 'acting' : ''}" @older-wanted=${showOlder}>
        ${
          this.chosen
            ? html`<act-panel class="panel screen-only" act=${this.chosen} .case=${current} .perform=${perform}
                .unsent=${this.unsent} @act-closed=${this.onActClosed} @act-chosen=${this.onActChosen}></act-panel>`
            : nothing
        }
        ${this.openPart === 'case' ? nothing : html`<div class="main">${caseParts[this.openPart].render(current, () => void reload(), take)}</div>`}
        <div class="main" ?hidden=${this.openPart !== 'case'}>${mainPanels.map((panel) => panel(current, this))}</div>
        <case-notes class="notes" ?hidden=${this.openPart !== 'case'} .case=${current} .perform=${perform} .unsent=${this.unsent}></case-notes>
        <div class="side">${sidePanels.map((panel) => panel(current, this))}</div>
      </div>
      <timed-acts soon class="screen-only" .case=${current} @case-changed=${take} @case-outdated=${reload}
        @words-back=${this.onWordsBack}></timed-acts>
      ${this.templates.render(current)}
      <case-presence class="screen-only" number=${current.number} revision=${current.revision}
        @case-outdated=${reload}></case-presence>
      ${this.guarding.render(current)}
    `
  }

  private readonly show = async (part: PartName) => {
    if (part === 'case' || (await this.isFetched(caseParts[part].load))) this.openPart = part
  }

  /** What cannot be fetched now says so, and what shows stays. */
  async isFetched(load: () => Promise<unknown>): Promise<boolean> {
    try {
      await load()
      return true
    } catch {
      say(this, this.wording.app.chunkFailed)
      return false
    }
  }

  get means() {
    return { client: this.client, unit: this.unit, wording: this.wording }
  }

  private openUnsent(place: WordsPlace) {
    this.unsent?.close(this.unsentChanged)
    this.unsent = UnsentWords.open(this.client, place, this.unsentChanged)
  }

  private async readUnsent() {
    await this.unsent?.load().catch(() => {})
    await this.updateComplete
    this.messages?.showKept()
    this.notes?.showKept()
  }

  readonly onWordsBack = async ({ detail }: CustomEvent<string>) => {
    await this.readUnsent()
    await this.onUnsentWanted(new CustomEvent('unsent-wanted', { detail }))
  }

  private async onUnsentWanted({ detail }: CustomEvent<string>) {
    if (detail === 'merge') {
      return goTo(mergeAddress(this.unit.tenant, this.number, String(this.unsent?.get('merge')?.get('into') ?? '')))
    }
    if (this.openPart !== 'case') await this.show('case')
    const act = panelActs.find((one) => one === detail)
    if (act) {
      this.chosen = ''
      await this.updateComplete
      return this.choose(act)
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
    const { begin } = this
    this.begin = ''
    if (!this.shown.view || !isOneOf(this.shown.view.acts, begin)) return
    const act = panelActs.find((one) => one === begin)
    if (act) return this.choose(act)
    if (begin === 'message') this.messages?.begin('')
  }

  /** An act begins with the template's words; the officer reads them where they write their own, and sends. */
  private async onTemplate({ detail }: TemplateChosen) {
    const act = panelFor(detail, this.shown.view?.acts ?? [])
    await this.updateComplete
    if (!act) return (detail.kind === 'note' ? this.notes : this.messages)?.begin(detail.text)
    this.unsent?.set(act, writeTemplate(detail, this.unsent.get(act)))
    this.chosen = ''
    await this.updateComplete
    await this.choose(act)
  }

  private onActChosen({ detail }: CustomEvent<PanelAct>) {
    return this.choose(detail)
  }

  private async choose(act: PanelAct) {
    if (!(await this.isFetched(loadPanel))) return
    this.chosen = this.chosen === act ? '' : act
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
