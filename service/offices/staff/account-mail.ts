import { type Clock, DAY, type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import type { Collection, CollectionSpec, Kept } from '../../storage/collection.ts'
import { PLATFORM, type TenantId } from '../../storage/place.ts'
import { backOff, type CarrierAnswer, holdAtMost, type OutboundMessage } from '../channels/notice-channel.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'
import { readIn, type Translated } from '../translated.ts'
import type { Language, Role } from '../vocabulary.ts'
import { type AccountMailKind, accountMailText, accountTexts } from './account-texts.ts'
import { PLATFORM_UNIT } from './second-factor.ts'
import type { StaffDirectory } from './staff-directory.ts'

/** A one-time link joins a tenant, sets a new password, or removes the second factor. */
export type LinkPurpose = 'invitation' | 'password' | 'second-factor'

export interface AccountLink extends Kept {
  readonly purpose: LinkPurpose
  readonly account: string
  readonly unit: TenantId | null
  /** The link was mailed and shown to nobody, so its holder owns the mailbox. */
  readonly mailed: boolean
  readonly expiresAt: Instant
}

export const accountLinkSpec: CollectionSpec<AccountLink> = {
  name: 'accountLinks',
  keys: { account: ({ account }) => account, expiresAt: ({ expiresAt }) => expiresAt },
  indexes: {
    account: { on: ['account'] },
    expires: { on: ['expiresAt'], acrossTenants: true },
  },
}

/** Each kind of link expires after so many milliseconds. */
export const linkLasts = {
  invitation: 7 * DAY,
  password: 30 * MINUTE,
  'second-factor': 30 * MINUTE,
} as const satisfies Record<LinkPurpose, number>

export interface LinkPorts {
  readonly accountLinks: Collection<AccountLink>
  readonly hashSecret: (secret: string) => string
  readonly now: Clock
}

/** @returns the link's id */
export async function keepLink(
  { accountLinks, hashSecret, now }: LinkPorts,
  token: string,
  link: Pick<AccountLink, 'purpose' | 'account' | 'unit' | 'mailed'>,
): Promise<string> {
  const id = hashSecret(token)
  const expiresAt = plusMilliseconds(now(), linkLasts[link.purpose])
  await accountLinks.insert({ tenant: PLATFORM, id, ...link, expiresAt })
  return id
}

export async function findLink(
  { accountLinks, hashSecret, now }: LinkPorts,
  token: string,
  ...purposes: readonly LinkPurpose[]
): Promise<AccountLink | null> {
  const found = await accountLinks.get(PLATFORM, hashSecret(token))
  return found && purposes.includes(found.purpose) && found.expiresAt > now() ? found : null
}

/** @returns `true` only for the one caller who removed it */
export const dropLink = ({ accountLinks }: Pick<LinkPorts, 'accountLinks'>, id: string): Promise<boolean> =>
  accountLinks.delete(PLATFORM, id)

const MOST_LINKS = 100

export async function dropLinksOf(
  { accountLinks }: Pick<LinkPorts, 'accountLinks'>,
  account: string,
  purpose: LinkPurpose,
): Promise<void> {
  const { items } = await accountLinks.find(PLATFORM, { index: 'account', where: { account }, limit: MOST_LINKS })
  for (const link of items) if (link.purpose === purpose) await accountLinks.delete(PLATFORM, link.id)
}

export const sweepLinks = ({ accountLinks, now }: LinkPorts): Promise<number> =>
  accountLinks.deleteAcrossTenants('expires', { to: now() }, 500)

const withLink = ['invitation', 'password', 'second-factor'] as const satisfies readonly AccountMailKind[]
type MailWithLink = (typeof withLink)[number]
const carriesLink = (kind: AccountMailKind): kind is MailWithLink => withLink.some((one) => one === kind)

/** Neither the link nor an address is stored with a waiting mail. */
export interface AccountMail extends Kept {
  readonly kind: AccountMailKind
  readonly account: string
  /** The mail is sent in the name of this tenant, or of the service if it is `null`. */
  readonly unit: TenantId | null
  readonly language: Language
  readonly by: string | null
  readonly role: Role | null
  /** The name of a role of the unit's own. */
  readonly unitRole?: Translated
  readonly madeAt: Instant
  /** The time doubles as the lease of the process that tries it now; `null` once it is done. */
  readonly nextTryAt: Instant | null
  readonly failures: number
  readonly outcome: 'waits' | 'sent' | 'failed'
}

export const accountMailSpec: CollectionSpec<AccountMail> = {
  name: 'accountMails',
  keys: {
    account: ({ account }) => account,
    madeAt: ({ madeAt }) => madeAt,
    nextTryAt: ({ nextTryAt }) => nextTryAt,
  },
  indexes: {
    account: { on: ['account', 'madeAt'] },
    due: { on: ['nextTryAt'], acrossTenants: true },
    made: { on: ['madeAt'], acrossTenants: true },
  },
}

export interface AccountMailPorts {
  readonly accountMails: Collection<AccountMail>
  /** The service has the key, so the store alone does not reveal the token of a mailed link. */
  readonly platformHasher: () => Promise<(text: string) => string>
  /** Tells whether mail is really sent; the built-in mailbox does not send it. */
  readonly mailLeaves: (unit: TenantId | null) => Promise<boolean>
  readonly newId: () => string
  readonly now: Clock
}

type Posted = Pick<AccountMail, 'kind' | 'account' | 'unit' | 'language' | 'by' | 'unitRole'> & { readonly role?: Role }

/**
 * Queues a mail.
 * @returns its id, and for a mail with a link the token that the link must have
 */
export async function postAccountMail(
  ports: AccountMailPorts,
  { role, ...mail }: Posted,
): Promise<{ readonly id: string; readonly token: string }> {
  const id = ports.newId()
  const madeAt = ports.now()
  const waiting = { madeAt, nextTryAt: madeAt, failures: 0, outcome: 'waits' } as const
  await ports.accountMails.insert({ tenant: PLATFORM, id, ...mail, role: role ?? null, ...waiting })
  return { id, token: await tokenOf(ports, id) }
}

const tokenOf = async ({ platformHasher }: Pick<AccountMailPorts, 'platformHasher'>, id: string): Promise<string> =>
  (await platformHasher())(`account link\n${id}`)

export const mailOutcome = async (
  { accountMails }: Pick<AccountMailPorts, 'accountMails'>,
  id: string,
): Promise<AccountMail['outcome'] | null> => (await accountMails.get(PLATFORM, id))?.outcome ?? null

export interface SendAccountMailPorts extends AccountMailPorts {
  readonly staff: StaffDirectory
  readonly tenants: TenantDirectory
  readonly links: { invitation(token: string): string; reset(token: string): string }
  readonly send: (message: Omit<OutboundMessage, 'signal'>) => Promise<CarrierAnswer>
}

const AT_ONCE = 8
const LEASE = MINUTE

/** @returns how many mails were tried */
export async function sendAccountMails(ports: SendAccountMailPorts): Promise<number> {
  const range = { to: ports.now() }
  const { items } = await ports.accountMails.findAcrossTenants({ index: 'due', range, limit: AT_ONCE })
  await Promise.all(items.map((mail) => sendOne(ports, mail)))
  return items.length
}

async function sendOne(ports: SendAccountMailPorts, due: AccountMail): Promise<void> {
  const taken = await ports.accountMails.replace({ ...due, nextTryAt: plusMilliseconds(ports.now(), LEASE) })
  if (!taken) return
  // A link must never land in the built-in mailbox, which an admin reads.
  const leaves = await ports.mailLeaves(taken.unit)
  const message = leaves ? await messageOf(ports, taken) : null
  const answer: CarrierAnswer = message
    ? await ports.send(message)
    : { outcome: 'refused', reason: 'not_set_up', answer: '' }
  await ports.accountMails.replace(afterTry(taken, answer, ports.now()))
}

async function messageOf(ports: SendAccountMailPorts, mail: AccountMail) {
  const account = await ports.staff.account(mail.account)
  const unit = mail.unit && (await ports.tenants.find(mail.unit))
  if (!account) return null
  const { kind, language, by, role, unitRole } = mail
  const wording = accountTexts[language]
  const token = await tokenOf(ports, mail.id)
  const values = {
    name: account.name,
    office: unit ? unit.settings.name : wording.service,
    by: by ?? wording.operator,
    role: unitRole ? readIn(unitRole, language) : role ? wording.roles[role] : '',
    link: kind === 'invitation' ? ports.links.invitation(token) : ports.links.reset(token),
    minutes: carriesLink(kind) ? linkLasts[kind] / MINUTE : 0,
    days: linkLasts.invitation / DAY,
  }
  const tenant = unit ? unit.id : PLATFORM_UNIT
  return { tenant, to: account.email, ...accountMailText(kind, language, values), idempotencyKey: `account-${mail.id}` }
}

/** Returns the mail after a provider's answer: sent, tried again later, or given up. */
export function afterTry(mail: AccountMail, answer: CarrierAnswer, now: Instant): AccountMail {
  if (answer.outcome === 'accepted') return { ...mail, outcome: 'sent', nextTryAt: null }
  const isTooOld = plusMilliseconds(mail.madeAt, holdAtMost) <= now
  if (answer.outcome === 'refused' || answer.outcome === 'kept' || isTooOld)
    return { ...mail, outcome: 'failed', nextTryAt: null }
  if (answer.retryAfterMs !== undefined) return { ...mail, nextTryAt: plusMilliseconds(now, answer.retryAfterMs) }
  const wait = backOff[mail.failures]
  if (wait === undefined) return { ...mail, outcome: 'failed', nextTryAt: null }
  return { ...mail, failures: mail.failures + 1, nextTryAt: plusMilliseconds(now, wait) }
}

const KEPT_FOR = 30 * DAY

export const sweepAccountMails = ({ accountMails, now }: AccountMailPorts): Promise<number> =>
  accountMails.deleteAcrossTenants('made', { to: plusMilliseconds(now(), -KEPT_FOR) }, 500)
