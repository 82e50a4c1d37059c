import { expect, vi } from 'vitest'
import type { CaseLetters, LetterLine, LetterList, LetterView } from '../../service/contract/papers.ts'
import type { aFiling } from './an-office.ts'
import type { AtWork } from './letters-on.ts'
import { patience } from './patience.ts'

const text = 'Loket buka pukul 08.00 sampai 15.00.'

/** What the staff of one unit do with letters, over HTTP. */
export function letterOffice(service: AtWork, unit?: string) {
  const as = (mailbox: string) => service.staff(mailbox, unit)
  const office = {
    lettersOf: async (number: string, mailbox = 'kepala'): Promise<readonly LetterLine[]> => {
      const answer = await (await as(mailbox)).get(`/cases/${number}/letters`)
      expect(answer.status).toBe(200)
      return ((await answer.json()) as CaseLetters).items
    },
    list: async (state: string, mailbox = 'kepala'): Promise<LetterList> =>
      (await (await as(mailbox)).get(`/letters?state=${state}`)).json(),
    read: async (id: string, mailbox = 'kepala'): Promise<LetterView> =>
      (await (await as(mailbox)).get(`/letters/${id}`)).json(),

    /** Acts on the letter as it stands now. */
    async act(mailbox: string, id: string, verb: string, body: object = {}): Promise<Response> {
      const staff = await as(mailbox)
      const { revision } = await office.read(id)
      return staff.post(`/letters/${id}/${verb}`, { revision, ...body })
    },
    async done(mailbox: string, id: string, verb: string, body: object = {}): Promise<LetterView> {
      const answer = await office.act(mailbox, id, verb, body)
      if (answer.status !== 200) throw new Error(`Not done: ${answer.status} ${await answer.text()}`)
      return answer.json()
    },
    async edit(mailbox: string, id: string, words: object): Promise<Response> {
      const { revision, subject, body } = await office.read(id)
      const letter = { revision, subject, body, nature: 'ordinary', enclosures: '', signatory: 0, ...words }
      return (await as(mailbox)).call('PUT', `/letters/${id}`, letter)
    },
    async print(mailbox: string, ids: readonly string[]): Promise<Response> {
      const letters = await Promise.all(ids.map(async (id) => ({ id, revision: (await office.read(id)).revision })))
      return (await as(mailbox)).post('/letter-prints', { letters })
    },

    /** Waits for the case's letter of this kind; the first one where there are several. */
    theLetter: (number: string, kind: LetterLine['kind']): Promise<LetterLine> =>
      vi.waitUntil(async () => (await office.lettersOf(number)).find((one) => one.kind === kind), {
        timeout: patience(60_000),
      }),

    /** A complaint whose reporter is written to, and the letter of its receipt. */
    async aReceipt(details: Parameters<typeof aFiling>[0] = {}) {
      const reporter = { name: 'Siti Contoh', address: 'Jalan Misal 1\nKecamatan Umpama', phone: '0812-0000-0001' }
      const receipt = await service.unit(unit).file({ reporter: { ...reporter, channels: ['letter'] }, ...details })
      return { ...receipt, id: (await office.theLetter(receipt.number, 'receipt')).id }
    },
    /** The same with a draft: an officer has written to the reporter, and the draft stands for the receipt's letter. */
    async aDraft(details: Parameters<typeof aFiling>[0] = {}) {
      const receipt = await office.aReceipt(details)
      expect((await (await as('verifikator')).act(receipt.number, 'message', { text })).status).toBe(200)
      const { id } = await office.theLetter(receipt.number, 'message')
      const isReplaced = async () => (await office.theLetter(receipt.number, 'receipt')).state === 'withdrawn'
      await vi.waitUntil(isReplaced, { timeout: patience(60_000) })
      return { ...receipt, id }
    },
    async anApproved(details: Parameters<typeof aFiling>[0] = {}) {
      const draft = await office.aDraft(details)
      await office.done('petugas', draft.id, 'submit')
      return { ...draft, letter: await office.done('kepala', draft.id, 'approve') }
    },
  }
  return office
}
