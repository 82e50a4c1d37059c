import { DAY, type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import type { CollectionSpec } from '../../storage/collection.ts'
import { PLATFORM } from '../../storage/place.ts'
import { backOff, type CarrierAnswer, holdAtMost, type OutboundMessage } from '../channels/notice-channel.ts'
import { readIn } from '../translated.ts'
import type { Role } from '../vocabulary.ts'
import type { AccountLink, AccountMail, AccountOffice, LinkPurpose } from './account-office.ts'
import { type AccountMailKind, accountMailText, accountTexts } from './account-texts.ts'
import { PLATFORM_UNIT } from './second-factor.ts'

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

/** @returns the link's id */
export async function keepLink(
  { accountLinks, hashSecret, now }: AccountOffice,
  token: string,
  link: Pick<AccountLink, 'purpose' | 'account' | 'unit' | 'mailed' | 'proves'>,
): Promise<string> {
  const id = hashSecret(token)
  const expiresAt = plusMilliseconds(now(), linkLasts[link.purpose])
  await accountLinks.insert({ tenant: PLATFORM, id, ...link, expiresAt })
  return id
}

export async function findLink(
  { accountLinks, hashSecret, now }: AccountOffice,
  token: string,
  ...purposes: readonly LinkPurpose[]
): Promise<AccountLink | null> {
  const found = await accountLinks.get(PLATFORM, hashSecret(token))
  return found && purposes.includes(found.purpose) && found.expiresAt > now() ? found : null
}

/** @returns `true` only for the one caller who removed it */
export const dropLink = ({ accountLinks }: AccountOffice, id: string): Promise<boolean> =>
  accountLinks.delete(PLATFORM, id)

const MOST_LINKS = 100

export async function dropLinksOf(
  { accountLinks }: AccountOffice,
  account: string,
  purpose: LinkPurpose,
): Promise<void> {
  const { items } = await accountLinks.find(PLATFORM, { index: 'account', where: { account }, limit: MOST_LINKS })
  for (const link of items) if (link.purpose === purpose) await accountLinks.delete(PLATFORM, link.id)
}

export const sweepLinks = ({ accountLinks, now }: AccountOffice): Promise<number> =>
  accountLinks.deleteAcrossTenants('expires', { to: now() }, 500)

const withLink = ['invitation', 'password', 'second-factor'] as const satisfies readonly AccountMailKind[]
type MailWithLink = (typeof withLink)[number]
const carriesLink = (kind: AccountMailKind): kind is MailWithLink => withLink.some((one) => one === kind)

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

type Posted = Pick<AccountMail, 'kind' | 'account' | 'unit' | 'language' | 'by' | 'unitRole'> & { readonly role?: Role }

/**
 * Queues a mail.
 * @returns its id, and for a mail with a link the token that the link must have
 */
export async function postAccountMail(
  office: AccountOffice,
  { role, ...mail }: Posted,
): Promise<{ readonly id: string; readonly token: string }> {
  const id = office.newId()
  const madeAt = office.now()
  const waiting = { madeAt, nextTryAt: madeAt, failures: 0, outcome: 'waits' } as const
  await office.accountMails.insert({ tenant: PLATFORM, id, ...mail, role: role ?? null, ...waiting })
  return { id, token: await tokenOf(office, id) }
}

const tokenOf = async ({ platformHasher }: AccountOffice, id: string): Promise<string> =>
  (await platformHasher())(`account link\n${id}`)

export const mailOutcome = async (
  { accountMails }: AccountOffice,
  id: string,
): Promise<AccountMail['outcome'] | null> => (await accountMails.get(PLATFORM, id))?.outcome ?? null

type SendMail = (message: Omit<OutboundMessage, 'signal'>) => Promise<CarrierAnswer>

const AT_ONCE = 8
const LEASE = MINUTE

/** @returns how many mails were tried */
export async function sendAccountMails(office: AccountOffice, send: SendMail): Promise<number> {
  const range = { to: office.now() }
  const { items } = await office.accountMails.findAcrossTenants({ index: 'due', range, limit: AT_ONCE })
  await Promise.all(items.map((mail) => sendOne(office, send, mail)))
  return items.length
}

async function sendOne(office: AccountOffice, send: SendMail, due: AccountMail): Promise<void> {
  const taken = await office.accountMails.replace({ ...due, nextTryAt: plusMilliseconds(office.now(), LEASE) })
  if (!taken) return
  // A link must never land in the built-in mailbox, which an admin reads.
  const leaves = await office.mailLeaves(taken.unit)
  const message = leaves ? await messageOf(office, taken) : null
  const answer: CarrierAnswer = message ? await send(message) : { outcome: 'refused', reason: 'not_set_up', answer: '' }
  await office.accountMails.replace(afterTry(taken, answer, office.now()))
}

async function messageOf(office: AccountOffice, mail: AccountMail) {
  const account = await office.staff.account(mail.account)
  const unit = mail.unit && (await office.tenants.find(mail.unit))
  if (!account) return null
  const { kind, language, by, role, unitRole } = mail
  const wording = accountTexts[language]
  const token = await tokenOf(office, mail.id)
  const values = {
    name: account.name,
    office: unit ? unit.settings.name : wording.service,
    by: by ?? wording.operator,
    role: unitRole ? readIn(unitRole, language) : role ? wording.roles[role] : '',
    link: kind === 'invitation' ? office.links.invitation(token) : office.links.reset(token),
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

export const sweepAccountMails = ({ accountMails, now }: AccountOffice): Promise<number> =>
  accountMails.deleteAcrossTenants('made', { to: plusMilliseconds(now(), -KEPT_FOR) }, 500)
