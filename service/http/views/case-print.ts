import type { Context as OwnRecordContext } from 'hono'
import type { Complaint } from '../../case/shape/complaint.ts'
import { optionalFields, type Story } from '../../case/shape/story-fields.ts'
import { storyInWords } from '../../case/testimony.ts'
import type { CaseView } from '../../contract/case-view.ts'
import type { OwnDataOfOne } from '../../contract/complaint-view.ts'
import { letterheadOf } from '../../desk/letters/letter-document.ts'
import { missedClocks, type OpenedByCode, refuseUnlessRecordIsOpen } from '../../following/follow-complaint.ts'
import { type OwnData, readOwnData } from '../../following/rights/rights.ts'
import * as paper from '../../offices/office-paper.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { sayDate, sayDay, sayMoment, saySize } from '../../shared/time-in-words.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { viewWordings } from '../view-wording.ts'
import { byPosition, type ViewContext } from './common-views.ts'
import { type Following, followingOf, ownDataView } from './complaint-view.ts'
import { nameField, printTexts, recordTexts } from './view-texts.ts'

/** The optional fields of a story as papers print them; `null`: not given. */
export const listFactRows = (story: Story, language: Language): (readonly [label: string, value: string | null])[] =>
  optionalFields.map(({ name, kind }) => {
    const { onPaper } = nameField(name, language)
    const value = story[name]
    return [onPaper, value && kind === 'day' ? sayDate(value, language) : value]
  })

type Context = Pick<ViewContext, 'tenant' | 'wording'>

/**
 * Prints what this member of staff sees. Each page with no open name bears who printed it and when, so that a leaked
 * copy can be traced.
 */
export function casePrint(
  view: CaseView,
  viewer: StaffMember,
  { tenant, wording, now }: ViewContext,
): paper.OfficePaper {
  const { language } = wording
  const words = printTexts[language]
  const moment = (at: string) => sayMoment(at, tenant.settings.calendar.timeZone, language)
  const printedBy = words.printedBy({ name: paper.printable(viewer.name), at: moment(now) })
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
      paper.facts([
        [words.status, view.statusLabel],
        [words.category, view.category.label],
        [words.class, words.classes[view.class]],
        [words.receivedAt, moment(view.receivedAt)],
        [words.reporter, view.identity.masked?.name ?? words.reporters[view.privacy]],
        [words.handler, view.handler && `${view.handler.name} (${view.handler.position})`],
        [words.subject, view.subject],
        ...listFactRows(view, language),
      ]),
      paper.heading(words.chronology),
      paper.text(storyInWords(view, language)),
      paper.facts(view.answers.map(({ question, answer }) => [question, answer])),
      ...listParts(view, { tenant, wording }).flatMap(([title, blocks]) => paper.part(title, blocks)),
    ],
  }
}

function listParts(
  view: CaseView,
  { tenant, wording: { language } }: Context,
): (readonly [title: string, blocks: readonly paper.PaperBlock[]])[] {
  const words = printTexts[language]
  const { timeZone } = tenant.settings.calendar
  const line = (moment: string, what: string) => `${what}, ${sayMoment(moment, timeZone, language)}`
  const at = (moment: string, what: string, words: string | null) => paper.entry(line(moment, what), words)
  const { answer, declined, objection, proposal } = view
  return [
    [
      words.dates,
      view.clocks.length === 0
        ? []
        : [paper.facts(view.clocks.map(({ label, dueAt }) => [label, sayDay(dueAt, timeZone, language)]))],
    ],
    [
      words.dispositions,
      view.dispositions.flatMap((one) => [
        ...at(one.at, one.by, null),
        ...one.assignments.map(({ name, position, text: asked }) =>
          paper.text([`${name} (${position})`, asked].filter(Boolean).join(': ')),
        ),
      ]),
    ],
    [words.proposal, proposal ? at(proposal.at, proposal.by, `${proposal.outcomeLabel}\n${proposal.text}`) : []],
    [words.answer, answer ? at(answer.at, answer.by, `${answer.outcomeLabel}\n${answer.text}`) : []],
    [words.declined, declined ? [paper.text(`${declined.reasonLabel}\n${declined.text}`)] : []],
    [words.objection, objection ? at(objection.at, words.reporter, objection.text) : []],
    [words.messages, view.messages.flatMap((one) => at(one.at, one.by, one.text))],
    [words.notes, view.notes.flatMap((one) => at(one.at, one.by, one.text))],
    [words.evidence, listEvidence(view, language)],
    [
      words.history,
      view.history.flatMap((one) => {
        const what = `${one.label}: ${one.by}`
        return one.text ? at(one.at, what, one.text) : [paper.text(line(one.at, what))]
      }),
    ],
  ]
}

