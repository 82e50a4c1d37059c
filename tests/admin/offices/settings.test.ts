import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  button,
  enter,
  expectAccessible,
  field,
  focused,
  goTo,
  heading,
  lastSent,
  misbehave,
  service,
  unit,
  written,
} from '../support/an-office.ts'

const settings = '/tenants/bagian-contoh/settings'
/** One of their pages, or all of them on one. */
const open = (part: 'office' | 'filing' | 'time' | 'news' | 'safety' | 'all') => enter(`${unit}/settings?page=${part}`)

/** Somebody else saves the settings meanwhile. */
async function somebodySaves(changes: object) {
  const address = `${service}/api/v1${settings}`
  const latest = await (await fetch(address, { credentials: 'include' })).json()
  await fetch(address, {
    method: 'PUT',
    credentials: 'include',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': 'token-of-the-session' },
    body: JSON.stringify({ ...latest, ...changes }),
  })
}

describe('the settings of a unit', () => {
  it('say how many open complaints a handler has at most, or that staff give them out', async () => {
    await open('time')
    const most = field('Paling banyak pengaduan terbuka per penangan')
    for (const [typed, sent] of [
      ['25', 25],
      ['', null],
    ] as const) {
      await userEvent.fill(most, typed)
      await userEvent.click(button('Simpan perubahan'))
      await expect.poll(async () => (await lastSent('PUT', settings)).mostOpenCases).toBe(sent)
    }
  })

  it('are saved as a whole, under the revision that was read', async () => {
    await open('all')
    await expectAccessible()
    await userEvent.fill(field('Nama pendek'), 'Bagian Baru')
    await userEvent.click(button('Simpan perubahan'))
    await expect.element(page.getByText('Pengaturan tersimpan dan langsung berlaku.')).toBeVisible()
    expect(await lastSent('PUT', settings)).toMatchObject({ revision: 4, shortName: 'Bagian Baru', numberPrefix: 'BO' })
    await expect.element(button('Simpan perubahan')).not.toBeInTheDocument()
  })

  it('show what the service refuses beside its field', async () => {
    await open('office')
    await userEvent.fill(field('Awalan nomor pengaduan'), 'b o')
    const errors = [{ path: 'numberPrefix', code: 'invalid', message: 'Huruf besar saja.' }]
    await misbehave({ method: 'PUT', path: settings, status: 400, code: 'request/invalid', errors })
    await userEvent.click(button('Simpan perubahan'))
    await expect.element(field('Awalan nomor pengaduan')).toHaveAccessibleDescription(/Huruf besar saja\./)
    await expect.poll(focused).toBe('numberPrefix')
    await expectAccessible()
  })

  it('take the unit’s WhatsApp templates, and the hours in which a delivery is waited for', async () => {
    await open('news')
    await userEvent.fill(field('Menunggu pemberitahuan sampai (jam)'), '12')
    await userEvent.click(button('Tambah templat'))
    await userEvent.selectOptions(field('Untuk pemberitahuan'), 'Dijawab')
    await userEvent.fill(field('Nama templat'), 'pengaduan_dijawab')
    await userEvent.selectOptions(field('Isi templat'), '{{1}} nomor pengaduan, {{2}} tautan')
    await expectAccessible()
    await userEvent.click(button('Simpan perubahan'))
    await expect.element(page.getByText('Pengaturan tersimpan dan langsung berlaku.')).toBeVisible()
    const template = {
      event: 'answered',
      language: 'id',
      name: 'pengaduan_dijawab',
      templateLanguage: 'id',
      variables: ['number', 'link'],
    }
    expect(await lastSent('PUT', settings)).toMatchObject({
      notices: { deliveredWithinHours: 12, whatsappTemplates: [template] },
    })
  })

  it('take other years for some cases, and more of them', async () => {
    await open('safety')
    await userEvent.fill(field('Inaktif, tahun').first(), '8')
    await userEvent.click(button('Tambah pengecualian'))
    await userEvent.selectOptions(field('Hasil').nth(1), 'Dicabut')
    await userEvent.selectOptions(field('Sesudahnya').nth(2), 'Permanen')
    await userEvent.fill(field('Identitas boleh dihapus lebih dahulu sesudah, tahun'), '')
    await userEvent.click(button('Simpan perubahan'))
    await expect.element(page.getByText('Pengaturan tersimpan dan langsung berlaku.')).toBeVisible()
    expect(await lastSent('PUT', settings)).toMatchObject({
      retention: {
        standard: { activeYears: 2, inactiveYears: 8, fate: 'destroy' },
        exceptions: [
          { category: 'illegal_levy', ending: 'substantiated', fate: 'keep' },
          { category: null, ending: 'withdrawn', activeYears: 2, inactiveYears: 3, fate: 'keep' },
        ],
        identityYears: null,
      },
    })
  })

  it('take rules in another order, new ones, and fewer', async () => {
    await open('filing')
    await userEvent.click(button('Turunkan: Aturan 1'))
    await expect.poll(written('Aturan 2 (Indonesia)')).toBe('Setiap pengaduan diterima, lisan maupun tertulis.')
    await userEvent.click(button('Hapus aturan 3'))
    await userEvent.click(button('Tambah aturan'))
    await userEvent.click(button('Simpan perubahan'))
    await expect.element(field('Aturan 3 (Indonesia)')).toHaveAccessibleDescription(/perlu diisi/)
    await userEvent.fill(field('Aturan 3 (Indonesia)'), 'Jawaban diberikan tertulis.')
    await userEvent.fill(field('Aturan 3 (Inggris)'), 'Answers are given in writing.')
    await userEvent.click(button('Simpan perubahan'))
    await expect.element(page.getByText('Pengaturan tersimpan dan langsung berlaku.')).toBeVisible()
    const { procedure } = (await lastSent('PUT', settings)) as { procedure: { rules: { id: string }[] } }
    expect(procedure.rules.map(({ id }) => id)).toEqual([
      'Setiap pengaduan mendapat tanda terima.',
      'Setiap pengaduan diterima, lisan maupun tertulis.',
      'Jawaban diberikan tertulis.',
    ])
  })

  it('explain each policy for complaints without identity', async () => {
    await open('filing')
    const grounded = page.getByRole('radio', { name: /^Boleh tanpa identitas, bila beralasan/ })
    await expect.element(grounded).toBeChecked()
    await userEvent.click(page.getByRole('radio', { name: /Pengaduan tanpa identitas tidak dapat dikirim/ }))
    await userEvent.click(button('Simpan perubahan'))
    await expect.element(page.getByText('Pengaturan tersimpan dan langsung berlaku.')).toBeVisible()
    expect(await lastSent('PUT', settings)).toMatchObject({ identityPolicy: 'required' })
  })

  it('add “Lain-lain”, with its words, to the end of the kinds, and only once', async () => {
    await open('filing')
    const offer = button('Tambah “Lain-lain”')
    await userEvent.click(offer)
    await expect.element(offer).not.toBeInTheDocument()
    await userEvent.click(button('Simpan perubahan'))
    await expect.element(page.getByText('Pengaturan tersimpan dan langsung berlaku.')).toBeVisible()
    const { categories } = (await lastSent('PUT', settings)) as { categories: { code: string; label: object }[] }
    expect(categories.at(-1)).toMatchObject({ code: 'other', label: { id: 'Lain-lain', en: 'Something else' } })
  })

  it('let a category have a policy of its own', async () => {
    await open('filing')
    await userEvent.click(page.getByText(/: ditangani dalam /).first())
    const [own] = page
      .getByLabelText('Pengaduan tanpa identitas')
      .elements()
      .filter((one) => one.matches('select'))
    expect(own).toHaveDisplayValue('Seperti aturan unit (Boleh tanpa identitas, bila beralasan)')
    await userEvent.selectOptions(own!, 'Identitas wajib')
    await userEvent.click(button('Simpan perubahan'))
    await expect.element(page.getByText('Pengaturan tersimpan dan langsung berlaku.')).toBeVisible()
    const { categories } = (await lastSent('PUT', settings)) as { categories: { identityPolicy?: string }[] }
    expect(categories.map(({ identityPolicy }) => identityPolicy)).toEqual([
      'required',
      ...categories.slice(1).map(() => undefined),
    ])
  })

  it('raise the version of the privacy notice when its text changes', async () => {
    await open('filing')
    await userEvent.fill(field('Teks (Indonesia)'), 'Data Anda hanya dipakai untuk pengaduan ini.')
    await userEvent.click(button('Simpan perubahan'))
    await expect.element(page.getByText('Pengaturan tersimpan dan langsung berlaku.')).toBeVisible()
    expect(await lastSent('PUT', settings)).toMatchObject({ privacyNotice: { version: 3 } })
  })

  it('take office hours and local days off', async () => {
    await open('time')
    await userEvent.click(button('Tambah jam kerja Sabtu'))
    await userEvent.fill(field('Sabtu, sampai'), '12:00')
    await userEvent.click(button('Hapus hari libur Hari jadi kabupaten'))
    await userEvent.click(button('Simpan perubahan'))
    await expect.element(page.getByText('Pengaturan tersimpan dan langsung berlaku.')).toBeVisible()
    const { calendar } = (await lastSent('PUT', settings)) as {
      calendar: { week: { saturday: string[][] }; localDays: unknown[] }
    }
    expect(calendar.week.saturday).toEqual([['08:00', '12:00']])
    expect(calendar.localDays).toEqual([])
  })

  it('warn of the year whose holidays are missing, take them from a file, and tell beforehand what moves', async () => {
    await open('time')
    const next = new Date().getFullYear() + 1
    await expect.element(page.getByText(`Hari libur ${next} belum diisi.`)).toBeVisible()
    const file = new File(['BEGIN:VCALENDAR'], 'libur.ics', { type: 'text/calendar' })
    await userEvent.upload(field('Ambil dari berkas kalender (.ics)'), file)
    await expect.element(page.getByText('1 hari libur diambil untuk tahun 2027. Periksa, lalu simpan.')).toBeVisible()
    await expect.element(page.getByText('1 acara tidak diambil')).toBeVisible()
    await userEvent.click(button('Lihat akibatnya sebelum menyimpan'))
    await expect.element(page.getByText('12 pengaduan terbuka akan bergeser.')).toBeVisible()
    await userEvent.click(button('Simpan perubahan'))
    await expect.element(page.getByText('Pengaturan tersimpan dan langsung berlaku.')).toBeVisible()
    expect(await lastSent('PUT', settings)).toMatchObject({
      calendar: { holidayYears: [{ year: 2027, days: [{ day: '2027-01-01', kind: 'national' }] }] },
    })
  })

  it('say what a number rests on, and make another version of the rules', async () => {
    await open('time')
    await expect.element(page.getByText('Versi 1')).toBeVisible()
    await userEvent.fill(page.getByLabelText('Dasar hukum').first().element(), 'Pasal 1 Peraturan Contoh')
    await userEvent.click(button('Simpan perubahan'))
    await expect.element(page.getByText('Pengaturan tersimpan dan langsung berlaku.')).toBeVisible()
    expect(await lastSent('PUT', settings)).toMatchObject({
      rules: { clocks: { verification: { amount: 3, legalBasis: 'Pasal 1 Peraturan Contoh' } } },
    })
  })

  it('give the two lines for an office’s page, and say whether the accent can be read', async () => {
    await open('office')
    // The lines with a fixed version come later, and name the unit too.
    const lines = /^<script type="module".*<aduan-widget tenant="bagian-contoh">/s
    await expect.element(page.getByText(lines)).toBeVisible()
    await expect.element(page.getByText(/mudah dibaca/)).toBeVisible()
    await userEvent.fill(field('Warna aksen'), '#ffd400')
    await expect.element(page.getByText(/kurang dari 4,5 : 1/)).toBeVisible()
    await expectAccessible()
    await userEvent.click(button('Pakai yang terdekat'))
    await expect.element(page.getByText(/mudah dibaca/)).toBeVisible()
    await userEvent.click(button('Simpan perubahan'))
    await expect.element(page.getByText('Pengaturan tersimpan dan langsung berlaku.')).toBeVisible()
    expect(await lastSent('PUT', settings)).toMatchObject({ theme: { accent: '#866e05' } })
  })

  it('are put on top of what somebody else saved meanwhile', async () => {
    await open('office')
    await userEvent.fill(field('Nama pendek'), 'Milik saya')
    await somebodySaves({ parent: 'Pemerintah Kota Misal', shortName: 'Milik orang lain' })
    await userEvent.click(button('Simpan perubahan'))
    await expect.element(page.getByText('Bagian yang diubah: nama pendek, instansi induk.')).toBeVisible()
    await expect.element(page.getByText(/milik Anda yang dipakai bila disimpan: nama pendek/)).toBeVisible()
    await expectAccessible()
    await userEvent.click(button('Simpan perubahan'))
    await expect.element(page.getByText('Pengaturan tersimpan dan langsung berlaku.')).toBeVisible()
    const saved = { revision: 5, shortName: 'Milik saya', parent: 'Pemerintah Kota Misal' }
    expect(await lastSent('PUT', settings)).toMatchObject(saved)
  })

  it('ask before unsaved changes are left behind', async () => {
    await open('office')
    await userEvent.fill(field('Nama pendek'), 'Belum disimpan')
    await goTo('Hari ini')
    await expect.element(heading('Perubahan belum disimpan')).toBeVisible()
    await expectAccessible()
    await userEvent.click(button('Tetap di sini'))
    await expect.poll(written('Nama pendek')).toBe('Belum disimpan')
    expect(location.pathname).toBe(`${unit}/settings`)
    await goTo('Hari ini')
    await userEvent.click(button('Pergi tanpa menyimpan'))
    await expect.element(heading('Hari ini')).toBeVisible()
  })

  it('ask also when the browser steps back', async () => {
    await enter(`${unit}/staff`)
    await goTo('Pengaturan')
    await userEvent.fill(field('Nama pendek'), 'Belum disimpan')
    history.back()
    await expect.element(heading('Perubahan belum disimpan')).toBeVisible()
    await expect.poll(() => location.pathname).toBe(`${unit}/settings`)
    await userEvent.click(button('Pergi tanpa menyimpan'))
    await expect.element(heading('Petugas')).toBeVisible()
  })
})
