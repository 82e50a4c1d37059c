import { type NamedByToken, readReplyToken, tokenPattern, unitMark } from '../../case/notices/message-reference.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import type { TenantId } from '../../storage/place.ts'

type Hash = (text: string) => string

export interface UnitPorts {
  readonly tenants: Pick<TenantDirectory, 'list' | 'find'>
  /** Keyed by the platform. */
  readonly platformHasher: () => Promise<Hash>
  /** The address for answers and new messages by e-mail; `null` if none are taken in. */
  readonly inboundAddress: string | null
  /** The tenant of a message that names none; `null` means the only tenant. */
  readonly inboundUnit: string | null
}

interface Addressed {
  readonly recipients: readonly string[]
  readonly refersTo: string
}

/** The first token of ours in the recipients or references of a mail. */
export function tokenIn(hash: Hash, { recipients, refersTo }: Addressed): NamedByToken | null {
  for (const [token] of [...recipients, refersTo].join(' ').matchAll(tokenPattern)) {
    const read = readReplyToken(hash, token)
    if (read) return read
  }
  return null
}

/**
 * Finds the tenant of a mail: that of the notice that it answers, the one named behind the `+` of the address, the
 * one whose own address it was sent to, else the operator's choice or the only one. `null` means that it could be
 * anybody's.
 */
export async function unitOfMail(ports: UnitPorts, mail: Addressed): Promise<TenantId | null> {
  const { tenants, platformHasher, inboundAddress } = ports
  const [units, hash] = await Promise.all([tenants.list(), platformHasher()])
  const named = tokenIn(hash, mail)
  const answered = named && units.find(({ id }) => unitMark(hash, id) === named.unitMark)
  if (answered) return answered.id

  const [name = '', domain = ''] = inboundAddress?.split('@') ?? []
  const addressed = units.find(({ id }) => mail.recipients.includes(`${name}+${id}@${domain}`))
  if (addressed) return addressed.id
  const own = units.filter(({ settings }) => {
    const address = settings.contact.email?.toLowerCase()
    return address !== undefined && mail.recipients.includes(address)
  })
  return own.length === 1 && own[0] ? own[0].id : unitOtherwise(ports)
}

export async function unitOtherwise({ tenants, inboundUnit }: UnitPorts): Promise<TenantId | null> {
  const units = await tenants.list()
  const chosen = inboundUnit ? units.find(({ id }) => id === inboundUnit) : units.length === 1 ? units[0] : undefined
  return chosen ? chosen.id : null
}
