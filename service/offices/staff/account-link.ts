import { type Clock, DAY, type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import type { Collection, CollectionSpec, Kept } from '../../storage/collection.ts'
import { PLATFORM, type TenantId } from '../../storage/tenant-id.ts'

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
