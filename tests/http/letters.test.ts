import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import { aColleague } from '../support/a-colleague.ts'
import { letterOffice } from '../support/a-letter-office.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { anonymousFiling } from '../support/an-office.ts'
import { readableIn, readableInFolder } from '../support/find-readable.ts'
import { lettersOn, setLetters } from '../support/letters-on.ts'
import { officeDay } from '../support/office-days.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'
import { aPng } from '../support/some-files.ts'

const service = oneService()
const office = letterOffice(service)
beforeAll(async () => {
  expect((await setLetters(service, lettersOn)).status).toBe(200)
})

const flowing = (text: string) => text.replace(/\s+/g, ' ')
const paperIn = async (answer: Response) => readPdf(new Uint8Array(await answer.arrayBuffer()))
const noticeOf = async (number: string) => (await (await service.staff('kepala')).case(number)).notices.at(-1)!

describe('a notice to a reporter who wants letters', () => {
  it('waits as a draft, and follows its letter to the post', async () => {
    const { number, id, trackingCode } = await office.aDraft()
    // The draft is there before its case says so.
    await expect.poll(() => noticeOf(number)).toMatchObject({ state: 'printing', channel: 'letter', attempts: [] })
    expect(await office.read(id)).toMatchObject({
      state: 'draft',
      kind: 'message',
      letterNumber: null,
      obstacle: null,
    })

    await office.done('petugas', id, 'submit')
    const { letterNumber } = await office.done('kepala', id, 'approve')
    expect(letterNumber).toMatch(/^\d{3}\/BO\/[IVX]+\/\d{4}$/)
    const paper = await paperIn(await office.print('petugas', [id]))
    const text = flowing(paper.text)
    for (const said of ['BAGIAN ORGANISASI', letterNumber!, 'Siti Contoh', 'Kecamatan Umpama', 'NIP 19700101']) {
      expect(text).toContain(said)
    }
    expect(paper.pages).toBe(1)
    expect(paper.missingFonts).toEqual([])

    await office.done('petugas', id, 'post', { on: officeDay(), courierNumber: 'POS-0001' })
    expect(await noticeOf(number)).toMatchObject({ state: 'sent', attempts: [{ outcome: 'accepted' }] })
    expect(await office.done('petugas', id, 'arrive')).toMatchObject({ state: 'arrived', courierNumber: 'POS-0001' })
    expect(await noticeOf(number)).toMatchObject({ state: 'delivered' })
    const { identityAccess } = await service.unit().reporter({ number, trackingCode }).follow()
    expect(JSON.stringify(identityAccess)).toContain(letterNumber)
  })

  it('goes on to the next channel when the letter comes back, and when it is withdrawn', async () => {
    const reporter = {
      name: 'Siti Contoh',
      address: 'Jalan Misal 1',
      phone: '0812-0000-0001',
      email: 'siti@contoh.example',
    }
    const ladder = { reporter: { ...reporter, channels: ['letter', 'email'] as const } }
    const { number, id } = await office.anApproved({ reporter: { ...ladder.reporter, channels: ['letter', 'email'] } })
    await office.print('petugas', [id])
    await office.done('petugas', id, 'post', { on: officeDay() })
    await office.done('petugas', id, 'return', { reason: 'moved' })
    await expect.poll(async () => (await noticeOf(number)).state).toBe('failed')
    const { attempts } = await noticeOf(number)
    expect(attempts.map(({ channel, report }) => [channel, report])).toEqual([
      ['letter', 'failed'],
      ['email', null],
    ])
    expect(attempts[0]!.explanation).toMatch(/dikembalikan oleh pos/)

    const alone = await office.aDraft()
    await office.done('petugas', alone.id, 'withdraw', { note: 'Sudah diberi tahu di loket.' })
    await expect.poll(async () => (await noticeOf(alone.number)).state).toBe('failed')
  })

  it('can be sent by letter once every other channel failed, and only where the reporter agreed', async () => {
    const { number, id } = await office.aDraft()
    await office.done('petugas', id, 'withdraw', { note: 'Salah cetak.' })
    await expect.poll(async () => (await noticeOf(number)).state).toBe('failed')
    const notice = await noticeOf(number)
    expect(notice.mayLetter).toBe(true)
    const instead = `/cases/${number}/notices/letter`
    const officer = await service.staff('petugas')
    const named = { notice: notice.id }
    expect(await (await officer.post(instead, named)).json()).toMatchObject({
      notices: [{ state: 'unreachable' }, { state: 'printing' }],
    })
    expect((await office.lettersOf(number)).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn', 'draft'])
    expect(await refusalIn(officer.post(instead, named))).toBe('409 letter/notice-not-open')
  })
})

describe('approval', () => {
  it('is for the only signer of the unit even of their own words, and for another as soon as there is one', async () => {
    const { id } = await office.aDraft()
    await office.done('kepala', id, 'submit')
    expect(await refusalIn(office.act('petugas', id, 'approve'))).toBe('403 staff/not-permitted')
    expect((await office.read(id, 'kepala')).acts).toContain('approve')
    await office.done('kepala', id, 'approve')

    const { id: later } = await office.aDraft()
    await office.done('kepala', later, 'submit')
    const admin = await service.staff('admin')
    const other = await aColleague(service, ['unit_head'])
    expect(await refusalIn(office.act('kepala', later, 'approve'))).toBe('403 letter/own-words')
    const seen = await office.read(later, 'kepala')
    expect(seen.acts).not.toContain('approve')
    expect(seen.approvers).toEqual([{ name: 'Gita Umpama', position: 'Petugas', own: false }])
    const left = await fetch(`${service.unit().api}/staff/${other.session.staff.id}`, {
      ...{ method: 'DELETE', headers: admin.headers },
    })
    expect(left.status).toBe(204)
    await office.done('kepala', later, 'approve')
  })

  it('gives each letter a number of its own, without a gap, however many are approved at once', async () => {
    const drafts = await Promise.all(Array.from({ length: 6 }, () => office.aDraft()))
    for (const { id } of drafts) await office.done('petugas', id, 'submit')
    const approved = await Promise.all(drafts.map(({ id }) => office.done('kepala', id, 'approve')))
    const numbers = approved.map(({ letterNumber }) => Number(letterNumber!.slice(0, 3))).toSorted((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, at) => numbers[0]! + at))
  })

  it('by two at once counts once', async () => {
    const { id } = await office.aDraft()
    const { revision } = await office.done('petugas', id, 'submit')
    const head = await service.staff('kepala')
    const answers = await Promise.all([1, 2, 3].map(() => head.post(`/letters/${id}/approve`, { revision })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
  })

  it('is given back with a reason, and the draft can be put right', async () => {
    const { id } = await office.aDraft()
    expect(await refusalIn(office.edit('petugas', id, { body: 'Kepada Siti Contoh kami sampaikan.' }))).toBe(
      '409 text/names-reporter',
    )
    await office.done('petugas', id, 'submit')
    const back = await office.done('kepala', id, 'give-back', { note: 'Tambahkan jam layanan.' })
    expect(back.history.at(-1)).toMatchObject({ state: 'draft', note: 'Tambahkan jam layanan.' })
    const edited = await office.edit('petugas', id, { body: 'Loket buka pukul 08.00.', nature: 'important' })
    expect(await edited.json()).toMatchObject({
      nature: 'important',
      paper: { paragraphs: ['Loket buka pukul 08.00.'] },
    })
  })

  it('fixes the paper: printed again it is the same file, whatever the settings say by then', async () => {
    const { id, letter } = await office.anApproved()
    await setLetters(service, { ...lettersOn, city: 'Kota Lain' })
    const papers = [await office.print('petugas', [id]), await office.print('petugas', [id])]
    await setLetters(service, lettersOn)
    for (const paper of papers) {
      const bytes = Buffer.from(await paper.arrayBuffer())
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(letter.sha256)
    }
  })
})

describe('printing', () => {
  it('puts several letters into one file, in the order asked for', async () => {
    const [one, two] = [await office.anApproved(), await office.anApproved()]
    const paper = await paperIn(await office.print('petugas', [two.id, one.id]))
    expect(paper.pages).toBe(2)
    const text = flowing(paper.text)
    expect(text.indexOf(two.letter.letterNumber!)).toBeLessThan(text.indexOf(one.letter.letterNumber!))
  })

  it('of a confidential letter is for custodians, and its envelope tells nothing of the matter', async () => {
    const { id, number } = await office.anApproved({ privacy: 'confidential' })
    expect(JSON.stringify(await office.read(id, 'petugas'))).not.toMatch(/Siti|Misal 1/)
    expect(await refusalIn(office.print('petugas', [id]))).toBe('403 letter/confidential')
    const paper = await paperIn(await office.print('kustodian', [id]))
    expect(paper.pages).toBe(2)
    const [sheet = '', letter = ''] = paper.text.split('PEMERINTAH KABUPATEN')
    expect(sheet).toContain('Siti Contoh')
    expect(sheet).not.toMatch(new RegExp(`${number}|engaduan`))
    expect(letter).not.toMatch(/Siti|Misal/)
  })

  it('fills in the name where the words leave a place for it, and never in a confidential letter', async () => {
    const words = { body: 'Bapak/Ibu {nama}, loket buka pukul 08.00.' }
    const said = async (mailbox: string, details: Parameters<typeof office.aDraft>[0]) => {
      const { id } = await office.aDraft(details)
      const edited = await office.edit('petugas', id, words)
      expect(await edited.text()).not.toContain('Siti')
      await office.done('petugas', id, 'submit')
      await office.done('kepala', id, 'approve')
      return flowing((await paperIn(await office.print(mailbox, [id]))).text)
    }
    expect(await said('petugas', {})).toContain('Bapak/Ibu Siti Contoh, loket')
    expect(await said('kustodian', { privacy: 'confidential' })).toContain('Bapak/Ibu Bapak/Ibu, loket')
  })

  it('prints none where one of them cannot be', async () => {
    const { id } = await office.anApproved()
    const { id: draft } = await office.aDraft()
    expect(await refusalIn(office.print('petugas', [id, draft]))).toBe('409 letter/wrong-state')
    expect((await office.read(id)).state).toBe('approved')
  })

  it('does not send a letter where the reporter no longer lives', async () => {
    const { id, number, trackingCode } = await office.anApproved()
    const reporter = service.unit().reporter({ number, trackingCode })
    expect((await reporter.post('/identity/correction', { address: 'Jalan Baru 2' })).status).toBe(201)
    expect(await refusalIn(office.print('petugas', [id]))).toBe('409 letter/address-changed')
    expect((await reporter.post('/identity/withdrawal', { understood: true })).status).toBe(201)
    expect(await refusalIn(office.print('petugas', [id]))).toBe('409 letter/no-address')
    expect((await office.read(id, 'petugas')).acts).toEqual(['withdraw'])
  })
})

describe('a letter in hand', () => {
  const check = async (paper: string) => {
    const [, path = ''] = /(\/verify\/[\w-]{16})/.exec(paper.replace(/\s/g, '')) ?? []
    const page = await fetch(service.url + path)
    return { status: page.status, text: await page.text() }
  }

  it('can be checked by anybody, who learns neither what it says nor to whom it went', async () => {
    const { id, number, letter } = await office.anApproved()
    const paper = await paperIn(await office.print('petugas', [id]))
    const checked = await check(paper.text)
    expect(checked.text).toContain('Surat ini kami keluarkan')
    expect(checked.text).toContain(letter.letterNumber)
    expect(checked.text).toContain(letter.fingerprint)
    expect(checked.text).not.toMatch(new RegExp(`${number}|Siti|Misal|Tanda terima pengaduan nomor`))
    await office.done('petugas', id, 'withdraw', { note: 'Salah cetak.' })
    expect((await check(paper.text)).text).toContain('Surat ini kami batalkan')
  })
})

describe('letters of a case', () => {
  it('are not there for whom the case is kept from, nor counted', async () => {
    const officer = await service.staff('petugas')
    const { id, number } = await office.aDraft({ reportedPerson: officer.session.staff.name })
    expect(await refusalIn(officer.get(`/letters/${id}`))).toBe('404 letter/unknown')
    expect(await refusalIn(officer.get(`/cases/${number}/letters`))).toBe('404 complaint/not-found')
    const [theirs, all] = [await office.list('draft', 'petugas'), await office.list('draft')]
    expect(theirs.items.map((one) => one.id)).not.toContain(id)
    expect(all.counts.draft! - theirs.counts.draft!).toBe(1)
    expect(theirs.counts.draft).toBe(theirs.items.length)
  })

  it('lie on the disk and in the log as nothing that can be read', async () => {
    const told = { name: 'Zulaikha Umpama', address: 'Gang Kenanga Tujuh Belas' }
    const reporter = { ...told, phone: '0812-0000-0001', channels: ['letter' as const] }
    const { id } = await office.aDraft({ reporter })
    await office.edit('petugas', id, { body: 'Kelimutu berkabut pagi ini.' })
    await office.done('petugas', id, 'submit')
    await office.done('kepala', id, 'approve')
    expect(flowing((await paperIn(await office.print('petugas', [id]))).text)).toContain('Kelimutu berkabut')
    await office.done('petugas', id, 'post', { on: officeDay(), courierNumber: 'RESI-KELIMUTU-1' })
    const secrets = [told.name, told.address, 'Kelimutu berkabut', 'RESI-KELIMUTU-1']
    expect(await readableInFolder(service.running.folder, secrets)).toEqual([])
    expect(readableIn(Buffer.from(service.running.output()), secrets)).toEqual([])
  })

  it('bear hostile names and addresses as nothing but letters', async () => {
    const name = `=HYPERLINK("x")<b>\u202eotnoC\u0007 ${'Panjang'.repeat(10)}`
    const address = `${'Jalan tanpa spasi'.replaceAll(' ', '').repeat(12)}\u2066\nRT 1`
    const { id } = await office.anApproved({
      reporter: { name, address, phone: '0812-0000-0001', channels: ['letter'] },
    })
    const paper = await paperIn(await office.print('petugas', [id]))
    expect(paper.text).not.toMatch(/[\p{Cf}\p{Co}]/u)
    expect(flowing(paper.text)).toContain('=HYPERLINK("x")<b>')
    expect(paper.pages).toBe(1)
  })
})

describe('a unit', () => {
  it('offers letters once they are on, and takes none without an address', async () => {
    const view = async (unit: string) =>
      (await fetch(service.unit(unit).api)).json() as Promise<{ form: { channels: string[] } }>
    expect((await view('bagian-organisasi')).form.channels).toContain('letter')
    expect((await view('dinas-contoh')).form.channels).not.toContain('letter')
    const reporter = { name: 'Siti Contoh', phone: '0812-0000-0001', channels: ['letter'] }
    const withoutAddress = await service
      .unit('dinas-contoh')
      .send({ ...anonymousFiling({ privacy: 'named' }), reporter })
    expect(await problemOf(withoutAddress)).toMatchObject({ code: 'request/invalid' })
    const anonymous = await service.unit().send({ ...anonymousFiling(), reporter: { channels: ['letter'] } })
    expect(JSON.stringify(await problemOf(anonymous))).toContain('reporter.channels')
  })

  it.each([
    [{ pattern: '{seq}/{code}' }, 'letters.pattern', 'letter-needs-year'],
    [{ code: '' }, 'letters.code', 'letter-needs-code'],
    [{ signatories: [] }, 'letters.signatories', 'required'],
    [{ city: '' }, 'letters.city', 'required'],
  ])('does not turn them on with %j', async (change, path, code) => {
    const answer = await setLetters(service, { ...lettersOn, ...change })
    const problem = await problemOf(answer)
    expect(problem.errors).toMatchObject([{ path, code }])
  })
})

describe('the letterhead', () => {
  const admin = () => service.staff('admin')
  const preview = async (letters: object, path = 'preview') =>
    (await admin()).post(`/settings/letters/${path}`, letters)
  const settings = async () => (await (await admin()).get('/settings')).json() as Promise<TenantSettingsView>
  async function putLogo(image: string | null): Promise<Response> {
    const { headers } = await admin()
    return fetch(`${service.unit().api}/settings/letters/logo`, {
      method: 'PUT',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ revision: (await settings()).revision, image }),
    })
  }

  it('is shown with an example number before it is saved', async () => {
    const answer = await preview({ ...lettersOn, pattern: '{seq:4}/{kind}/{year}' })
    expect(await answer.json()).toMatchObject({
      number: expect.stringMatching(/^0012\/KL\/\d{4}$/),
      paper: { letterhead: { lines: lettersOn.letterhead.lines }, signatory: { name: 'Dewi Peraga, S.H.' } },
    })
    expect(await (await preview({ ...lettersOn, pattern: '{seq}' })).json()).toMatchObject({ number: null })
    const paper = await paperIn(await preview(lettersOn, 'preview.pdf'))
    expect(flowing(paper.text)).toContain('Kecamatan Umpama')
  })

  it('has a logo that was drawn anew, and keeps it when the settings are saved', async () => {
    expect((await putLogo(Buffer.from(aPng).toString('base64'))).status).toBe(200)
    const { logo } = (await settings()).letters.letterhead
    expect(Buffer.from(logo!, 'base64').subarray(0, 3).toString('hex')).toBe('ffd8ff')
    await setLetters(service, lettersOn)
    expect((await settings()).letters.letterhead.logo).toBe(logo)

    const { id } = await office.anApproved()
    const printed = Buffer.from(await (await office.print('petugas', [id])).arrayBuffer())
    expect(readPdf(printed).skeleton).toContain('/Subtype /Image')
    expect(printed.length).toBeLessThan(60_000)
    expect((await putLogo(null)).status).toBe(200)
    expect((await settings()).letters.letterhead.logo).toBeNull()
  })

  it('takes no picture that would make every letter a heavy one', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 90 } as const
    const create = { width: 300, height: 300, channels: 3, background: '#fff', noise } as const
    const picture = await sharp({ create }).jpeg({ quality: 60 }).toBuffer()
    expect(await refusalIn(putLogo(picture.toString('base64')))).toBe('413 letter/logo-too-large')
  })

  it('takes nothing that is not a picture', async () => {
    const page = Buffer.from('<svg onload=alert(1)>').toString('base64')
    expect(await refusalIn(putLogo(page))).toBe('400 letter/logo-unreadable')
  })
})
