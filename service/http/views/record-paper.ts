import type { OwnDataView } from '../../contract/complaint-view.ts'
import { letterheadOf } from '../../desk/letters/letter-document.ts'
import { missedClocks } from '../../following/own-record.ts'
import type { OwnData } from '../../following/rights/read-own-data.ts'
import type { OfficePaper, PaperBlock, PaperRow } from '../../offices/paper/office-paper.ts'
import { printable } from '../../offices/paper/printable.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { sayDay, sayMoment, saySize } from '../../shared/time-in-words.ts'
import { recordWordsIn } from '../wording/record-words.ts'
import { byPosition } from './common-views.ts'
import type { Following } from './complaint-view.ts'
import { listFactRows } from './fact-rows.ts'
import { ownDataView } from './own-data-view.ts'

/**
 * The whole record of a complaint for its reporter, to show to an authority above the office. It contains only what
 * the reporter can read anyway: officers by position, no internal entries.
 */
export function recordPaper(own: OwnData, tenant: Tenant, context: Following): OfficePaper {
  const view = ownDataView(own, tenant, context)
  const { language } = context.wording
  const { timeZone } = tenant.settings.calendar
  const words = recordWordsIn[language]
  const moment = (at: string) => sayMoment(at, timeZone, language)
  const day = (at: string) => sayDay(at, timeZone, language)
  const heading = (text: string): PaperBlock => ({ kind: 'heading', text })
  const text = (sentence: string, look?: 'strong' | 'small'): PaperBlock => ({
    ...{ kind: 'text', text: printable(sentence) },
    ...(look && { look }),
  })
  const entry = (at: string, what: string, written?: string | null): PaperBlock[] => [
    text(`${what}, ${moment(at)}`, 'strong'),
    ...(written ? [text(written)] : []),
  ]
  const { answer, declined, objection } = view
  const every = [...context.earlier.map(({ complaint }) => complaint), own.complaint]
  // Explanations of dates that are met by now are included; the page no longer shows them.
  const delays = every.flatMap((one) => one.dossier.delays)
  const missed = every.flatMap((one) => missedClocks(one, context.now))
  return {
    language,
    createdAt: context.now,
    letterhead: letterheadOf(tenant.settings),
    title: words.title,
    number: words.number(view.number),
    lead: words.lead(view.office, moment(view.madeAt)),
    watermark: null,
    page: words.page,
    blocks: [
      heading(words.ombudsman),
      ...words.advice.map((line) => text(line)),
      heading(words.missed),
      ...(missed.length === 0
        ? [text(words.noneMissed)]
        : [
            rows(
              missed.map(({ clock, dueAt, stoppedAt }): PaperRow => {
                const done = stoppedAt ? words.doneOn(moment(stoppedAt)) : words.notDone(moment(view.madeAt))
                return { label: context.wording.clocks.clocks[clock], value: `${words.missedOn(day(dueAt))}, ${done}.` }
              }),
            ),
            text(words.reasons, 'strong'),
            ...(delays.length === 0 ? [text(words.noReason)] : []),
            ...delays.flatMap(({ at, by, reason, newDate }) => [
              ...entry(at, byPosition(context.wording)(by), reason),
              text(words.newDate(day(newDate))),
            ]),
          ]),
      heading(words.complaint),
      rows([
        ...listFacts(view, { language, moment, words }),
        { label: words.receipt, value: context.links.verify(own.complaint.receiptId) },
      ]),
      heading(words.chronology),
      text(view.chronology),
      ...(view.answers.length > 0
        ? [
            rows(
              view.answers.map(({ question, answer: answered }) => ({
                label: printable(question),
                value: printable(answered),
              })),
            ),
          ]
        : []),
      heading(words.dates),
      rows(
        view.clocks.map(({ label, dueAt, stoppedAt, pausedAt, explanation, basis }): PaperRow => {
          const state = stoppedAt ? words.done(day(stoppedAt)) : pausedAt ? words.paused : words.running
          return { label, value: `${words.due(day(dueAt))}, ${state}.`, note: `${explanation} ${basis}.` }
        }),
      ),
      ...(answer ? [heading(words.answer), ...entry(answer.at, answer.outcomeLabel, answer.text)] : []),
      ...(declined
        ? [
            heading(words.declined),
            ...entry(declined.at, declined.reasonLabel, declined.text),
            text(words.elsewhere(declined.elsewhere)),
          ]
        : []),
      ...(objection ? [heading(words.objection), ...entry(objection.at, words.you, objection.text)] : []),
      heading(words.history),
      ...view.history.flatMap(({ at, label, by, text: written }) => entry(at, `${label} (${by})`, written)),
      heading(words.messages),
      ...(view.messages.length === 0
        ? [text(words.noMessages)]
        : view.messages.flatMap(({ at, from, by, text: written }) =>
            entry(at, from === 'reporter' ? words.you : by, written),
          )),
      heading(words.evidence),
      view.evidence.length === 0
        ? text(words.noEvidence)
        : {
            kind: 'table',
            columns: words.evidenceColumns,
            shares: [0.3, 0.12, 0.22, 0.36],
            rows: view.evidence.map(({ name, size, addedAt, sha256 }) => [
              printable(name),
              saySize(size, language),
              moment(addedAt),
              sha256,
            ]),
          },
      ...(view.identityAccess.length > 0
        ? [
            heading(words.opened),
            ...view.identityAccess.flatMap(({ at, role, groundLabel, reason }) =>
              entry(at, role, `${groundLabel}: ${reason}`),
            ),
          ]
        : []),
    ],
  }
}

const rows = (all: readonly PaperRow[]): PaperBlock => ({ kind: 'rows', rows: all })

interface RecordContext {
  readonly language: Language
  readonly moment: (at: string) => string
  readonly words: (typeof recordWordsIn)['id']
}

function listFacts(view: OwnDataView, { language, moment, words }: RecordContext): PaperRow[] {
  const { reporter } = view
  const facts: readonly (readonly [string, string | null])[] = [
    [words.office, view.office],
    [words.earlier, view.earlier.map(({ office, number }) => `${number} (${office})`).join('\n')],
    [words.receivedAt, moment(view.receivedAt)],
    [words.channel, view.channelLabel],
    [words.category, view.category.label],
    [words.status, view.statusLabel],
    [words.privacy, view.privacyLabel],
    [
      words.reporter,
      reporter && [reporter.name, reporter.address, reporter.phone, reporter.email].filter(Boolean).join('\n'),
    ],
    [words.subject, view.subject],
    ...listFactRows(view, language),
  ]
  return facts.flatMap(([label, value]) => (value ? [{ label, value: printable(value) }] : []))
}
