import { createVault } from '../../service/adapters/jose/create-vault.ts'
import { openKeyRing } from '../../service/adapters/jose/key-ring.ts'
import { resendMail } from '../../service/adapters/resend/resend-mail.ts'
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { createDeliverer } from '../../service/notices/deliver-notices.ts'
import type { Instant } from '../../service/shared/instant.ts'
import { keepNotices } from './kept-notices.ts'

const [folder = '', key = '', providerUrl = ''] = process.argv.slice(2)
const now = () => '2026-11-25T03:00:00.000Z' as Instant

const store = await openSqliteStore({ folder })
const vault = createVault(await openKeyRing(Buffer.from(key, 'base64'), store))
createDeliverer({
  queue: await keepNotices(store, vault),
  carriers: [resendMail({ apiKey: 're_contoh', baseUrl: providerUrl, from: 'aduan@kantor.example' }, now)],
  vault,
  hasher: (tenant) => vault.hasher(tenant, 'notice'),
  officeName: async () => 'Bagian Organisasi',
  publicUrl: 'https://aduan.example',
  now,
  tell: (news) => {
    if (news.kind === 'fault') throw news.cause
  },
}).start()
