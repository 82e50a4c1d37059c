import type { OutboundAnswer } from '../../shared/outbound.ts'
import { requirePermission, type StaffMember } from '../staff/permissions.ts'
import { activeKey, type SealingKeys, waitingKey } from '../tenants/sealing-keys.ts'
import { type Examination, examinePage, findings, type Verdict } from './examine-page.ts'
import { policiesIn, type SealedTo } from './seen-page.ts'
import type { WidgetOffice } from './sightings.ts'
import { listReleases } from './widget-versions.ts'

/** Nothing of the page is kept. */
export interface EmbedCheck extends Omit<Examination, 'layer'> {
  /** The address of the page after redirects. */
  readonly url: string
  /** `null` means that no page was reached. */
  readonly layer: Examination['layer'] | null
}

const MOST_BYTES = 1_024 * 1_024
const WITHIN = 5_000
const REDIRECTS = 3

/** Fetches a page of an office's site as a visitor would get it. */
export async function checkEmbed(office: WidgetOffice, staff: StaffMember, address: string): Promise<EmbedCheck> {
  requirePermission(staff, 'tenant.configure')
  const { settings, sealingKeys = [] } = await office.tenants.get(staff.tenant)
  const answer = await office.callOutside({
    url: address,
    method: 'GET',
    headers: { Accept: 'text/html,application/xhtml+xml' },
    redirects: REDIRECTS,
    mostBytes: MOST_BYTES,
    within: WITHIN,
  })
  const reached = pageVerdict(answer)
  if (answer.kind !== 'answered' || findings.page[reached.finding] === 'bad') {
    return { url: answer.url, verdicts: [reached], layer: null, policyLines: [] }
  }
  const page = await office.readPage(textOf(answer))
  const { verdicts, ...rest } = examinePage({
    url: new URL(answer.url),
    page,
    policies: policiesIn(answer.headers['content-security-policy'] ?? [], page.metaPolicies),
    unit: { slug: staff.tenant, origins: settings.origins, sealedTo: sealedTo(sealingKeys) },
    service: new URL(office.links.publicUrl).origin,
    releases: await listReleases(office),
  })
  return { ...rest, url: answer.url, verdicts: [reached, ...verdicts] }
}

const sealedTo = (keys: SealingKeys): SealedTo => ({
  active: activeKey(keys)?.fingerprint ?? null,
  waiting: waitingKey(keys)?.fingerprint ?? null,
})

type Answered = Extract<OutboundAnswer, { kind: 'answered' }>

function pageVerdict(answer: OutboundAnswer): Extract<Verdict, { check: 'page' }> {
  const verdict = (finding: keyof typeof findings.page, about: string) => ({ check: 'page', finding, about }) as const
  if (answer.kind === 'refused') return verdict('not_called', answer.why)
  if (answer.kind === 'failed') return verdict('no_answer', answer.why)
  if (answer.status !== 200) return verdict('status', String(answer.status))
  if (!/\bx?html\b/i.test(typeOf(answer))) return verdict('not_html', typeOf(answer).split(';')[0] ?? '')
  if (answer.isCut) return verdict('cut', answer.url)
  return verdict(answer.url.startsWith('http:') ? 'plain_http' : 'reached', answer.url)
}

const typeOf = ({ headers }: Answered): string => headers['content-type']?.[0] ?? ''

function textOf(answer: Answered): string {
  const charset = /charset=["']?([\w-]+)/i.exec(typeOf(answer))?.[1]
  try {
    return new TextDecoder(charset).decode(answer.body)
  } catch {
    // An unknown encoding does not matter, because our own names are ASCII.
    return new TextDecoder().decode(answer.body)
  }
}
