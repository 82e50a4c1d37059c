import { expect, it, onTestFinished } from 'vitest'
import { aMail, type MailDetails } from '../support/a-mail.ts'
import { aFiling, unitAt } from '../support/an-office.ts'
import { aPhoto } from '../support/some-files.ts'
import { type StandInImap, startStandInImap } from '../support/stand-in-imap.ts'
import { type StandInSmtp, startStandInSmtp } from '../support/stand-in-smtp.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

/** An office that sends mail and takes it in. */
async function anOfficeWithMail() {
  const [imap, smtp]: [StandInImap, StandInSmtp] = [await startStandInImap(), await startStandInSmtp()]
  onTestFinished(async () => {
    await imap.close()
    await smtp.close()
  })
  const office = await anOpenOffice({
    INBOUND_ADDRESS: 'masuk@aduan.example',
    INBOUND_UNIT: 'bagian-organisasi',
    IMAP_URL: imap.url,
    SMTP_URL: smtp.url,
  })
  const arrives = async (mail: MailDetails) => {
    const stored = imap.deliver(aMail(mail))
    await expect.poll(() => stored.seen).toBe(true)
  }
  const mailTo = async (address: string, words: string) => {
    const found = () =>
      smtp.delivered.find(({ to, text }) => to && !Array.isArray(to) && to.text === address && text?.includes(words))
    await expect.poll(found).toBeDefined()
    return found()!
  }
  return { ...office, arrives, mailTo }
}

it('a reporter answers a notice by e-mail with a photo, and the officer sees it on the case', async () => {
  const office = await anOfficeWithMail()
  const { number } = await unitAt(office.address).file(aFiling({ privacy: 'confidential' }))
  const notice = await office.mailTo('siti@contoh.example', number)
  expect(notice.text).toContain('Anda dapat membalasnya')
  await office.arrives({
    from: 'Siti Contoh <siti@contoh.example>',
    to: notice.replyTo!.value[0]!.address!,
    text: 'Ini foto kuitansinya.\n\nPada Sel, 24 Nov 2026 pukul 10.15 Aduan <aduan@localhost> menulis:\n\n> Terima kasih.',
    files: [{ name: 'kuitansi.jpg', type: 'image/jpeg', bytes: await aPhoto('x', 600, 400) }],
  })

  const head = await unitAt(office.address).signIn('kepala')
  await expect.poll(async () => (await head.case(number)).messages).toHaveLength(1)

  const officer = await aMemberOfStaff(office, 'verifikator')
  const { page } = officer
  await officer.openCase(number)
  const messages = page.getByRole('region', { name: 'Percakapan dengan pelapor' })
  await messages.getByText('Ini foto kuitansinya.').waitFor()
  await messages.getByText('lewat surel').waitFor()
  expect(await messages.getByText('Terima kasih.').isVisible()).toBe(false)
  await messages.getByText('Tampilkan kutipan').click()
  await messages.getByText('Terima kasih.').waitFor()
  await page.getByText('kuitansi.jpg').first().waitFor()
  await everybodyCanUse(page)
})

it('a new mail becomes a complaint through an officer, and its sender gets number and code', async () => {
  const office = await anOfficeWithMail()
  await office.arrives({
    from: 'Budi Misal <budi@misal.example>',
    subject: 'Pungutan di loket dua',
    text: 'Petugas loket dua meminta lima puluh ribu rupiah.\n\nDikirim dari iPhone saya',
    files: [{ name: 'loket.jpg', type: 'image/jpeg', bytes: await aPhoto('x', 600, 400) }],
  })
  await office.mailTo('budi@misal.example', 'Ini belum tanda terima')

  const officer = await aMemberOfStaff(office, 'petugas')
  const { page, press } = officer
  await officer.goTo('Pesan masuk')
  await page.getByRole('link', { name: 'Pungutan di loket dua' }).waitFor()
  await page.getByRole('link', { name: 'Pungutan di loket dua' }).click()
  await press('Lihat loket.jpg')
  await page.getByRole('img', { name: 'loket.jpg' }).waitFor()
  expect(await page.content()).not.toContain('budi@misal.example')
  await everybodyCanUse(page)

  await press('Catat sebagai pengaduan')
  expect(await page.getByLabel('Pokok pengaduan').inputValue()).toBe('Pungutan di loket dua')
  expect(await page.getByLabel('Uraian kejadian').inputValue()).toBe(
    'Petugas loket dua meminta lima puluh ribu rupiah.',
  )
  await page.getByLabel('Kategori').selectOption('Pungutan lain-lain oleh petugas')
  await page.getByRole('radio', { name: 'Rahasia' }).check()
  await everybodyCanUse(page)
  await press('Periksa')
  await page.getByText('Pelapor dihubungi di alamat asal pesannya.').waitFor()
  await press('Catat dan cetak tanda terima')
  await page.getByText('Nomor dan kode lacak sudah dikirim ke pengirim.').waitFor()
  await everybodyCanUse(page)
  await office.mailTo('budi@misal.example', 'Kode lacak: ')

  await press('Pesan berikutnya')
  await page.getByText('Tidak ada pesan yang menunggu').waitFor()
  await page.getByRole('link', { name: 'Dikesampingkan', exact: true }).click()
  await page.getByText('Tidak ada pesan yang dikesampingkan').waitFor()
  await page
    .getByRole('navigation', { name: 'Pesan yang mana' })
    .locator('[aria-current]')
    .getByText('Dikesampingkan')
    .waitFor()
  await everybodyCanUse(page)
})
