import { openKeyRing } from '../../service/adapters/jose/key-ring.ts'
import { createVault } from '../../service/adapters/jose/vault.ts'
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { openComplaintStore } from '../../service/case/store/complaint-store.ts'
import {
  continueRotation,
  type KeyOffice,
  OLD_VERSION_STAYS,
  rotateTenantKeys,
} from '../../service/keeping/identity/keys.ts'
import { instantOf } from '../../service/shared/instant.ts'
import { pause } from '../../service/shared/repeat.ts'
import { useGivenMasterKeys } from '../../service/storage/vault.ts'
import { filingAt } from './filing-at.ts'
import { officeWith } from './office-with.ts'
import { organisasi } from './two-units.ts'

// Rotates the keys of a folder's unit and files meanwhile, until somebody kills it; says what it did on stdout.
const [folder = '', key = ''] = process.argv.slice(2)
const now = () => instantOf(new Date())
const store = await openSqliteStore({ folder })
const masterKeys = useGivenMasterKeys(Buffer.from(key, 'base64'))
const ring = await openKeyRing({ masterKeys, store, now, milliseconds: () => performance.now() })
const vault = createVault(ring)
const complaints = await openComplaintStore(store, vault, () => {})
const file = filingAt(complaints, vault)
const say = (line: string) => process.stdout.write(`${line}\n`)

await rotateTenantKeys({ unitKeys: ring, record: async () => {} }, organisasi, 'system')
/** After so many it waits for the one who kills it, who may take long to hear of them. */
const ENOUGH = 150
let wrapped = 0
const ports = officeWith<KeyOffice>({ unitKeys: ring, keyHolders: [complaints.keyHolder], record: async () => {}, now })
void continueRotation(ports, organisasi, {
  oldStays: OLD_VERSION_STAYS,
  signal: new AbortController().signal,
  rest: () => pause(wrapped < ENOUGH ? 50 : 60_000),
  onProgress: (documents) => {
    wrapped += documents
    say(`wrapped ${documents}`)
  },
})
for (;;) say(`filed ${await file(`Selama pemutaran ${Date.now()}`)}`)
