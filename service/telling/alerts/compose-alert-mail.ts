import type { Alert } from '../../offices/inbox/inbox.ts'
import type { AlertKind } from '../../offices/notice-vocabulary.ts'
import type { Language } from '../../offices/vocabulary.ts'
import type { TenantId } from '../../storage/place.ts'
import { alertWordingFor } from './wording/alert-wording.ts'

/** Nobody reads more in a mail; the rest is in the app. */
export const MOST_LINES = 30

type Mailed = Pick<Alert, 'kind' | 'number' | 'about' | 'times'>

/** Where an alert without a case number links to. */
const pageOf: Readonly<Partial<Record<AlertKind, string>>> = {
  approval_waits: 'approvals',
  transfer_news: 'transfers',
  role_granted: 'log',
  role_taken: 'log',
  member_changed: 'log',
  clock_near: 'cases?due=soon',
  clock_over: 'cases?due=overdue',
  clock_escalated: 'cases?due=overdue',
  sealing_end_asked: 'sealing',
  sealing_ended: 'sealing',
}

/** The mail names kind, number and link of each alert, and nothing else of the case. */
export function composeAlertMail(
  alerts: readonly Mailed[],
  {
    tenant,
    office,
    publicUrl,
    language,
  }: {
    readonly tenant: TenantId
    readonly office: string
    readonly publicUrl: string
    readonly language: Language
  },
): { readonly subject: string; readonly text: string } {
  const { one, others, many, greeting, more, closing } = alertWordingFor(language)
  const unit = `${publicUrl}/admin/${tenant}`
  const sentence = ({ kind, number, about, times }: Mailed) =>
    (number === null && others[kind]?.(times)) || one[kind](number ?? '', about)
  const linkOf = ({ kind, number }: Mailed) =>
    number ? `${unit}/cases/${number}` : `${unit}/${pageOf[kind] ?? 'cases'}`
  const [first] = alerts
  const rest = alerts.length - MOST_LINES
  const lines = [
    greeting,
    ...alerts.slice(0, MOST_LINES).map((alert) => `${sentence(alert)}\n${linkOf(alert)}`),
    ...(rest > 0 ? [more(rest, `${unit}/cases`)] : []),
    closing(office, `${unit}/alerts`),
  ]
  const subject = first && alerts.length === 1 ? sentence(first) : many(alerts.length)
  return { subject, text: `${lines.join('\n\n')}\n` }
}
