import { describe, expect, it } from 'vitest'
import { codeFor, withCategory, withCode, withoutCategory } from '../../../admin/offices/settings/categories-section.ts'
import { mergeSettings } from '../../../admin/offices/settings/merged-settings.ts'
import { findSettings } from '../../../admin/offices/settings/settings-search.ts'
import { beginSteps, doneSteps, prefill } from '../../../admin/page/begin-steps.ts'
import beginWording from '../../../admin/texts/begin.json'
import { settingsView } from '../../../service/http/staff/settings-operations.ts'
import { newTenantSettings } from '../../../service/offices/managing/tenants.ts'
import { letterProblems } from '../../../service/offices/tenants/letter-settings.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import { mintTenantId, PLATFORM } from '../../../service/storage/place.ts'

const fresh = settingsView(
  {
    ...{ tenant: PLATFORM, id: mintTenantId('kecamatan'), version: 0, revision: 0 },
    openedAt: '2026-11-23T03:00:00.000Z' as Instant,
    settings: newTenantSettings({ name: 'Kecamatan Contoh', shortName: 'Kecamatan', numberPrefix: 'KC' }),
  },
  false,
)

describe('a unit that begins', () => {
  it('has done no step, and each by what it sets', () => {
    expect(doneSteps({ settings: fresh, leaves: false })).toEqual([])
    const { letters } = prefill(fresh)
    const [head] = letters.signatories
    const settings = {
      ...fresh,
      parent: 'Pemerintah Kabupaten Contoh',
      contact: { ...fresh.contact, address: 'Jalan Contoh 1', email: 'kecamatan@kantor.example' },
      letters: { ...letters, city: 'Contoh', signatories: [{ ...head!, name: 'Rani Contoh' }] },
      origins: ['https://kecamatan.example'],
    }
    expect(doneSteps({ settings, leaves: true })).toEqual(beginSteps)
    expect(letterProblems({ ...settings.letters, letterhead: { ...settings.letters.letterhead, logo: null } })).toEqual(
      [],
    )
  })

  it('finds its letterhead filled in from what it told before, and nothing that it wrote is replaced', () => {
    const known = { ...fresh, parent: 'Pemerintah Kabupaten Contoh' }
    expect(prefill(known).letters).toMatchObject({
      ...{ on: true, code: 'KC', signatories: [{ position: 'Kepala Kecamatan' }] },
      letterhead: { lines: ['Pemerintah Kabupaten Contoh', 'Kecamatan Contoh'] },
    })
    const own = { ...fresh, letters: { ...fresh.letters, city: 'Malang' } }
    expect(prefill(own)).toBe(own)
  })
})

describe('a category in one sentence', () => {
  it.each([
    ['Pungutan liar (parkir)', 'pungutan_liar_parkir'],
    ['  KTP & KK ', 'ktp_kk'],
    ['24 jam', 'jam'],
    ['Café', 'cafe'],
    ['水', 'kategori'],
    ['A', 'kategori'],
    ['x'.repeat(80), 'x'.repeat(36)],
  ])('has the code of its name: %s', (name, code) => {
    expect(codeFor(name, [])).toBe(code)
    expect(codeFor(name, [code])).toBe(`${code}_2`)
    expect(codeFor(name, [code, `${code}_2`])).toBe(`${code}_3`)
    expect(`${code}_99`).toMatch(/^[a-z][a-z0-9_]{1,40}$/)
  })

  it('has a rule of its own only where its days are not the usual ones', () => {
    const usual = fresh.rules.clocks.handling_non_oversight.amount
    const made = { name: 'Parkir liar', description: 'Pengaduan tentang parkir liar.', days: usual }
    expect(withCategory(fresh, made).rules).toBe(fresh.rules)
    const { categories, rules } = withCategory(fresh, { ...made, days: 3 })
    expect(categories.at(-1)).toMatchObject({ code: 'parkir_liar', label: { id: 'Parkir liar', en: '' } })
    expect(rules.categories).toEqual([{ category: 'parkir_liar', amount: 3, unit: 'working_days', legalBasis: null }])
  })
})

describe('what two people change at once', () => {
  const at = (contact: Partial<typeof fresh.contact>) => ({ ...fresh, contact: { ...fresh.contact, ...contact } })

  it('stands beside each other where it is not the same, within a part too', () => {
    const mine = at({ telephone: '0812-0000-0100' })
    const { merged, both } = mergeSettings(fresh, mine, { ...at({ address: 'Jalan Misal 1' }), name: 'Dinas Baru' })
    expect(merged).toMatchObject({
      name: 'Dinas Baru',
      contact: { telephone: '0812-0000-0100', address: 'Jalan Misal 1' },
    })
    expect(both).toEqual([])
  })

  it('is named where it is the same, and mine waits for a second look', () => {
    const { merged, both } = mergeSettings(fresh, at({ address: 'Jalan Umpama 2' }), at({ address: 'Jalan Misal 1' }))
    expect(merged.contact.address).toBe('Jalan Umpama 2')
    expect(both).toEqual(['contact'])
    const alike = mergeSettings(fresh, at({ address: 'Jalan Misal 1' }), at({ address: 'Jalan Misal 1' }))
    expect(alike.both).toEqual([])
  })
})

describe('a category with times of its own', () => {
  const rule = { category: 'parkir', amount: 2, unit: 'working_days', legalBasis: null } as const
  const [first] = fresh.categories
  const own = {
    categories: [{ ...first!, code: 'parkir' }, ...fresh.categories],
    rules: { ...fresh.rules, categories: [rule, { ...rule, clock: 'verification' } as const] },
  }

  it('keeps them under another code, and takes them with it when it goes', () => {
    expect(withCode(own, 0, 'parkir_liar').rules.categories.map(({ category }) => category)).toEqual([
      'parkir_liar',
      'parkir_liar',
    ])
    expect(withoutCategory(own, 0)).toEqual({ categories: fresh.categories, rules: { ...fresh.rules, categories: [] } })
  })
})

describe('the search over settings', () => {
  const sections = Object.keys(beginWording({ language: 'id' }).words).map((section) => ({
    page: '',
    section,
    title: section,
  }))
  it.each([
    ['jam kerja', ['calendar']],
    ['libur', ['holidays']],
    ['surat', ['names', 'letters']],
    ['smtp', ['notices']],
    ['SANDI kata', ['signIn']],
    ['zzz', []],
    [' ', []],
  ])('finds by %s', (asked, found) => {
    expect(findSettings(sections, beginWording({ language: 'id' }).words, asked).map(({ section }) => section)).toEqual(
      found,
    )
  })
})
