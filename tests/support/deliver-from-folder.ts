import { openKeyRing } from '../../service/adapters/jose/key-ring.ts'
import { createVault } from '../../service/adapters/jose/vault.ts'
import { resendMail } from '../../service/adapters/resend/resend-mail.ts'
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { noticesUncounted } from '../../service/case/notices/message-counts.ts'
import type { Instant } from '../../service/shared/instant.ts'
import { useGivenMasterKeys } from '../../service/storage/vault.ts'
import { createDeliverer } from '../../service/telling/notices/deliver-notices.ts'
import { openChannelLedger } from '../../service/telling/notices/senders.ts'
import { keepNotices } from './kept-notices.ts'
import { noLetters } from './no-letters.ts'
import { plainWords } from './plain-words.ts'

const [folder = '', key = '', providerUrl = ''] = process.argv.slice(2)
const now = () => '2026-11-25T03:00:00.000Z' as Instant

const store = await openSqliteStore({ folder })
const masterKeys = useGivenMasterKeys(Buffer.from(key, 'base64'))
const vault = createVault(await openKeyRing({ masterKeys, store, now, milliseconds: () => performance.now() }))
createDeliverer({
  queues: await keepNotices(store, vault),
  carriers: [resendMail({ apiKey: 're_contoh', baseUrl: providerUrl, from: 'aduan@kantor.example' }, now)],
  ledger: await openChannelLedger(store),
  ownAccounts: { carrierOf: async () => null, queues: async () => [] },
  letters: noLetters,
  allowance: noticesUncounted,
  vault,
  hasher: (tenant) => vault.hasher(tenant, 'notice'),
  ...plainWords,
  deliveredWithinHours: async () => 24,
  publicUrl: 'https://aduan.example',
  now,
  tell: (news) => {
    if (news.kind === 'fault') throw news.cause
  },
}).start()
