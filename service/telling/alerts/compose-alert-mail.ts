import type { Alert } from '../../offices/inbox/inbox.ts'
import type { AlertKind } from '../../offices/notice-vocabulary.ts'
import type { Language } from '../../offices/vocabulary.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { alertWordingFor } from './wording/alert-wording.ts'

/** Nobody reads more in a mail; the rest is in the app. */
export const MOST_LINES = 30

/** Where an alert without a case number links to. */
const pageOf: Readonly<Partial<Record<AlertKind, string>>> = {
  approval_waits: 'approvals',
  transfer_news: 'transfers',
  role_granted: 'log',
  role_taken: 'log',
  member_changed: 'log',
  sealing_end_asked: 'sealing',
  sealing_ended: 'sealing',
}

/** The mail names kind, number and link of each alert, and nothing else of the case. */
export function composeAlertMail(
  alerts: readonly Pick<Alert, 'kind' | 'number' | 'about'>[],
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
  const { one, many, greeting, more, closing } = alertWordingFor(language)
  const unit = `${publicUrl}/admin/${tenant}`
  const sentence = ({ kind, number, about }: Pick<Alert, 'kind' | 'number' | 'about'>) => one[kind](number ?? '', about)
  const linkOf = ({ kind, number }: Pick<Alert, 'kind' | 'number'>) =>
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
