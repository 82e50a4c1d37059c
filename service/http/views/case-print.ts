import type { CaseView } from '../../contract/case-view.ts'
import { letterheadOf } from '../../desk/letters/letter-document.ts'
import type { OfficePaper, PaperBlock, PaperRow } from '../../offices/paper/office-paper.ts'
import { printable } from '../../offices/paper/printable.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { sayDay, sayMoment, saySize } from '../../shared/time-in-words.ts'
import { printWordsIn } from '../wording/print-words.ts'
import { listFactRows } from './fact-rows.ts'
import type { ViewContext } from './view-context.ts'

/**
 * Prints what this member of staff sees. Each page with no open name bears who printed it and when, so that a leaked
 * copy can be traced.
 */
export function casePrint(view: CaseView, viewer: StaffMember, { tenant, wording, now }: ViewContext): OfficePaper {
  const { language } = wording
  const words = printWordsIn[language]
  const { timeZone } = tenant.settings.calendar
  const moment = (at: string) => sayMoment(at, timeZone, language)
  const heading = (text: string): PaperBlock => ({ kind: 'heading', text })
  const text = (sentence: string, look?: 'strong' | 'small'): PaperBlock => ({
    ...{ kind: 'text', text: printable(sentence) },
    ...(look && { look }),
  })
  const rows = (all: readonly (readonly [string, string | null])[]): PaperBlock => ({
    kind: 'rows',
    rows: all.flatMap(([label, value]): PaperRow[] => (value ? [{ label, value: printable(value) }] : [])),
  })
  const entry = (at: string, by: string, words: string | null): PaperBlock[] => [
    text(`${by}, ${moment(at)}`, 'strong'),
    ...(words ? [text(words)] : []),
  ]
  /** Leaves the heading out where there are no blocks. */
  const part = (title: string, blocks: readonly PaperBlock[]): PaperBlock[] =>
    blocks.length === 0 ? [] : [heading(title), ...blocks]
  const { answer, declined, objection, proposal } = view
  const printedBy = words.printedBy(printable(viewer.name), moment(now))
  const isSensitive = view.privacy !== 'named' || view.guard !== null
  return {
    language,
    createdAt: now,
    letterhead: letterheadOf(tenant.settings),
    title: words.title,
    number: view.number,
    lead: printedBy,
    watermark: isSensitive ? printedBy : null,
    page: words.page,
    blocks: [
      rows([
        [words.status, view.statusLabel],
        [words.category, view.category.label],
        [words.class, words.classes[view.class]],
        [words.receivedAt, moment(view.receivedAt)],
        [words.reporter, view.identity.masked?.name ?? words.reporters[view.privacy]],
        [words.handler, view.handler && `${view.handler.name} (${view.handler.position})`],
        [words.subject, view.subject],
        ...listFactRows(view, language),
      ]),
      heading(words.chronology),
      text(view.chronology),
      rows(view.answers.map(({ question, answer: answered }) => [question, answered] as const)),
      ...part(
        words.dates,
        view.clocks.length === 0
          ? []
          : [rows(view.clocks.map(({ label, dueAt }) => [label, sayDay(dueAt, timeZone, language)] as const))],
      ),
      ...part(
        words.dispositions,
        view.dispositions.flatMap(({ at, by, assignments }) => [
          ...entry(at, by, null),
          ...assignments.map(({ name, position, text: asked }) =>
            text([`${name} (${position})`, asked].filter(Boolean).join(': ')),
          ),
        ]),
      ),
      ...part(
        words.proposal,
        proposal ? entry(proposal.at, proposal.by, `${proposal.outcomeLabel}\n${proposal.text}`) : [],
      ),
      ...part(words.answer, answer ? entry(answer.at, answer.by, `${answer.outcomeLabel}\n${answer.text}`) : []),
      ...part(words.declined, declined ? [text(`${declined.reasonLabel}\n${declined.text}`)] : []),
      ...part(words.objection, objection ? entry(objection.at, words.reporter, objection.text) : []),
      ...part(
        words.messages,
        view.messages.flatMap(({ at, by, text: words }) => entry(at, by, words)),
      ),
      ...part(
        words.notes,
        view.notes.flatMap(({ at, by, text: words }) => entry(at, by, words)),
      ),
      ...part(
        words.evidence,
        view.evidence.length === 0
          ? []
          : [
              {
                kind: 'table',
                columns: words.evidenceColumns,
                shares: [0.4, 0.14, 0.46],
                rows: view.evidence.map(({ name, size, sha256 }) => [printable(name), saySize(size, language), sha256]),
              },
            ],
      ),
      ...part(
        words.history,
        view.history.flatMap(({ at, label, by, text: words }) => entry(at, `${label} (${by})`, words)),
      ),
    ],
  }
}