const listEvidence = ({ evidence }: CaseView, language: Context['wording']['language']): paper.PaperBlock[] =>
  evidence.length === 0
    ? []
    : [
        {
          kind: 'table',
          columns: printTexts[language].evidenceColumns,
          shares: [0.4, 0.14, 0.46],
          rows: evidence.map(({ name, size, sha256 }) => [paper.printable(name), saySize(size, language), sha256]),
        },
      ]

/** What each part of the record is made of. */
interface Parts {
  readonly view: OwnDataOfOne
  readonly context: Following
  readonly words: (typeof recordTexts)['id']
  readonly moment: (at: string) => string
  readonly day: (at: string) => string
}

/**
 * The whole record of a complaint for its reporter, to show to an authority above the office. It contains only what
 * the reporter can read anyway: officers by position, no internal entries.
 */
export function recordPaper(own: OwnData, tenant: Tenant, context: Following): paper.OfficePaper {
  const view = ownDataView(own, tenant, context)
  const { language } = context.wording
  const { timeZone } = tenant.settings.calendar
  const words = recordTexts[language]
  const moment = (at: string) => sayMoment(at, timeZone, language)
  const parts: Parts = { view, context, words, moment, day: (at) => sayDay(at, timeZone, language) }
  const every = [...context.earlier.map(({ complaint }) => complaint), own.complaint]
  return {
    language,
    createdAt: context.now,
    letterhead: letterheadOf(tenant.settings),
    title: words.title,
    number: words.number({ number: view.number }),
    lead: words.lead({ office: view.office, at: moment(view.madeAt) }),
    watermark: null,
    page: words.page,
    blocks: [
      paper.heading(words.ombudsman),
      ...words.advice.map((line) => paper.text(line)),
      paper.heading(words.missed),
      ...writeMissed(parts, every),
      paper.heading(words.complaint),
      paper.facts([...listFacts(parts), [words.receipt, context.links.verify(own.complaint.receiptId)]]),
      paper.heading(words.chronology),
      paper.text(storyInWords(view, language)),
      ...(view.answers.length > 0 ? [paper.facts(view.answers.map(({ question, answer }) => [question, answer]))] : []),
      paper.heading(words.dates),
      writeClocks(parts),
      ...writeDecisions(parts),
      ...writeEvents(parts),
    ],
  }
}

const rows = (all: readonly paper.PaperRow[]): paper.PaperBlock => ({ kind: 'rows', rows: all })

function writeMissed({ view, context, words, moment, day }: Parts, every: readonly Complaint[]): paper.PaperBlock[] {
  const missed = every.flatMap((one) => missedClocks(one, context.now))
  if (missed.length === 0) return [paper.text(words.noneMissed)]
  // Explanations of dates that are met by now are included; the page no longer shows them.
  const delays = every.flatMap((one) => one.dossier.delays)
  return [
    rows(
      missed.map(({ clock, dueAt, stoppedAt }) => {
        const done = stoppedAt ? words.doneOn({ at: moment(stoppedAt) }) : words.notDone({ at: moment(view.madeAt) })
        return {
          label: context.wording.clocks.clocks[clock],
          value: `${words.missedOn({ due: day(dueAt) })}, ${done}.`,
        }
      }),
    ),
    paper.text(words.reasons, 'strong'),
    ...(delays.length === 0 ? [paper.text(words.noReason)] : []),
    ...delays.flatMap(({ at, by, reason, newDate }) => [
      ...paper.entry(`${byPosition(context.wording)(by)}, ${moment(at)}`, reason),
      paper.text(words.newDate({ day: day(newDate) })),
    ]),
  ]
}

