import type { Complaint } from '../../case/shape/complaint.ts'
import { storyInWords } from '../../case/testimony.ts'
import type { OwnDataOfOne } from '../../contract/complaint-view.ts'
import { letterheadOf } from '../../desk/letters/letter-document.ts'
import { missedClocks } from '../../following/follow-complaint.ts'
import type { OwnData } from '../../following/rights/rights.ts'
import {
  entry,
  type Fact,
  facts,
  heading,
  type OfficePaper,
  type PaperBlock,
  type PaperRow,
  part,
  printable,
  text,
} from '../../offices/office-paper.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { sayDay, sayMoment, saySize } from '../../shared/time-in-words.ts'
import { byPosition } from './common-views.ts'
import type { Following } from './complaint-view.ts'
import { listFactRows } from './fact-rows.ts'
import { ownDataView } from './own-data-view.ts'
import { recordTexts } from './view-texts.ts'

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
export function recordPaper(own: OwnData, tenant: Tenant, context: Following): OfficePaper {
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
      heading(words.ombudsman),
      ...words.advice.map((line) => text(line)),
      heading(words.missed),
      ...writeMissed(parts, every),
      heading(words.complaint),
      facts([...listFacts(parts), [words.receipt, context.links.verify(own.complaint.receiptId)]]),
      heading(words.chronology),
      text(storyInWords(view, language)),
      ...(view.answers.length > 0 ? [facts(view.answers.map(({ question, answer }) => [question, answer]))] : []),
      heading(words.dates),
      writeClocks(parts),
      ...writeDecisions(parts),
      ...writeEvents(parts),
    ],
  }
}

const rows = (all: readonly PaperRow[]): PaperBlock => ({ kind: 'rows', rows: all })

function writeMissed({ view, context, words, moment, day }: Parts, every: readonly Complaint[]): PaperBlock[] {
  const missed = every.flatMap((one) => missedClocks(one, context.now))
  if (missed.length === 0) return [text(words.noneMissed)]
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
    text(words.reasons, 'strong'),
    ...(delays.length === 0 ? [text(words.noReason)] : []),
    ...delays.flatMap(({ at, by, reason, newDate }) => [
      ...entry(`${byPosition(context.wording)(by)}, ${moment(at)}`, reason),
      text(words.newDate({ day: day(newDate) })),
    ]),
  ]
}

const writeClocks = ({ view, words, day }: Parts): PaperBlock =>
  rows(
    view.clocks.map(({ label, dueAt, stoppedAt, pausedAt, explanation, basis }) => {
      const state = stoppedAt ? words.done({ day: day(stoppedAt) }) : pausedAt ? words.paused : words.running
      return { label, value: `${words.due({ day: day(dueAt) })}, ${state}.`, note: `${explanation} ${basis}.` }
    }),
  )

function writeDecisions({ view: { answer, declined, objection }, words, moment }: Parts): PaperBlock[] {
  return [
    ...part(words.answer, answer ? entry(`${answer.outcomeLabel}, ${moment(answer.at)}`, answer.text) : []),
    ...part(
      words.declined,
      declined
        ? [
            ...entry(`${declined.reasonLabel}, ${moment(declined.at)}`, declined.text),
            text(words.elsewhere({ where: declined.elsewhere })),
          ]
        : [],
    ),
    ...part(words.objection, objection ? entry(`${words.you}, ${moment(objection.at)}`, objection.text) : []),
  ]
}

function writeEvents({ view, context, words, moment }: Parts): PaperBlock[] {
  const { language } = context.wording
  return [
    heading(words.history),
    ...view.history.flatMap(({ at, label, by, text: written }) => entry(`${label} (${by}), ${moment(at)}`, written)),
    heading(words.messages),
    ...(view.messages.length === 0 ? [text(words.noMessages)] : []),
    ...view.messages.flatMap(({ at, from, by, text: written }) =>
      entry(`${from === 'reporter' ? words.you : by}, ${moment(at)}`, written),
    ),
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
    ...part(
      words.opened,
      view.identityAccess.flatMap(({ at, role, groundLabel, reason }) =>
        entry(`${role}, ${moment(at)}`, `${groundLabel}: ${reason}`),
      ),
    ),
  ]
}

function listFacts({ view, context, words, moment }: Parts): Fact[] {
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
