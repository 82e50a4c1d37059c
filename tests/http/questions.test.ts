import { describe, expect, it } from 'vitest'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import type { Question } from '../../service/offices/questions/questions.ts'
import { problemOf } from '../support/a-problem.ts'
import { aFiling } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'
import { aQuestion, someQuestions } from '../support/some-questions.ts'

const service = oneService()
const unit = 'bagian-organisasi'
const category = 'maladministration'

async function ask(questions: readonly Question[]): Promise<Response> {
  const admin = await service.staff('admin')
  const settings = (await (await admin.get('/settings')).json()) as TenantSettingsView
  const categories = settings.categories.map((one) => (one.code === category ? { ...one, questions } : one))
  return fetch(`${service.unit(unit).api}/settings`, {
    method: 'PUT',
    headers: { ...admin.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...settings, categories }),
  })
}

const answers = { danger: 'no', paid: ['money'], amount: 50_000, where: { text: 'Loket tiga gedung lama' } }

describe('what a category asks besides the story', () => {
  it('is shown to visitors in their language, and nowhere else', async () => {
    expect((await ask(someQuestions)).status).toBe(200)
    const view = async (language: string): Promise<TenantView> =>
      (await fetch(service.unit(unit).api, { headers: { 'Accept-Language': language } })).json()
    const { categories } = await view('en')
    const asked = categories.filter(({ questions }) => questions)
    expect(asked.map(({ code }) => code)).toEqual([category])
    expect(asked[0]!.questions![0]).toMatchObject({ label: 'Is anybody in danger now?', hint: null })
  })

  it('is refused at the question that is wrong, and kept from a list that cannot be asked', async () => {
    const wrong = async (given: unknown) =>
      problemOf(await service.unit(unit).send({ ...aFiling({ category }), answers: given }))
    expect(await wrong({})).toMatchObject({
      code: 'request/invalid',
      errors: [{ path: 'answers.danger', code: 'required', message: 'Wajib diisi.' }],
    })
    expect(await wrong({ danger: 'yes' })).toMatchObject({ errors: [{ path: 'answers.danger', code: 'elsewhere' }] })
    expect(await wrong({ danger: 'no', gone: 'x' })).toMatchObject({
      errors: [{ path: 'answers.gone', code: 'not-asked' }],
    })
    const circle = aQuestion({ code: 'one', shownWhen: { question: 'one', answers: ['a'] } })
    expect(await problemOf(await ask([circle]))).toMatchObject({
      errors: [{ path: 'categories.0.questions.0.shownWhen.question', code: 'not-earlier' }],
    })
  })

  it('stands on the case in the words of then, is found, and keeps the case from whom it names', async () => {
    const { number } = await service.unit(unit).file({ category, answers: { ...answers, witness: 'Ibu Citra Peraga' } })
    const later = someQuestions.map((one) => ({ ...one, label: { id: 'Kata-kata lain', en: 'Other words' } }))
    expect((await ask(later)).status).toBe(200)
    const verifier = await service.staff('verifikator')
    const kept = await verifier.case(number)
    expect(kept.answers).toEqual([
      { question: 'Apakah ada orang dalam bahaya sekarang?', answer: 'Jawaban no' },
      { question: 'Apa yang diminta?', answer: 'Jawaban money' },
      { question: 'Berapa jumlahnya?', answer: 'Rp 50.000' },
      { question: 'Di mana?', answer: 'Loket tiga gedung lama' },
      { question: 'Siapa yang melihat?', answer: 'Ibu Citra Peraga' },
    ])
    expect(kept.guard?.candidates.map(({ name }) => name)).toEqual(['Citra Peraga'])
    const found = (await (await verifier.get('/cases?q=gedung+lama')).json()) as { items: { number: string }[] }
    expect(found.items.map((one) => one.number)).toEqual([number])
    expect((await ask(someQuestions)).status).toBe(200)
  })

  it('is asked on a second page where there is no script, and only what was asked is sent', async () => {
    const { privacyNotice } = (await (await fetch(service.unit(unit).api)).json()) as TenantView
    const fields: Record<string, string> = {
      ...{ submission: 'tanpa-skrip-1', language: 'id', category, privacy: 'anonymous' },
      ...{ subject: 'Berkas lama', chronology: 'Berkas tidak selesai.' },
      ...{ 'statements.truthful': 'yes', 'statements.procedureRead': 'yes' },
      'statements.privacyNotice': String(privacyNotice.version),
    }
    const post = async (more: Record<string, string>) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ ...fields, ...more })) form.append(name, value)
      const answer = await fetch(`${service.url}/t/${unit}/form`, { method: 'POST', body: form })
      return { status: answer.status, page: await answer.text() }
    }
    const first = await post({})
    expect(first.status).toBe(200)
    expect(first.page).toContain('Pengaduan belum terkirim.')
    expect(first.page).toMatch(
      /name="answers.danger"[\s\S]*Hanya bila jawaban “Apa yang diminta\?” adalah “Jawaban money”/,
    )
    expect(first.page).toContain('href="tel:112"')
    expect((await post({ asked: category, 'answers.danger': 'yes' })).page).toContain('tidak disampaikan di sini')
    // The amount hangs on an answer that was not given, so it does not count.
    const done = await post({ asked: category, 'answers.danger': 'no', 'answers.amount': 'banyak' })
    expect(done.status).toBe(201)
  })
})
