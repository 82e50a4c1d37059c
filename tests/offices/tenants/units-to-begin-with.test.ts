import { describe, expect, it } from 'vitest'
import { tenantSettings } from '../../../service/contract/tenant-settings.ts'
import { currentPack } from '../../../service/offices/calendar/rule-pack.ts'
import { newTenantSettings } from '../../../service/offices/managing/tenants.ts'
import type { TenantSettings } from '../../../service/offices/tenants/tenant.ts'
import { bagianOrganisasi } from '../../../service/running/demo/bagian-organisasi.ts'
import { dinasContoh } from '../../../service/running/demo/dinas-contoh.ts'

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
