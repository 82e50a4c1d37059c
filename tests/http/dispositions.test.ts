import { expect, it } from 'vitest'
import type { StaffMemberView } from '../../service/contract/account.ts'
import type { CaseView } from '../../service/contract/case-view.ts'
import { problemOf } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'

const service = oneService()
const flowing = (text: string) => text.replace(/\s+/g, ' ')

async function aDispatchedCase(filing = {}) {
  const { number } = await service.unit().file(filing)
  const verifier = await service.staff('verifikator')
  await verifier.act(number, 'verify')
  const { items } = (await (await verifier.get(`/handlers?case=${number}&part=assist`)).json()) as {
    items: StaffMemberView[]
  }
  const idOf = (mailbox: string) => items.find(({ email }) => email.startsWith(mailbox))!.id
  const dispatched = await verifier.act(number, 'dispatch', {
    handler: idOf('petugas'),
    instructions: ['follow_up', 'report_back'],
    instruction: 'Mintai keterangan petugas loket dua.',
    dueOn: '2099-11-27',
    assistants: [{ staff: idOf('kepala'), instructions: ['for_information'] }],
  })
  expect(dispatched.status).toBe(200)
  const sent = (await dispatched.json()) as CaseView
  return { number, verifier, idOf, sent }
}

const slipPdf = async (number: string, id: string, mailbox = 'kepala') =>
  (await service.staff(mailbox)).get(`/cases/${number}/dispositions/${id}/slip.pdf`)

it('a slip is printed as offices know it, with boxes, room for initials, and what was done', async () => {
  const { number, sent } = await aDispatchedCase()
  const [slip] = sent.dispositions
  const own = (await (await service.staff('petugas')).case(number)).dispositions[0]!
  expect(own.assignments.map((one) => one.own)).toEqual([true, false])
  const handler = await service.staff('petugas')
  const told = await handler.post(`/cases/${number}/dispositions/${slip!.id}/carried-out`, { text: 'Sudah dimintai.' })
  expect(told.status).toBe(200)

  const answer = await slipPdf(number, slip!.id)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const { text, missingFonts, skeleton } = readPdf(new Uint8Array(await answer.arrayBuffer()))
  for (const said of [
    'LEMBAR DISPOSISI',
    number,
    'Citra Peraga',
    'Penangan utama',
    'Membantu',
    'Mintai keterangan petugas loket dua.',
    'Tindak lanjuti sesuai ketentuan',
    'Paraf',
    'Sudah dimintai.',
    'S… C…',
  ]) {
    expect(flowing(text)).toContain(said)
  }
  expect(text).not.toContain('Siti Contoh')
  expect(missingFonts).toEqual([])
  expect(skeleton).toContain('/StructTreeRoot')
})

it('a slip of a confidential complaint names nobody, and reading it is written down', async () => {
  const { number, sent } = await aDispatchedCase({ privacy: 'confidential' })
  const answer = await slipPdf(number, sent.dispositions[0]!.id)
  const text = flowing(readPdf(new Uint8Array(await answer.arrayBuffer())).text)
  expect(text).toContain('Identitas dirahasiakan')
  expect(text).toContain('Rahasia')
  expect(text).not.toContain('Siti')
  expect(await problemOf(await slipPdf(number, 'tidak-ada'))).toMatchObject({ code: 'disposition/unknown' })
  const log = await (await (await service.staff('kepala')).get('/log')).text()
  expect(log).toContain('paper.read')
})

it('what is not an instruction is refused, and so are more people than fit', async () => {
  const { number, verifier, idOf, sent } = await aDispatchedCase()
  const again = (body: object) =>
    verifier.post(`/cases/${number}/dispatch`, { revision: sent.revision, handler: idOf('petugas'), ...body })
  for (const body of [
    { instructions: ['burn'] },
    { instructions: 'follow_up' },
    { dueOn: 'besok' },
    { dueOn: '2020-01-01' },
    { instruction: 'x'.repeat(4_001) },
    { assistants: Array.from({ length: 8 }, (_, at) => ({ staff: `orang-${at}` })) },
    { assistants: [{ staff: idOf('petugas') }] },
    { assistants: [{ staff: '=HYPERLINK("x")' }] },
  ]) {
    expect(await problemOf(await again(body))).toMatchObject({ code: 'request/invalid' })
  }
})