const writeClocks = ({ view, words, day }: Parts): paper.PaperBlock =>
  rows(
    view.clocks.map(({ label, dueAt, stoppedAt, pausedAt, explanation, basis }) => {
      const state = stoppedAt ? words.done({ day: day(stoppedAt) }) : pausedAt ? words.paused : words.running
      return { label, value: `${words.due({ day: day(dueAt) })}, ${state}.`, note: `${explanation} ${basis}.` }
    }),
  )

function writeDecisions({ view: { answer, declined, objection }, words, moment }: Parts): paper.PaperBlock[] {
  return [
    ...paper.part(words.answer, answer ? paper.entry(`${answer.outcomeLabel}, ${moment(answer.at)}`, answer.text) : []),
    ...paper.part(
      words.declined,
      declined
        ? [
            ...paper.entry(`${declined.reasonLabel}, ${moment(declined.at)}`, declined.text),
            paper.text(words.elsewhere({ where: declined.elsewhere })),
          ]
        : [],
    ),
    ...paper.part(
      words.objection,
      objection ? paper.entry(`${words.you}, ${moment(objection.at)}`, objection.text) : [],
    ),
  ]
}

function writeEvents({ view, context, words, moment }: Parts): paper.PaperBlock[] {
  const { language } = context.wording
  return [
    paper.heading(words.history),
    ...view.history.flatMap(({ at, label, by, text: written }) =>
      paper.entry(`${label} (${by}), ${moment(at)}`, written),
    ),
    paper.heading(words.messages),
    ...(view.messages.length === 0 ? [paper.text(words.noMessages)] : []),
    ...view.messages.flatMap(({ at, from, by, text: written }) =>
      paper.entry(`${from === 'reporter' ? words.you : by}, ${moment(at)}`, written),
    ),
    paper.heading(words.evidence),
    view.evidence.length === 0
      ? paper.text(words.noEvidence)
      : {
          kind: 'table',
          columns: words.evidenceColumns,
          shares: [0.3, 0.12, 0.22, 0.36],
          rows: view.evidence.map(({ name, size, addedAt, sha256 }) => [
            paper.printable(name),
            saySize(size, language),
            moment(addedAt),
            sha256,
          ]),
        },
    ...paper.part(
      words.opened,
      view.identityAccess.flatMap(({ at, role, groundLabel, reason }) =>
        paper.entry(`${role}, ${moment(at)}`, `${groundLabel}: ${reason}`),
      ),
    ),
  ]
}

function listFacts({ view, context, words, moment }: Parts): paper.Fact[] {
  const { reporter } = view
  return [
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
    ...listFactRows(view, context.wording.language),
  ]
}

/** Returns the record in the language of the case, only for the holder of the code. */
export async function ownRecord(
  c: OwnRecordContext<AppEnv>,
  ports: ApiOffice,
  opened: OpenedByCode,
): Promise<paper.OfficePaper> {
  const own = await readOwnData(ports, opened)
  const following = await followingOf(c, ports, opened, 'whole')
  const earlier = following.earlier.map(({ complaint }) => complaint)
  refuseUnlessRecordIsOpen([...earlier, own.complaint], following.now)
  const tenant = await ports.tenants.get(opened.tenant)
  return recordPaper(own, tenant, { ...following, wording: viewWordings[own.complaint.language] })
}
