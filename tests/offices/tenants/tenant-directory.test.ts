import { expect, it } from 'vitest'
import { openTenantDirectory } from '../../../service/offices/tenants/tenant-directory.ts'
import { bagianOrganisasi } from '../../../service/running/demo/bagian-organisasi.ts'
import { PLATFORM } from '../../../service/storage/place.ts'
import { mondayAtTen } from '../../support/a-complaint.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { organisasi } from '../../support/two-units.ts'

const LONG = 60_000

it('a unit that nobody changed stays the same one, so that what follows from its calendar is not worked out anew', async () => {
  const { store } = await anOpenHouse()
  let time = 0
  const here = await openTenantDirectory(store, () => time)
  const elsewhere = await openTenantDirectory(store, () => time)
  await elsewhere.add({
    tenant: PLATFORM,
    id: organisasi,
    revision: 0,
    openedAt: mondayAtTen,
    settings: bagianOrganisasi,
  })
  const first = await here.get(organisasi)
  time += LONG
  expect(await here.get(organisasi)).toBe(first)

  await elsewhere.replace({ ...first, settings: { ...first.settings, shortName: 'Nama lain' } })
  time += LONG
  expect((await here.get(organisasi)).settings.shortName).toBe('Nama lain')
})
