import { HELD_FOR } from '../../keeping/evidence/held-evidence.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { FileRefusal } from '../../offices/vocabulary.ts'
import { DAY, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import type { ArrivedFile, RefusedFile } from '../arrivals/arrival.ts'
import { type ReceiveEvidencePorts, receiveEvidence, safeFileName } from '../evidence/receive-evidence.ts'

/** A draft's files wait for its officer, however long that takes. */
export const HELD_FOR_A_DRAFT = 3_650 * DAY

/** Smaller pictures in the text are logos and tracking pixels, not evidence. */
const LEAST_IN_TEXT = 10 * 1024

const encryptedTypes = /^application\/(x-)?(pkcs7-mime|pgp-encrypted|pgp)$|^multipart\/encrypted$/

export interface IncomingFile {
  readonly name: string
  readonly type: string
  readonly isInText: boolean
  readonly bytes: AsyncIterable<Uint8Array>
}

/**
 * Moves files of a message into the tenant's held evidence, each under an id that is the same at every try. Refused
 * files are listed with a reason.
 */
export function fileTaker(ports: ReceiveEvidencePorts, tenant: Tenant, arrivalId: string) {
  const files: ArrivedFile[] = []
  const refused: RefusedFile[] = []
  let place = 0

  async function take({ name: sent, type, isInText, bytes }: IncomingFile): Promise<void> {
    const id = `${arrivalId}-${++place}`
    const name = safeFileName(sent)
    const refuse = (why: FileRefusal) => void refused.push({ name, why })
    if (encryptedTypes.test(type)) return refuse('encrypted')
    if (files.length >= tenant.settings.evidence.maxFiles) return refuse('too_many')
    const known = await ports.heldEvidence.get(tenant.id, id)
    if (known) return void files.push({ id, name, size: known.size, type: known.type })
    const content = isInText ? await withoutSmall(bytes) : bytes
    if (!content) return
    try {
      const received = await receiveEvidence({ ...ports, newId: () => id }, tenant, { name }, content)
      files.push({ id, name, size: received.size, type: received.type })
    } catch (cause) {
      const why = cause instanceof Refusal ? reasons[cause.code] : undefined
      if (!why) throw cause
      refuse(why)
    }
  }

  return {
    take,
    refuse: (name: string, why: FileRefusal) => void refused.push({ name, why }),
    taken: { files, refused },
  }
}

const reasons: Readonly<Record<string, FileRefusal>> = {
  'evidence/too-large': 'too_large',
  'evidence/type-not-allowed': 'type_not_allowed',
  'evidence/active-parts': 'type_not_allowed',
  'evidence/empty': 'empty',
}

async function withoutSmall(bytes: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array> | null> {
  const rest = bytes[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  while (size < LEAST_IN_TEXT) {
    const piece = await rest.next()
    if (piece.done) return null
    first.push(piece.value)
    size += piece.value.length
  }
  return (async function* () {
    yield* first
    for (;;) {
      const piece = await rest.next()
      if (piece.done) return
      yield piece.value
    }
  })()
}

/** Extends the time; 0 gives the ordinary time of an upload. */
export async function holdFiles(
  { heldEvidence, now }: Pick<ReceiveEvidencePorts, 'heldEvidence' | 'now'>,
  tenant: TenantId,
  files: readonly ArrivedFile[],
  forMilliseconds: number,
): Promise<void> {
  const heldUntil = plusMilliseconds(now(), Math.max(forMilliseconds, HELD_FOR))
  for (const { id } of files) {
    for (;;) {
      const held = await heldEvidence.get(tenant, id)
      if (!held || (await heldEvidence.replace({ ...held, heldUntil, expiresAt: heldUntil }))) break
    }
  }
}
