import { clockNamed } from '../../complaints/case-clocks.ts'
import type { Complaint } from '../../complaints/complaint.ts'
import { outcomes } from '../../complaints/vocabulary.ts'
import type { ClockName } from '../../deadlines/clocks.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Tenant } from '../../tenants/tenant.ts'
import type { Speech } from '../wording/speech.ts'
import { categoryView } from './common-views.ts'

/** By it spreadsheets know that the file is UTF-8. */
const MARK = '\uFEFF'

/**
 * The register as CSV (RFC 4180), a line at a time: numbers, codes in words and dates. Never a subject, a story, a name
 * of a reporter or a file.
 */
export async function* registerCsv(cases: AsyncIterable<Complaint>, tenant: Tenant, speech: Speech) {
  const words = speech.labels.registerCsv
  const clocks = Object.entries(speech.clocks.clocks) as [ClockName, string][]
  const head = [
    words.number,
    words.receivedAt,
    words.channel,
    words.category,
    words.status,
    words.outcome,
    ...clocks.flatMap(([, label]) => [`${label}: ${words.due}`, `${label}: ${words.done}`]),
  ]
  yield MARK + line(head)
  const day = dayIn(tenant.settings.calendar.timeZone)
  for await (const complaint of cases) {
    const { labels } = speech
    const { destroyed, dossier } = complaint
    const outcome = dossier.answer?.outcome ?? outcomes.find((one) => one === destroyed?.ending)
    yield line([
      complaint.id,
      day(complaint.receivedAt),
      labels.channel[complaint.channel],
      categoryView(tenant, complaint.category, speech).label,
      labels.status[complaint.status],
      outcome ? labels.outcome[outcome] : '',
      ...clocks.flatMap(([name]) => {
        const clock = clockNamed(complaint.clocks, name)
        return [clock ? day(clock.dueAt) : '', clock?.stoppedAt ? day(clock.stoppedAt) : '']
      }),
    ])
  }
}

/** `2026-11-23`: a day that every spreadsheet reads as one. */
function dayIn(timeZone: string): (at: Instant) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return (at) => format.format(new Date(at))
}

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

/** A cell that begins like a formula gets an apostrophe before it, as spreadsheets themselves mark text. */
export function cell(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
  const defused = /^\s*[=+\-@|%]/u.test(plain) ? `'${plain}` : plain
  return `"${defused.replaceAll('"', '""')}"`
}
