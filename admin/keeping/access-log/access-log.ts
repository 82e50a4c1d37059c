import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { ChainView, LogView } from '../../../service/contract/keeping.ts'
import type { LoggedAct, LogLine } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import accessLogWording from '../../texts/access-log.json'
import actWords from '../../texts/act-words.json'
import approvalsWording from '../../texts/approvals.json'
import findingWording from '../../texts/finding.json'
import noticeTexts from '../../texts/notice-texts.json'
import { Attempt } from '../../ui/attempt.ts'
import { selectField, textField } from '../../ui/field.ts'
import { formIn, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { type Wording, wordFor } from '../../wording/wording.ts'

/** Verifies the chain of the log on the page: the service follows it for a moment at a time, so a long one shows how far. */
@customElement('chain-check')
export class ChainCheck extends PageElement {
  @state() private step: ChainView | null = null
  private readonly attempt = new Attempt(this)

  override render() {
    const { chain } = accessLogWording(this.wording)
    return html`
      ${this.attempt.render()}
      <div role="status">${this.step ? this.renderStep(this.step) : nothing}</div>
      <button class="quiet screen-only" ?disabled=${this.attempt.isBusy} @click=${this.verify}>${icons.check}${chain.verify}</button>
    `
  }

  private renderStep({ cursor, from, until, fault }: ChainView) {
    const { chain } = accessLogWording(this.wording)
    const named = (day: string | null) => (day === null ? '–' : this.wording.formats.day(day))
    if (fault) {
      const sentence = chain.broken({ fault: chain.faults[fault.fault], day: named(fault.day) })
      return html`<div class="banner danger">${icons.alert}<p>${sentence}</p></div>`
    }
    if (cursor) return html`<p class="soft">${chain.reached({ day: named(until) })}</p>`
    return html`<div class="banner ok">${icons.check}<p>${chain.whole({ from: named(from), to: named(until) })}</p></div>`
  }

  private verify() {
    return this.attempt.run(async () => {
      let cursor: string | null = null
      do {
        this.step = await this.client.call('POST /log/verification', { params: this.inUnit, body: { cursor } })
        cursor = this.step.cursor
      } while (cursor && this.isConnected)
    })
  }
}

/** What the access log is narrowed to; an empty text leaves it wide. */
export interface LogFilter extends Readonly<Record<string, string>> {
  readonly by: string
  readonly act: string
  readonly number: string
  readonly from: string
  readonly to: string
}

export const everything: LogFilter = { by: '', act: '', number: '', from: '', to: '' }

export function filterForm({
  wording,
  filter,
  people,
  chosen,
}: {
  readonly wording: Wording
  readonly filter: LogFilter
  readonly people: LogView['people']
  readonly chosen: (filter: LogFilter) => void
}) {
  const accessLog = accessLogWording(wording)
  const { filters, acts } = accessLog
  const search = (event: SubmitEvent) => {
    event.preventDefault()
    const written = new FormData(formIn(event))
    const [text, from, to] = [textIn(written, 'search'), textIn(written, 'from'), textIn(written, 'to')]
    const act = /\d/.test(text) ? '' : actsNamed(text, acts)
    chosen({ ...filter, from, to, ...(text && act ? { number: '', act } : { number: text }) })
  }
  return html`<form role="search" class="filter screen-only" @submit=${search}>
    ${selectField({
      ...{ name: 'by', label: filters.by, value: filter.by },
      options: [
        { value: '', label: filters.everybody },
        ...people.map(({ id, name }) => ({ value: id, label: name })),
        { value: 'system', label: accessLog.system },
      ],
      chosen: (by) => chosen({ ...filter, by }),
    })}
    ${selectField({
      ...{ name: 'act', label: filters.act, value: filter.act },
      options: [
        { value: '', label: filters.everything },
        ...(filter.act.includes(',') ? [{ value: filter.act, label: filters.found }] : []),
        ...Object.entries(acts).map(([value, label]) => ({ value, label })),
      ],
      chosen: (act) => chosen({ ...filter, act }),
    })}
    ${textField({ name: 'from', label: filters.from, type: 'date', value: filter.from, optional: '' })}
    ${textField({ name: 'to', label: filters.to, type: 'date', value: filter.to, optional: '' })}
    ${textField({ name: 'search', label: filters.search, hint: filters.searchHint, value: filter.number, optional: '' })}
    <div class="press">
      <button>${filters.show}</button>
      <button type="reset" class="quiet" @click=${() => chosen(everything)}>${filters.clear}</button>
    </div>
  </form>`
}

/** The acts whose name has the text; a text that names none is looked for as a number, and finds nothing. */
function actsNamed(text: string, acts: Readonly<Record<string, string>>): string {
  const wanted = text.toLowerCase()
  const named = Object.entries(acts).filter(([, name]) => name.toLowerCase().includes(wanted))
  return named.map(([act]) => act).join(',')
}

/** A code that this screen does not know yet has no words. */
const lookUp = <Words>(table: Readonly<Partial<Record<string, Words>>>, code: string): Words | undefined => table[code]

const detailOf: Readonly<Partial<Record<LoggedAct, (detail: string, wording: Wording) => string | undefined>>> = {
  'case.acted': (act, wording) => wordFor(actWords(wording), act)?.name ?? onLetter(act, wording.letters),
  'case.read': (_, { letters }) => letters.heading,
  'identity.asked': (ground, { vocabulary }) => lookUp(vocabulary.openingGrounds, ground),
  'identity.opened': (ground, { vocabulary }) => lookUp(vocabulary.openingGrounds, ground),
  'reporter.looked_up': (detail, wording) => {
    const [by = '', reason = ''] = detail.split(' ')
    const { keys, reasons } = findingWording(wording).lookUp
    return `${lookUp(keys, by) ?? by} · ${lookUp(reasons, reason) ?? reason}`
  },
  'identity.decided': (decision, wording) => lookUp(accessLogWording(wording).decisions, decision),
  'leak.warned': (kinds, wording) =>
    wording.formats.list(
      kinds
        .split(' ')
        .map(
          (kind) =>
            lookUp(wording.vocabulary.leakKinds, kind) ?? lookUp(noticeTexts(wording).tellingKinds, kind) ?? kind,
        ),
    ),
  'register.read': (list, wording) =>
    ({ letters: wording.letters.heading, undelivered: wording.notices.heading })[list] ??
    accessLogWording(wording).search,
  'old_book.taken_in': (rows) => rows,
  'old_book.started': (rows) => rows,
  'old_book.done': (rows) => rows,
  'old_book.undone': (reason) => reason,
  'evaluation.read': (id) => id,
  'evaluation.changed': (id) => id,
  'evaluation.finished': (id) => id,
  'register.exported': (what, wording) => {
    const [format = '', profile] = what.split(' ')
    return profile ? `${format.toUpperCase()} · ${lookUp(approvalsWording(wording).profiles, profile)}` : undefined
  },
  'register.rows_exported': (rows, wording) => accessLogWording(wording).rows({ rows }),
  'wording.changed': (choice, wording) =>
    choice.startsWith('ours')
      ? noticeTexts(wording).versionOurs
      : noticeTexts(wording).version({ number: Number(choice.split(' ')[1]) }),
  'wording.level_changed': (level, wording) => lookUp(noticeTexts(wording).levels, level),
  'settings.changed': (revision, wording) => accessLogWording(wording).revision({ revision }),
  'sign-in.failed': (times, wording) => accessLogWording(wording).times({ times }),
  'staff.invited': rolesRead,
  'staff.changed': rolesRead,
}

/** `letter-approve`, and `letter-draft` where an undelivered notice became one. */
function onLetter(act: string, { heading, verbs, sendInstead }: Wording['letters']): string | undefined {
  const [, verb] = /^letter-([a-z-]+)$/.exec(act) ?? []
  if (!verb) return undefined
  return verb === 'draft' ? sendInstead : `${heading}: ${lookUp(verbs, verb) ?? verb}`
}

function rolesRead(roles: string, { vocabulary, formats }: Wording): string {
  const own = [...roles.matchAll(/"[^"]+"/g)].map(([name]) => name.slice(1, -1))
  const codes = roles
    .replaceAll(/"[^"]+"/g, '')
    .split(' ')
    .filter(Boolean)
  return formats.list([...codes.map((role) => lookUp(vocabulary.roles, role) ?? role), ...own])
}

/** Says what somebody did. An act that this screen does not know yet shows its code. */
export function describeDeed(
  { act, detail }: LogLine,
  wording: Wording,
): { readonly deed: string; readonly detail: string } {
  const described = detail === null ? undefined : detailOf[act]?.(detail, wording)
  return { deed: lookUp(accessLogWording(wording).acts, act) ?? act, detail: described ?? '' }
}

/** A complaint's number, as far from ids of accounts as a shape can tell. */
export const isCaseNumber = (subject: string): boolean => /^[A-Z]+-\d{4}-\d+$/.test(subject)

export function noticeSubject(subject: string, { notices, vocabulary }: Wording): string | null {
  const [, event, channel] = /^(?:(\w+)\.)?(email|whatsapp|sms|letter)(?:\.\w+)?$/.exec(subject) ?? []
  if (!channel) return null
  const name = lookUp(vocabulary.noticeChannels, channel) ?? channel
  return event ? `${lookUp(notices.settings.events, event) ?? event} · ${name}` : name
}
