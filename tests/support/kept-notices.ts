import type { ClaimedNotice, NoticeQueues } from '../../service/case/notices/notice-queue.ts'
import {
  awaitedQueue,
  dueIn,
  earliestTryAt,
  leaseNotice,
  type Notice,
  newNotice,
} from '../../service/case/shape/notice.ts'
import { sealIdentity } from '../../service/filing/reporter-identity.ts'
import type { NoticeChannel } from '../../service/offices/notice-vocabulary.ts'
import type { Language } from '../../service/offices/vocabulary.ts'
import type { Instant } from '../../service/shared/instant.ts'
import type { Collection, CollectionSpec, Kept, Store } from '../../service/storage/collection.ts'
import type { TenantId } from '../../service/storage/place.ts'
import type { ContactPoints, SealedIdentity, Vault } from '../../service/storage/vault.ts'
import { mondayAtTen } from './a-complaint.ts'
import { organisasi } from './two-units.ts'

/** A case with only what a delivery reads and writes. */
interface KeptCase extends Kept {
  readonly language: Language
  readonly noticeChannels: readonly NoticeChannel[]
  readonly identity: SealedIdentity | null
  readonly notices: readonly Notice[]
}

const spec: CollectionSpec<KeptCase> = {
  name: 'cases',
  keys: { noticeDueAt: ({ notices }) => earliestTryAt(notices), noticeLine: ({ notices }) => awaitedQueue(notices) },
  indexes: { noticeDue: { on: ['noticeLine', 'noticeDueAt'], acrossTenants: true } },
}

interface CaseDetails {
  readonly number: string
  readonly at: Instant
  readonly tenant?: TenantId
  readonly contact?: Partial<ContactPoints> | null
  readonly noticeChannels?: readonly NoticeChannel[]
  readonly language?: Language
}

export interface KeptNotices extends Pick<NoticeQueues, 'claimDue' | 'record'> {
  addCase(details: CaseDetails): Promise<void>
  noticeOf(number: string): Promise<Notice>
}

/** A queue of notices over a real store, with one notice a case. */
export async function keepNotices(store: Store, vault: Vault): Promise<KeptNotices> {
  const cases: Collection<KeptCase> = await store.collection(spec)

  async function sealed(tenant: TenantId, keyHash: string, contact: Partial<ContactPoints>): Promise<SealedIdentity> {
    const given = { name: 'Siti Contoh', email: contact.email ?? undefined, phone: contact.phone ?? undefined }
    const { identity } = await sealIdentity(vault, { tenant, filing: { keyHash } }, 'named', given)
    if (!identity) throw new Error('An identity was given.')
    return identity
  }

  const untold: ClaimedNotice['told'] = {
    privacy: 'named',
    status: 'received',
    category: 'service_delay',
    receivedAt: mondayAtTen,
    clocks: [],
    openDossier: () => Promise.reject(new Error('Nothing of the case is told.')),
  }

  return {
    async addCase({ number, at, tenant = organisasi, contact = { email: 'siti@warga.example' }, ...details }) {
      const { noticeChannels = ['email'], language = 'id' } = details
      const identity = contact && (await sealed(tenant, number, contact))
      const notices = [newNotice(`n-${number}`, 'received', at)]
      await cases.insert({ tenant, id: number, language, noticeChannels, identity, notices })
    },

    async noticeOf(number) {
      return (await cases.get(organisasi, number))!.notices[0]!
    },

    async claimDue(line, now, leaseUntil, most) {
      const { items } = await cases.findAcrossTenants({
        index: 'noticeDue',
        where: { noticeLine: line },
        range: { to: now },
        limit: most,
      })
      const claimed: ClaimedNotice[] = []
      for (const { notices, ...rest } of items) {
        const notice = dueIn(notices, line, now)!
        const others = notices.filter(({ id }) => id !== notice.id)
        const saved = await cases.replace({ ...rest, notices: [...others, leaseNotice(notice, leaseUntil)] })
        if (!saved) continue
        const { tenant, id, language, noticeChannels, identity } = saved
        const reachedBy = { tenant: tenant, number: id, filing: { keyHash: id } }
        const found = { ...reachedBy, reachedBy, language, noticeChannels, identity, notice }
        const isOvertaken = notices.some((later) => later.event === notice.event && later.createdAt > notice.createdAt)
        claimed.push({ ...found, isOvertaken, standingOf: async () => 'unverified', told: untold })
      }
      return claimed
    },

    async record(tenant, number, noticeId, change) {
      for (;;) {
        const found = (await cases.get(tenant, number))!
        const notices = found.notices.map((notice) => (notice.id === noticeId ? change(notice) : notice))
        if (await cases.replace({ ...found, notices })) return
      }
    },
  }
}
