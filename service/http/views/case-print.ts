import { storyInWords } from '../../case/testimony.ts'
import type { CaseView } from '../../contract/case-view.ts'
import { letterheadOf } from '../../desk/letters/letter-document.ts'
import {
  entry,
  facts,
  heading,
  type OfficePaper,
  type PaperBlock,
  part,
  printable,
  text,
} from '../../offices/office-paper.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { sayDay, sayMoment, saySize } from '../../shared/time-in-words.ts'
import { listFactRows } from './fact-rows.ts'
import type { ViewContext } from './view-context.ts'
import { printTexts } from './view-texts.ts'

type Context = Pick<ViewContext, 'tenant' | 'wording'>

/**
 * Prints what this member of staff sees. Each page with no open name bears who printed it and when, so that a leaked
 * copy can be traced.
 */
export function casePrint(view: CaseView, viewer: StaffMember, { tenant, wording, now }: ViewContext): OfficePaper {
  const { language } = wording
  const words = printTexts[language]
  const moment = (at: string) => sayMoment(at, tenant.settings.calendar.timeZone, language)
  const printedBy = words.printedBy({ name: printable(viewer.name), at: moment(now) })
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
      facts([
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
      text(storyInWords(view, language)),
      facts(view.answers.map(({ question, answer }) => [question, answer])),
      ...listParts(view, { tenant, wording }).flatMap(([title, blocks]) => part(title, blocks)),
    ],
  }
}

function listParts(
  view: CaseView,
  { tenant, wording: { language } }: Context,
): (readonly [title: string, blocks: readonly PaperBlock[]])[] {
  const words = printTexts[language]
  const { timeZone } = tenant.settings.calendar
  const line = (moment: string, what: string) => `${what}, ${sayMoment(moment, timeZone, language)}`
  const at = (moment: string, what: string, words: string | null) => entry(line(moment, what), words)
  const { answer, declined, objection, proposal } = view
  return [
    [
      words.dates,
      view.clocks.length === 0
        ? []
        : [facts(view.clocks.map(({ label, dueAt }) => [label, sayDay(dueAt, timeZone, language)]))],
    ],
    [
      words.dispositions,
      view.dispositions.flatMap((one) => [
        ...at(one.at, one.by, null),
        ...one.assignments.map(({ name, position, text: asked }) =>
          text([`${name} (${position})`, asked].filter(Boolean).join(': ')),
        ),
      ]),
    ],
    [words.proposal, proposal ? at(proposal.at, proposal.by, `${proposal.outcomeLabel}\n${proposal.text}`) : []],
    [words.answer, answer ? at(answer.at, answer.by, `${answer.outcomeLabel}\n${answer.text}`) : []],
    [words.declined, declined ? [text(`${declined.reasonLabel}\n${declined.text}`)] : []],
    [words.objection, objection ? at(objection.at, words.reporter, objection.text) : []],
    [words.messages, view.messages.flatMap((one) => at(one.at, one.by, one.text))],
    [words.notes, view.notes.flatMap((one) => at(one.at, one.by, one.text))],
    [words.evidence, listEvidence(view, language)],
    [
      words.history,
      view.history.flatMap((one) => {
        const what = `${one.label}: ${one.by}`
        return one.text ? at(one.at, what, one.text) : [text(line(one.at, what))]
      }),
    ],
  ]
}

const listEvidence = ({ evidence }: CaseView, language: Context['wording']['language']): PaperBlock[] =>
  evidence.length === 0
    ? []
    : [
        {
          kind: 'table',
          columns: printTexts[language].evidenceColumns,
          shares: [0.4, 0.14, 0.46],
          rows: evidence.map(({ name, size, sha256 }) => [printable(name), saySize(size, language), sha256]),
        },
      ]
