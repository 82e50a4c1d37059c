import { describe, expect, it } from 'vitest'
import { tenantSettings } from '../../../service/contract/tenant-settings.ts'
import { currentPack } from '../../../service/offices/calendar/rule-pack.ts'
import { newTenantSettings } from '../../../service/offices/managing/tenants.ts'
import type { Tenant, TenantSettings } from '../../../service/offices/tenants/tenant.ts'
import {
  beginClosing,
  openTenantDirectory,
  refuseClosed,
  refuseClosing,
  revokeClosing,
} from '../../../service/offices/tenants/tenant-directory.ts'
import { bagianOrganisasi } from '../../../service/running/demo/bagian-organisasi.ts'
import { dinasContoh } from '../../../service/running/demo/dinas-contoh.ts'
import type { Instant } from '../../../service/shared/instant.ts'
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

const at = (day: string) => `${day}T02:00:00.000Z` as Instant
const elsewhere = { id: 'Ke Dinas Contoh.', en: 'To Dinas Contoh.' }
const unit: Tenant = {
  tenant: PLATFORM,
  id: organisasi,
  version: 1,
  revision: 4,
  openedAt: at('2026-01-01'),
  settings: bagianOrganisasi,
}

it('a unit that closes takes nothing new from that moment, and reporters write until the grace is over', () => {
  const closing = beginClosing(unit, { days: 30, elsewhere }, at('2026-11-01'))
  expect(closing).toMatchObject({ revision: 5, closing: { since: at('2026-11-01'), until: at('2026-12-01') } })
  expect(() => refuseClosing(unit)).not.toThrow()
  expect(() => refuseClosing(closing)).toThrow('tenant/closing')
  expect(() => refuseClosed(closing, at('2026-11-30'))).not.toThrow()
  expect(() => refuseClosed(closing, at('2026-12-01'))).toThrow('tenant/closed')
})

it('its closing is taken back or said anew within the grace, and not after', () => {
  const closing = beginClosing(unit, { days: 30, elsewhere }, at('2026-11-01'))
  expect(revokeClosing(closing, at('2026-11-30'))).toMatchObject({ revision: 6, closing: null })
  expect(beginClosing(closing, { days: 90, elsewhere }, at('2026-11-10')).closing).toMatchObject({
    since: at('2026-11-01'),
  })
  expect(() => revokeClosing(closing, at('2026-12-02'))).toThrow('tenant/closed')
  expect(() => beginClosing(closing, { days: 90, elsewhere }, at('2026-12-02'))).toThrow('tenant/closed')
  expect(() => revokeClosing(unit, at('2026-11-01'))).toThrow('tenant/not-closing')
})

/** The settings as the unit's admin would send them back unchanged. */
function sentBack({
  calendar: { timeZone, formerWeeks: _, ...calendar },
  contact,
  rulePacks,
  ...settings
}: TenantSettings) {
  const { id: __, from: ___, ...rules } = currentPack(rulePacks)
  const known = Object.entries(contact).filter(([, value]) => value !== null)
  return tenantSettings.safeParse({
    ...{ ...settings, revision: 0, timeZone, calendar, rules },
    contact: Object.fromEntries(known),
  })
}

describe.each([
  ['the first office', bagianOrganisasi],
  ['the invented office', dinasContoh],
  [
    'a new unit, once its admin has named the body it belongs to',
    {
      ...newTenantSettings({ name: 'Dinas Misal', shortName: 'Dinas Misal', numberPrefix: 'DM' }),
      parent: 'Kabupaten',
    },
  ],
])('%s', (_, settings) => {
  it('can be saved by its admin as it opened', () => {
    expect(sentBack(settings).error?.issues ?? []).toEqual([])
  })

  it('gives each category a code of its own', () => {
    const codes = settings.categories.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('tells the reporter who answers for their data', () => {
    expect(settings.privacyNotice.text.id).toContain(settings.name)
    expect(settings.privacyNotice.text.id).toContain('Nomor 27 Tahun 2022')
  })
})

it('opens the first office with its seven rules, its two categories and no guessed address', () => {
  expect(bagianOrganisasi.procedure.rules).toHaveLength(7)
  expect(bagianOrganisasi.categories.map(({ code }) => code)).toEqual(['maladministration', 'illegal_levy'])
  expect(bagianOrganisasi.contact).toMatchObject({ address: null, email: null, telephone: '(0321) 323245' })
})
