import '../desk/acts/template-picker.ts'
import { html, nothing, type TemplateResult } from 'lit'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { TemplateChosen } from '../desk/acts/template-picker.ts'
import { casesAddress } from '../page/addresses.ts'
import { goTo } from '../page/navigation.ts'
import { say } from '../ui/say.ts'
import type { Wording } from '../wording/wording.ts'
import type { GuardWanted } from './guard/who-is-meant.ts'
import type { CaseOnPage, PageOfCase } from './page-of-case.ts'
import '../ui/dialog.ts'
import type { BodyOf } from '../api/operations.ts'
import { problemCode } from '../api/problems.ts'
import { type ActKey, changedMeanwhile, isOwnDoing, isTimed, orderTimed, type Perform } from '../desk/acts/perform.ts'
import guardWording from '../texts/guard.json'
import { type OlderWanted, withOlderPage } from './older-page.ts'

/** The conversation and the work on a case stand first; each other matter has a tab, fetched when somebody opens it. */
const partNames = ['case', 'history', 'letters', 'papers', 'lapor', 'retention'] as const
export type PartName = (typeof partNames)[number]

interface CasePart {
  readonly load: () => Promise<unknown>
  readonly render: (
    current: CaseView,
    outdated: () => void,
    changed: (event: CustomEvent<CaseView>) => void,
  ) => TemplateResult
}

export const caseParts: Readonly<Record<Exclude<PartName, 'case'>, CasePart>> = {
  history: {
    load: () => import('./case-history.ts'),
    render: ({ number, history, readers, older }) =>
      html`<case-history number=${number} .history=${history} .readers=${readers} .older=${older}></case-history>`,
  },
  letters: {
    load: () => Promise.all([import('./case-notices.ts'), import('../desk/letters/case-letters.ts')]),
    render: (current, outdated, changed) => html`
      <case-letters .case=${current} @case-outdated=${outdated}></case-letters>
      <case-notices .notices=${current.notices} .older=${current.older} number=${current.number}
        settles=${current.maySettleNotices ? current.number : ''} @notices-settled=${changed}></case-notices>
    `,
  },
  papers: {
    load: () => import('../desk/papers/case-papers.ts'),
    render: (current) => html`<case-papers .case=${current}></case-papers>`,
  },
  lapor: {
    load: () => import('./case-lapor.ts'),
    render: (current, outdated, changed) =>
      html`<case-lapor .case=${current} @case-changed=${changed} @case-outdated=${outdated}></case-lapor>`,
  },
  retention: {
    load: () => import('./case-retention.ts'),
    render: (current, outdated, changed) =>
      html`<case-retention .case=${current} @case-changed=${changed} @case-outdated=${outdated}></case-retention>`,
  },
}

interface Tabs {
  readonly wording: Wording
  readonly show: (part: PartName) => Promise<void>
}

export function partTabs({ lapor, mayNoteLapor }: CaseView, shown: PartName, { wording, show }: Tabs): TemplateResult {
  const { casePage } = wording
  // Practice goes to no other channel, and who may not note a number there reads the one that there is.
  const parts = partNames.filter((part) => part !== 'lapor' || lapor || mayNoteLapor)
  return html`<nav class="screen-only" aria-label=${casePage.partsLabel}>
    ${parts.map(
      (part) =>
        html`<button class="tab" aria-pressed=${part === shown} @click=${() => void show(part)}>${casePage.parts[part]}</button>`,
    )}
  </nav>`
}

const nobody = () => {}

export function destroyedCase(
  current: CaseView,
  { at, record, endingLabel, endedAt, files }: NonNullable<CaseView['destroyed']>,
  { formats, retention }: Wording,
) {
  const { text, ending, ended, files: gone } = retention.destroyed
  return html`
    <case-header .case=${current}></case-header>
    <case-facts .case=${current}></case-facts>
    <section class="card stack">
      <p>${text({ day: formats.longDay(at), record })}</p>
      <dl class="left">
        ${endingLabel ? html`<div><dt class="soft small">${ending}</dt><dd>${endingLabel}</dd></div>` : nothing}
        <div><dt class="soft small">${ended}</dt><dd>${formats.day(endedAt)}</dd></div>
        <div><dt class="soft small">${gone}</dt><dd>${files}</dd></div>
      </dl>
    </section>
    ${caseParts.history.render(current, nobody, nobody)}
  `
}

export class GuardAsking {
  private isOpen = false
  private wanted: GuardWanted | null = null

  constructor(private readonly page: PageOfCase) {}

  readonly begin = async ({ detail }: CustomEvent<GuardWanted | null>) => {
    this.wanted = detail
    this.open(await this.page.isFetched(() => import('./guard/guard-dialog.ts')))
  }

