import type { FrameLocator, Locator, Page } from 'playwright-core'

/** What somebody tells about themselves. */
export interface Reporter {
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly email?: string
}

export const siti: Reporter = {
  name: 'Siti Contoh',
  address: 'Jalan Misal 1, Kecamatan Umpama',
  phone: '0812-0000-0001',
  email: 'siti@warga.example',
}

/** A file as a browser picks it: a small picture that is really one. */
export const aPhoto = {
  name: 'kuitansi.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

/** Number and code, as a visitor writes them down. */
export interface Handed {
  readonly number: string
  readonly code: string
}

/** The form on whatever page or in whatever frame it stands, as a visitor uses it in Indonesian. */
export function complaintForm(place: Page | FrameLocator) {
  const page = 'owner' in place ? place.owner().page() : place
  const panel = place.getByRole('region', { name: 'Pengaduan', exact: true })
  const step = (name: string) => panel.getByRole('heading', { name, level: 2 })
  const next = () => panel.getByRole('button', { name: 'Lanjut' }).click()

  const form = {
    panel,
    step,
    next,

    async choosePrivacy(choice: 'Dengan identitas' | 'Identitas dirahasiakan' | 'Tanpa identitas') {
      await step('Pilih kerahasiaan identitas').waitFor()
      await panel.getByRole('radio', { name: choice }).click()
      await step('Jenis pengaduan').waitFor()
    },

    async chooseCategory(label: string, before = 'Apa yang terjadi') {
      await panel.getByRole('radio', { name: label }).click()
      await step(before).waitFor()
    },

    async tell(subject: string) {
      await panel.getByLabel('Pokok pengaduan').fill(subject)
      await panel
        .getByLabel('Uraian kejadian')
        .fill('Petugas di loket dua meminta lima puluh ribu rupiah.\n\nSaya punya kuitansinya.')
      await next()
      await step('Bukti pendukung').waitFor()
    },

    async addEvidence(file: typeof aPhoto) {
      await panel.getByRole('button', { name: 'Tambahkan bukti' }).click()
      await pick(page, panel.getByRole('button', { name: 'Pilih berkas' }), file)
      await panel.getByText('Tersimpan', { exact: false }).first().waitFor()
    },

    async skipEvidence() {
      await next()
      await step('Identitas dan kontak').or(step('Kontak (boleh dilewati)')).waitFor()
    },

    async introduce({ name, address, phone, email }: Reporter) {
      await panel.getByLabel('Nama lengkap').fill(name)
      await panel.getByLabel('Alamat').fill(address)
      await panel.getByLabel('Nomor HP').fill(phone)
      if (email) {
        await panel.getByLabel('Surel (e-mail)').fill(email)
        await panel.getByRole('checkbox', { name: 'Surel' }).check()
      }
      await next()
      await step('Periksa dan kirim').waitFor()
    },

    async agree() {
      await panel.getByRole('checkbox', { name: /^Isi pengaduan ini benar/ }).check()
    },

    send: () => panel.getByRole('button', { name: 'Kirim pengaduan' }).click(),

    /** The receipt on the screen. */
    async receipt(): Promise<Handed> {
      await panel.getByRole('heading', { name: 'Pengaduan Anda sudah diterima' }).waitFor()
      return { number: await readTerm(panel, 'Nomor pengaduan'), code: await readTerm(panel, 'Kode lacak') }
    },
  }
  return form
}

/** Picks a file the way a person does: by the button that opens the chooser. */
export async function pick(page: Page, button: Locator, file: typeof aPhoto): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await button.click()
  await (await chooser).setFiles(file)
}

/** The value that stands beside a term. One after the other: Firefox ESR crashes where a list of elements is asked for. */
export async function readTerm(place: Locator, term: string): Promise<string> {
  const names = await Promise.all((await place.getByRole('term').all()).map((name) => name.textContent()))
  const at = names.findIndex((name) => name?.trim() === term)
  return ((await place.getByRole('definition').nth(at).textContent()) ?? '').trim()
}

/** All that a place says to somebody who has it read out, shadow roots included. */
export const readOut = async (place: Locator): Promise<string> =>
  (await place.ariaSnapshot()).replace(/^\s*- \/url: .*$/gm, '')

/** Whether a person sees it without scrolling. */
export async function isOnTheScreen(thing: Locator): Promise<boolean> {
  const box = await thing.boundingBox()
  const screen = thing.page().viewportSize()
  return box !== null && screen !== null && box.y >= 0 && box.y + box.height <= screen.height
}
