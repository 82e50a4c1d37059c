import { describe, expect, it } from 'vitest'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { letterOffice } from '../support/a-letter-office.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import type { aFiling } from '../support/an-office.ts'
import { lettersOn, setLetters } from '../support/letters-on.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'

const service = oneService()
const category = 'maladministration'
const next = 'Petugas lapangan datang melihat dalam tiga hari kerja.'
const later = 'Berkas Anda dicari di loket pada hari yang sama.'

type Category = TenantSettingsView['categories'][number]

const settingsOf = async (): Promise<TenantSettingsView> =>
  (await (await service.staff('admin')).get('/settings')).json()

async function save(
  own: Partial<Category>,
  rules: (before: TenantSettingsView['rules']) => TenantSettingsView['rules'] = (before) => before,
): Promise<Response> {
  const settings = await settingsOf()
  const { headers } = await service.staff('admin')
  return fetch(`${service.unit().api}/settings`, {
    method: 'PUT',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...settings,
      rules: rules(settings.rules),
      categories: settings.categories.map((one) => (one.code === category ? { ...one, ...own } : one)),
    }),
  })
}

const receiptOf = async (receipt: { readonly number: string; readonly trackingCode: string }): Promise<string> =>
  readPdf(new Uint8Array(await (await service.unit().reporter(receipt).get('/receipt.pdf')).arrayBuffer())).text

describe('a category with a notice of its own', () => {
  it('says what happens next before filing, on the receipt and to who follows; a later text is for later cases', async () => {
    const before = await service.unit().file({ category })
    expect(before).not.toHaveProperty('nextSteps')
    expect((await save({ nextSteps: { id: next, en: '' } })).status).toBe(200)

    const widget: TenantView = await (await fetch(`${service.unit().api}?widget=1.0.0`)).json()
    const shown = widget.categories.find(({ code }) => code === category)
    expect(shown?.description).toMatch(new RegExp(`Sesudah Anda mengadu: ${next}$`))
    expect(shown).not.toHaveProperty('nextSteps')
    const plain = await (await fetch(`${service.url}/t/bagian-organisasi/form`)).text()
    expect(plain).toContain(`Sesudah Anda mengadu: ${next}</p>`)

    const first = await service.unit().file({ category })
    expect(first).toMatchObject({ nextSteps: next })
    expect((await save({ nextSteps: { id: later, en: '' } })).status).toBe(200)
    const second = await service.unit().file({ category })

    expect((await service.unit().reporter(first).follow()).statusMeaning).toContain(next)
    expect((await service.unit().reporter(second).follow()).statusMeaning).toContain(later)
    expect((await service.unit().reporter(before).follow()).statusMeaning).not.toMatch(/Sesudah Anda mengadu/)
    expect((await receiptOf(first)).replaceAll('\n', ' ')).toContain(next)
    expect((await receiptOf(second)).replaceAll('\n', ' ')).toContain(later)
    expect(await receiptOf(before)).not.toContain('Apa yang terjadi sesudah ini')
  })

  it('is Indonesian in English pages where the unit wrote no English, and they say so', async () => {
    await save({ nextSteps: { id: later, en: '' } })
    const english = { 'Accept-Language': 'en' }
    const form = await (await fetch(`${service.url}/t/bagian-organisasi/form?lang=en`)).text()
    expect(form).toContain(`After you file: <span lang="id">${later}</span></p>`)
    const receipt = await service.unit().file({ category })
    const seen = await fetch(`${service.unit().api}/complaints/${receipt.number}`, {
      headers: { ...english, Authorization: `Bearer ${receipt.trackingCode}` },
    })
    expect(await seen.json()).toMatchObject({ inIndonesian: [later] })
  })

  it('goes with a notice only where the channel may carry content, because it reveals the category', async () => {
    await save({ nextSteps: { id: next, en: '' } })
    const { number } = await service.unit().file({ category })
    const inbox = await service.staff('admin')
    const mail = async () => {
      const { items } = await (await inbox.get('/mailbox')).json()
      return items.find((one: { subject: string }) => one.subject.includes(number))?.text as string | undefined
    }
    await expect.poll(mail).toContain(number)
    expect(await mail()).not.toContain(next)
  })
})