  private open(isOpen: boolean) {
    this.isOpen = isOpen
    this.page.requestUpdate()
  }

  render(current: CaseView) {
    return html`<guard-dialog ?open=${this.isOpen} .case=${current} .wanted=${this.wanted}
      @guard-closed=${this.onClosed} @guard-changed=${this.changed} @case-outdated=${this.page.shown.reload}></guard-dialog>`
  }

  private readonly onClosed = () => this.open(false)

  readonly changed = async ({ detail: isVisible }: CustomEvent<boolean>) => {
    const { unit, wording } = this.page.means
    this.open(false)
    if (!isVisible) {
      say(this.page, guardWording(wording).gone)
      return goTo(casesAddress(unit.tenant), { replace: true })
    }
    await this.page.shown.reload()
    say(this.page, this.page.shown.view?.guard ? guardWording(wording).done : guardWording(wording).lifted)
  }
}

export class TemplateAsking {
  private isOpen = false

  constructor(
    private readonly page: PageOfCase,
    private readonly chosen: (event: TemplateChosen) => unknown,
  ) {}

  readonly begin = () => this.open(true)

  private open(isOpen: boolean) {
    this.isOpen = isOpen
    this.page.requestUpdate()
  }

  render({ number }: CaseView) {
    const { templates, common } = this.page.means.wording
    return html`<ui-dialog ?open=${this.isOpen} heading=${templates.use} close-label=${common.close} @ui-close=${this.onClosed}>
      ${
        this.isOpen
          ? html`<template-picker opened ?autofocus=${true} number=${number} @template-chosen=${this.onChosen}></template-picker>`
          : nothing
      }
    </ui-dialog>`
  }

  private readonly onClosed = () => this.open(false)

  private readonly onChosen = (event: TemplateChosen) => {
    this.open(false)
    return this.chosen(event)
  }
}

export class ShownCase implements CaseOnPage {
  private current: CaseView | null = null

  constructor(private readonly page: PageOfCase) {}

  get view(): CaseView | null {
    return this.current
  }

  async open(tenant: string, number: string, signal: AbortSignal): Promise<void> {
    this.show(await this.page.means.client.call('GET /cases/{number}', { params: { tenant, number }, signal }))
  }

  private show(view: CaseView) {
    this.current = view
    this.page.requestUpdate()
  }

  private read(): Promise<CaseView> {
    const { client, unit } = this.page.means
    return client.call('GET /cases/{number}', { params: { tenant: unit.tenant, number: this.page.number } })
  }

  readonly take = ({ detail }: CustomEvent<CaseView>) => this.show(detail)

  /** Reads the case anew. An act may have answered meanwhile, and stays. */
  readonly reload = async () => {
    try {
      const read = await this.read()
      if (read.revision >= (this.current?.revision ?? 0)) this.show(read)
    } catch (error) {
      say(this.page, this.page.explain(error))
    }
  }

  /** Does an act; if somebody was faster, shows the case as it is now and tells what changed. */
  readonly perform: Perform = async (act, body, on) => {
    const before = this.current
    if (!before) return null
    const { client, unit } = this.page.means
    const keepAgain = await this.page.unsent?.pause(act)
    try {
      this.show(
        isTimed(act)
          ? await orderTimed(this.page, { act, body: { revision: before.revision, ...body, on }, before })
          : await client.call<ActKey>(`POST /cases/{number}/${act}`, {
              params: { tenant: unit.tenant, number: this.page.number },
              // It is the body of just this act.
              body: { revision: before.revision, ...body } as BodyOf<ActKey>,
            }),
      )
      return null
    } catch (error) {
      keepAgain?.()
      const code = problemCode(error)
      if (code !== 'case/changed-meanwhile' && code !== 'case/wrong-status') throw error
      const now = await this.read()
      this.show(now)
      const changed = changedMeanwhile(before, now, act)
      return changed.stillOpen && isOwnDoing(before, changed) ? this.perform(act, body, on) : changed
    }
  }

  readonly showOlder = async ({ detail: list }: OlderWanted) => {
    const { client, unit, wording } = this.page.means
    const before = this.current?.[list].length
    try {
      while (this.current?.older && this.current[list].length === before) {
        const shown: CaseView = this.current
        const page = await client.call('GET /cases/{number}/older/{page}', {
          params: { tenant: unit.tenant, number: this.page.number, page: shown.older ?? '' },
        })
        // An act or a reload meanwhile shows the newest again.
        if (this.current !== shown) return
        this.show(withOlderPage(shown, page))
      }
      say(this.page, wording.casePage.olderShown)
    } catch (error) {
      say(this.page, this.page.explain(error))
    }
  }
}
