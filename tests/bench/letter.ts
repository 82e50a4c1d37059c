import type { CaseLetters, LetterView } from '../../service/contract/papers.ts'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import { aFiling, unitAt } from '../support/an-office.ts'
import { lettersOn, setLetters } from '../support/letters-on.ts'
import { aPhoto } from '../support/some-files.ts'
import { withService } from './a-service.ts'
import { emptyPage } from './empty-page.ts'
import { amount, type Figure, percentile } from './figure.ts'
import { highest, inRounds, lowest } from './in-rounds.ts'

const LETTERS = 25
const reporter = {
  name: 'Siti Contoh',
  address: 'Jalan Misal 1',
  phone: '0812-0000-0001',
  channels: ['letter' as const],
}

/** A letter with a logo as it is approved: numbered, composed, set, tagged, signed, sealed and kept. */
export const benchLetter = (): Promise<readonly Figure[]> =>
  withService(async ({ service: { url } }) => {
    const office = unitAt(url)
    const [admin, officer, head] = await Promise.all(['admin', 'petugas', 'kepala'].map((one) => office.signIn(one)))
    if (!admin || !officer || !head) throw new Error('Nobody is at work.')
    await setLetters({ unit: () => office, staff: async () => admin }, lettersOn)
    await keepLogo(url, admin)

    const handedIn = async (): Promise<LetterView> => {
      const { number } = await office.file(aFiling({ reporter }))
      for (;;) {
        const { items }: CaseLetters = await (await officer.get(`/cases/${number}/letters`)).json()
        if (items[0]) return (await officer.post(`/letters/${items[0].id}/submit`, { revision: 0 })).json()
      }
    }
    const approveLetters = async () => {
      const letters: LetterView[] = []
      for (let more = 0; more < LETTERS; more++) letters.push(await handedIn())
      const times: number[] = []
      for (const { id, revision } of letters) {
        const began = performance.now()
        const response = await head.post(`/letters/${id}/approve`, { revision })
        await response.arrayBuffer()
        if (response.status !== 200) throw new Error(`The letter was answered ${response.status}.`)
        times.push(performance.now() - began)
      }
      const [first] = letters
      const printed = await officer.post('/letter-prints', {
        letters: [{ id: first?.id, revision: (first?.revision ?? 0) + 1 }],
      })
      return { milliseconds: percentile(times, 0.95), bytes: (await printed.arrayBuffer()).byteLength }
    }
    await approveLetters()
    const rounds = await inRounds(approveLetters)
    const empty = await inRounds(emptyPage)
    return [
      {
        what: '95 of 100 letters within',
        value: lowest(rounds, ({ milliseconds }) => milliseconds),
        unit: 'ms',
        most: 80,
        beside: `an empty page of pdfkit ${amount(
          lowest(empty, ({ milliseconds }) => milliseconds),
          'ms',
        )}`,
      },
      {
        what: 'size of a letter',
        value: highest(rounds, ({ bytes }) => bytes) / 1_000,
        unit: 'kB',
        most: 60,
        beside: `an empty page of pdfkit ${amount(lowest(empty, ({ bytes }) => bytes) / 1_000, 'kB')}`,
      },
    ]
  })

async function keepLogo(url: string, { headers, get }: Awaited<ReturnType<ReturnType<typeof unitAt>['signIn']>>) {
  const { revision }: TenantSettingsView = await (await get('/settings')).json()
  const answer = await fetch(`${unitAt(url).api}/settings/letters/logo`, {
    method: 'PUT',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ revision, image: (await aPhoto('lambang', 400, 400)).toString('base64') }),
  })
  if (answer.status !== 200) throw new Error(`The logo was answered ${answer.status}.`)
}