describe('a category with times of its own', () => {
  const verification = { category, clock: 'verification', amount: 1, unit: 'working_days', legalBasis: null } as const

  it('counts new cases by them, and moves none that runs', async () => {
    const running = await service.unit().file({ category })
    expect((await save({}, (rules) => ({ ...rules, categories: [verification] }))).status).toBe(200)
    const filed = await service.unit().file({ category })
    const other = await service.unit().file({ category: 'illegal_levy' })

    const dueOf = async (receipt: typeof filed) =>
      (await service.unit().reporter(receipt).follow()).clocks.find(({ clock }) => clock === 'verification')?.dueAt
    const [was, now, usual] = await Promise.all([dueOf(running), dueOf(filed), dueOf(other)])
    expect(was).toBe(running.clocks.find(({ clock }) => clock === 'verification')?.dueAt)
    expect(usual).toBe(was)
    expect(Date.parse(now ?? '')).toBeLessThan(Date.parse(was ?? ''))
  })

  it('is refused what an article of the unit’s forbids, and what names no category or one twice', async () => {
    const cited = { amount: 3, unit: 'working_days', legalBasis: 'Pasal 1 Peraturan Contoh' } as const
    const longer = { ...verification, amount: 4 }
    const problems = async (categories: TenantSettingsView['rules']['categories']) => {
      const response = await save({}, (rules) => ({
        ...rules,
        clocks: { ...rules.clocks, verification: cited },
        categories,
      }))
      return response.ok ? [] : ((await problemOf(response)).errors ?? []).map(({ path }) => path)
    }
    expect(await problems([longer])).toEqual(['rules.categories.0.amount'])
    expect(await problems([{ ...longer, legalBasis: 'Pasal 2 Peraturan Contoh' }])).toEqual([])
    expect(await problems([verification, verification])).toEqual(['rules.categories.1.category'])
    expect(await problems([])).toEqual([])
  })
})

describe('a category whose handler answers', () => {
  const answer = { outcome: 'clarified', text: 'Berkas Anda sudah dapat diambil di loket satu.' }

  async function aCaseInHand(details: Parameters<typeof aFiling>[0] = {}) {
    const receipt = await service.unit().file({ category, ...details })
    const [verifier, handler] = await Promise.all([service.staff('verifikator'), service.staff('petugas')])
    expect((await verifier.act(receipt.number, 'verify')).status).toBe(200)
    const { id } = handler.session.staff
    expect((await verifier.act(receipt.number, 'dispatch', { handler: id, instruction: 'Tangani.' })).status).toBe(200)
    return { receipt, handler }
  }

  it('lets nobody but the head answer until the unit says otherwise', async () => {
    const { receipt, handler } = await aCaseInHand()
    expect((await handler.case(receipt.number)).acts).not.toContain('answer')
    expect(await refusalIn(handler.act(receipt.number, 'answer', answer))).toBe('403 staff/not-permitted')
  })

  it('takes the handler’s first answer, and leaves what follows an objection to the head', async () => {
    expect((await save({ handlerAnswers: true })).status).toBe(200)
    const { receipt, handler } = await aCaseInHand()
    expect((await handler.case(receipt.number)).acts).toContain('answer')
    expect((await handler.act(receipt.number, 'answer', answer)).status).toBe(200)

    const reporter = service.unit().reporter(receipt)
    expect((await reporter.follow()).answer).toMatchObject({ text: answer.text })
    expect((await reporter.post('/objection', { text: 'Berkas itu bukan milik saya.' })).status).toBe(201)
    const head = await service.staff('kepala')
    const upheld = { upheld: true, text: 'Kami periksa kembali.' }
    expect((await head.act(receipt.number, 'decide-objection', upheld)).status).toBe(200)
    expect(await refusalIn(handler.act(receipt.number, 'answer', answer))).toBe('403 staff/not-permitted')
  })

  it('has the head approve what leaves as a letter', async () => {
    expect((await setLetters(service, lettersOn)).status).toBe(200)
    const letters = letterOffice(service)
    const { receipt, handler } = await aCaseInHand({
      privacy: 'named',
      reporter: { name: 'Siti Contoh', address: 'Jalan Misal 1', phone: '0812-0000-0001', channels: ['letter'] },
    })
    expect((await handler.act(receipt.number, 'answer', answer)).status).toBe(200)
    const { id, state } = await letters.theLetter(receipt.number, 'decision')
    expect(state).toBe('draft')
    await letters.done('petugas', id, 'submit')
    expect(await letters.done('kepala', id, 'approve')).toMatchObject({ signatory: { name: 'Dewi Peraga, S.H.' } })
  })

  it('cannot be one for complaints about officials', async () => {
    const { errors } = await problemOf(await save({ class: 'oversight', handlerAnswers: true }))
    expect(errors?.map(({ path }) => path.split('.').at(-1))).toEqual(['handlerAnswers'])
  })
})
