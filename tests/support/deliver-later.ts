import { masterKeyFile } from '../../service/adapters/files/kept-files.ts'
import { openKeyRing } from '../../service/adapters/jose/key-ring.ts'
import { createVault } from '../../service/adapters/jose/vault.ts'
import { resendMail } from '../../service/adapters/resend/resend-mail.ts'
import { noticesUncounted } from '../../service/case/notices/message-counts.ts'
import type { Notice } from '../../service/case/shape/notice.ts'
import { openComplaintStore } from '../../service/case/store/complaint-store.ts'
import { openTenantDirectory } from '../../service/offices/tenants/tenant-directory.ts'
import { type Instant, instantOf, MINUTE } from '../../service/shared/instant.ts'
import { createDeliverer } from '../../service/telling/notices/deliver-notices.ts'
import { openChannelLedger } from '../../service/telling/notices/senders.ts'
import { noLetters } from './no-letters.ts'
import { patience } from './patience.ts'
import { plainWords } from './plain-words.ts'
import { openSecretsOf, openStoreOf } from './test-store.ts'
import { organisasi } from './two-units.ts'

interface Later {
  readonly folder: string
  readonly publicUrl: string
  readonly providerUrl: string
  readonly minutes: number
}

/** Delivers from the folder of a service that was stopped, as if so many minutes had gone by. @returns all notices, once none waits */
export async function deliverLater({ folder, publicUrl, providerUrl, minutes }: Later): Promise<readonly Notice[]> {
  const now = (): Instant => instantOf(new Date(Date.now() + minutes * MINUTE))
  const store = await openStoreOf(folder)
  const secretStore = await openSecretsOf(folder)
  const milliseconds = () => performance.now()
  const masterKeys = await masterKeyFile(folder)
  const vault = createVault(await openKeyRing({ masterKeys, store: secretStore, now, milliseconds }))
  const tenants = await openTenantDirectory(store, milliseconds)
  const complaints = await openComplaintStore(store, vault, () => {})
  const deliverer = createDeliverer({
    queues: complaints,
    letters: noLetters,
    allowance: noticesUncounted,
    carriers: [resendMail({ apiKey: 're_contoh', baseUrl: providerUrl, from: 'Aduan <aduan@localhost>' }, now)],
    ledger: await openChannelLedger(store),
    ownAccounts: { carrierOf: async () => null, queues: async () => [] },
    vault,
    now,
    publicUrl,
    hasher: (tenant) => vault.hasher(tenant, 'notice'),
    ...plainWords,
    officeOf: async (tenant) => (await tenants.get(tenant)).settings,
    deliveredWithinHours: async (tenant) => (await tenants.get(tenant)).settings.notices.deliveredWithinHours,
    tell: () => {},
  })
  const notices = async (): Promise<Notice[]> =>
    (await complaints.list(organisasi, { index: 'received', limit: 1_000 })).items.flatMap((one) => one.notices)

  deliverer.start()
  try {
    const until = Date.now() + patience(60_000)
    while ((await notices()).some(({ state }) => state === 'pending')) {
      if (Date.now() > until) throw new Error(`Still waiting: ${JSON.stringify(await notices())}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return await notices()
  } finally {
    await deliverer.stop()
    await secretStore.close()
    await store.close()
  }
}
