import { describe, expect, it, vi } from 'vitest'
import type { MailboxView } from '../../service/contract/tenant-settings.ts'
import type { TriedWording, WordingList, WordingView } from '../../service/contract/unit.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const receipt = 'received.email.id'
const own = { subject: 'Kabar {nomor}', text: 'Terima kasih, pengaduan {nomor} ada pada kami.\n\n{tautan}' }

async function call(
  method: string,
  path: string,
  body?: unknown,
  { mailbox = 'admin', unit = 'bagian-organisasi' } = {},
) {
  const { headers } = await service.staff(mailbox, unit)
  return fetch(`${service.unit(unit).api}${path}`, {
    method,
    headers: { ...headers, 'Content-Type': 'application/json', 'Accept-Language': 'id' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}
const read = async (id = receipt, unit?: string): Promise<WordingView> =>
  (await call('GET', `/wording/${id}`, undefined, { unit: unit ?? 'bagian-organisasi' })).json()
const list = async (): Promise<WordingList> => (await call('GET', '/wording')).json()
const choose = async (text: unknown, { id = receipt, ...more }: Record<string, unknown> & { id?: string } = {}) => {
  const { revision } = await read(id)
  return call('PUT', `/wording/${id}`, { revision, text, ...more })
}
const setLevel = (channel: string, level: string) => call('PUT', '/wording-level', { channel, level })

describe('the words of a notice', () => {
  it('are ours until the unit writes its own, and ours again when it goes back; each choice is kept', async () => {
    const before = await read()
    expect(before).toMatchObject({ isOwn: false, revision: 0, versions: [], text: before.ours.text })
    expect((await choose(own)).status).toBe(200)
    expect(await read()).toMatchObject({ isOwn: true, revision: 1, ...own, ours: before.ours })
    expect((await choose({ ...own, subject: 'Kedua {nomor}' })).status).toBe(200)
    expect((await choose(null)).status).toBe(200)

    const { versions, ...after } = await read()
    expect(after).toMatchObject({ isOwn: false, revision: 3, subject: before.ours.subject })
    expect(versions.map(({ number, text, by }) => [number, text?.subject ?? null, by])).toEqual([
      [3, null, 'Ani Peraga'],
      [2, 'Kedua {nomor}', 'Ani Peraga'],
      [1, 'Kabar {nomor}', 'Ani Peraga'],
    ])
  })

  it('that say the same as ours are ours', async () => {
    const id = 'closed.email.id'
    const { ours } = await read(id)
    expect((await choose({ ...ours, text: `${ours.text}\n\n` }, { id })).status).toBe(200)
    expect(await read(id)).toMatchObject({ isOwn: false, revision: 0 })
  })

  it('that somebody else chose meanwhile are not overwritten', async () => {
    const id = 'answered.email.id'
    const put = (subject: string) => call('PUT', `/wording/${id}`, { revision: 0, text: { ...own, subject } })
    const answers = await Promise.all([put('Satu'), put('Dua')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await refusalIn(put('Tiga'))).toBe('409 wording/changed-meanwhile')
  })

  it('of one unit are not those of another', async () => {
    const id = 'declined.email.id'
    expect((await choose(own, { id })).status).toBe(200)
    expect(await read(id, 'dinas-contoh')).toMatchObject({ isOwn: false, versions: [] })
  })

  it('go out with the next notice, and ours after going back', async () => {
    const mailed = async (number: string) => {
      const mailbox = async () => (await (await call('GET', '/mailbox')).json()) as MailboxView
      return vi.waitUntil(async () => (await mailbox()).items.find(({ text }) => text.includes(number)), {
        timeout: 60_000,
        interval: 50,
      })
    }
    expect((await choose(own)).status).toBe(200)
    const first = await service.unit().file()
    expect(await mailed(first.number)).toMatchObject({
      subject: `Kabar ${first.number}`,
      text: `Terima kasih, pengaduan ${first.number} ada pada kami.\n\n${first.followUpUrl}`,
    })
    const told = async () => (await (await service.staff('verifikator')).case(first.number)).notices[0]?.attempts[0]
    const { revision } = await read()
    await vi.waitUntil(async () => (await told())?.explanation.includes(`versi ${revision}`), { timeout: 60_000 })
    expect((await choose(null)).status).toBe(200)
    const second = await service.unit().file()
    expect((await mailed(second.number))?.subject).toBe(`Pengaduan ${second.number} sudah kami terima`)
  })

  it.each([
    [{ ...own, subject: 'Kabar\r\nBcc: siapa@contoh.example' }, 'subject', 'one-line'],
    [{ ...own, text: 'Pengaduan {nomor}' }, 'text', 'needs-link'],
    [{ ...own, text: `${own.text} {__proto__}` }, 'text', 'unknown-place'],
    [{ ...own, text: `${own.text} {{{{` }, 'text', 'unbalanced-braces'],
    [{ ...own, text: `${own.text} \u202Etxt` }, 'text', 'forbidden-characters'],
    [{ ...own, text: 'x'.repeat(9_000) }, 'text', 'needs-link'],
    [{ ...own, text: 'x'.repeat(30_000) }, 'text.text', 'too-long'],
    [{ subject: 'Kabar' }, 'text.text', 'required'],
    [{ ...own, html: '<b>' }, 'text.html', 'unknown-field'],
    ['Kabar', 'text', 'invalid'],
  ])('are refused with where and why they are wrong: %o', async (text, path, code) => {
    const { errors } = await problemOf(await choose(text, { id: 'message.email.id' }))
    expect(errors?.map((error) => [error.path, error.code])).toContainEqual([path, code])
    expect(errors?.every(({ message }) => /\S/.test(message))).toBe(true)
    expect(await read('message.email.id')).toMatchObject({ isOwn: false, revision: 0 })
  })

  it.each(['tidak-ada', '__proto__', 'received.email', 'received.email.id.x', 'received.pigeon.id'])(
    'that nobody has are told as unknown: %s',
    async (id) => {
      expect(await refusalIn(call('GET', `/wording/${id}`))).toBe('404 wording/unknown')
      expect(await refusalIn(call('PUT', `/wording/${id}`, { revision: 0, text: own }))).toBe('404 wording/unknown')
    },
  )
})

describe('before it is kept', () => {
  const look = async (text: unknown, id = receipt): Promise<TriedWording> =>
    (await call('POST', `/wording/${id}/preview`, text)).json()

  it('a text is shown as a reporter would read it, with what is wrong, in the language of who asks', async () => {
    const id = 'withdrawn.email.en'
    const shown = await look({ subject: '{number}', text: 'Halo {nomer}' }, id)
    expect(shown.subject).toMatch(/^BO-\d{4}-000123$/)
    expect(shown.problems).toContainEqual({
      path: 'text',
      code: 'unknown-place',
      words: '{nomer}',
      message: 'Isian ini tidak dikenal.',
    })
    expect(await read(id)).toMatchObject({ isOwn: false, revision: 0 })
  })

  it('an SMS is counted', async () => {
    const { sms } = await look({ subject: '', text: `{nomor} {tautan} ’${'x'.repeat(5)}` }, 'received.sms.id')
    expect(sms).toMatchObject({ alphabet: 'wide', parts: 2 })
  })
})

describe('what a channel may carry', () => {
  const telling = { subject: 'Kabar', text: '{nomor} {tautan}\n\nStatus: {status}' }
  const id = 'in_progress.email.id'

  it('is number and link until the unit raises it; then more can be written, and lowering it says so in the list', async () => {
    expect((await list()).levels).toEqual({
      email: 'number_and_link',
      whatsapp: 'number_and_link',
      sms: 'number_and_link',
      letter: 'with_content',
    })
    const refused = await problemOf(await choose(telling, { id }))
    expect(refused).toMatchObject({ status: 409, code: 'wording/beyond-level', needs: 'with_status' })

    expect((await setLevel('email', 'with_status')).status).toBe(200)
    expect((await choose(telling, { id })).status).toBe(200)
    const stateOf = async () => (await list()).texts.find((one) => one.id === id)?.state
    expect(await stateOf()).toBe('own')
    expect((await setLevel('email', 'number_and_link')).status).toBe(200)
    expect(await stateOf()).toBe('attention')
    expect((await read(id)).preview.beyond).toEqual(['{status}'])
  })

  it('is not written by writing the settings', async () => {
    const settings = (await (await call('GET', '/settings')).json()) as object
    const more = { ...settings, noticeLevels: { sms: 'with_content' } }
    expect(await refusalIn(call('PUT', '/settings', more))).toBe('400 request/invalid')
    expect((await call('PUT', '/settings', settings)).status).toBe(200)
    expect((await list()).levels.letter).toBe('with_content')
  })

  it.each([
    ['pigeon', 'with_status'],
    ['sms', 'everything'],
    ['__proto__', 'with_content'],
  ])('is refused for %s at %s', async (channel, level) => {
    expect(await refusalIn(setLevel(channel, level))).toBe('400 request/invalid')
  })
})

describe('the built-in mailbox, which an admin reads,', () => {
  it('holds nothing that was written about a case, whatever the channel may carry', async () => {
    const id = 'completion_asked.email.id'
    expect((await setLevel('email', 'with_content')).status).toBe(200)
    const text = { subject: 'Lengkapi', text: '{nomor} {tautan}\n\n{status}\n\n{permintaan}' }
    expect((await choose(text, { id })).status).toBe(200)
    const { number } = await service.unit().file()
    const verifier = await service.staff('verifikator')
    const asked = await verifier.act(number, 'ask-for-completion', {
      items: ['evidence'],
      text: 'Mohon foto Kelimutu.',
    })
    expect(asked.status).toBe(200)
    const mail = await vi.waitUntil(
      async () =>
        ((await (await call('GET', '/mailbox')).json()) as MailboxView).items.find(
          (one) => one.subject === 'Lengkapi' && one.text.includes(number),
        ),
      { timeout: 60_000, interval: 50 },
    )
    expect(mail?.text).toMatch(/Menunggu kelengkapan pelapor$/)
    expect(mail?.text).not.toContain('Kelimutu')
  })
})

describe('words that tell of somebody', () => {
  it('are kept only by who says that they are meant', async () => {
    const id = 'withdrawn.email.id'
    const text = { ...own, text: `${own.text}\n\nTanya Ibu di 0812-0000-0009, soal maladministrasi.` }
    const refused = await problemOf(await choose(text, { id }))
    expect(refused).toMatchObject({ status: 409, code: 'wording/telling', found: ['phone', 'category'] })
    expect((await choose(text, { id, keepWords: true })).status).toBe(200)
  })
})

it('every choice is a line of the log, which tells no words', async () => {
  const before = await call('GET', '/wording/late.email.id')
  expect(before.status).toBe(200)
  expect((await choose(own, { id: 'late.email.id' })).status).toBe(200)
  expect((await setLevel('whatsapp', 'with_status')).status).toBe(200)
  const { get } = await service.staff('kepala')
  const log = (await (await get('/log')).json()) as { items: { act: string; subject: string; detail: string }[] }
  expect(log.items).toContainEqual(
    expect.objectContaining({ act: 'wording.changed', subject: 'late.email.id', detail: 'own 1' }),
  )
  expect(log.items).toContainEqual(
    expect.objectContaining({ act: 'wording.level_changed', subject: 'whatsapp', detail: 'with_status' }),
  )
  expect(JSON.stringify(log)).not.toContain('ada pada kami')
})
