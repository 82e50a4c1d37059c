import { expect, it } from 'vitest'
import type { CaseLetters, PaperView } from '../../service/contract/papers.ts'
import { fileTelling, plantedWords, workOnIt } from '../support/a-planted-case.ts'
import { isolationRows } from '../support/isolation-rows.ts'
import { lettersOn, setLetters } from '../support/letters-on.ts'
import { officeDay, officeMonth } from '../support/office-days.ts'
import { oneService } from '../support/one-service.ts'
import { patience } from '../support/patience.ts'
import { readPdf } from '../support/read-pdf.ts'
import { readWorkbook } from '../support/read-workbook.ts'
import { someMinutes } from '../support/some-paper-words.ts'

const service = oneService()

const readers = ['verifikator', 'petugas', 'kepala', 'inspektorat', 'admin', 'kustodian'] as const

/** The witness was never promised anything, and stands in words of staff. */
const ofReporter = plantedWords.filter((word) => word !== 'Karno')

/** Where the reporter stands as before, and why. */
const asBefore: Readonly<Record<string, string>> = {
  'GET /tenants/{tenant}/cases/{number}/evidence/{id}/playing': 'no file that plays is here',
  'GET /tenants/{tenant}/alerts/events': 'the alerts, as they come',
}
/** What only custodians read as it was written. */
const forCustodians = ['GET /tenants/{tenant}/papers/{id}', 'GET /tenants/{tenant}/papers/{id}/paper.pdf']

async function readableOf(answer: Response): Promise<string> {
  const name = decodeURIComponent(answer.headers.get('content-disposition') ?? '')
  const type = answer.headers.get('content-type') ?? ''
  if (/pdf|sheet/.test(type) && answer.ok) {
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return name + (type.includes('pdf') ? (await readPdf(bytes)).text : JSON.stringify(readWorkbook(bytes)))
  }
  if (!/json|text/.test(type)) {
    await answer.body?.cancel()
    return name
  }
  return name + (await answer.text())
}

type Things = Readonly<Record<string, string>>

async function aPaperThatNames(number: string): Promise<string> {
  const officer = await service.staff('petugas')
  const begun = await officer.post(`/cases/${number}/papers`, { kind: 'minutes' })
  const { id, revision } = (await begun.json()) as PaperView
  const words = { ...someMinutes(), remarks: `Hadir: Zulaikha Kencanasari, 0812-0000-7788.` }
  const written = await fetch(`${service.unit().api}/papers/${id}`, {
    method: 'PUT',
    headers: { ...officer.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ revision, words }),
  })
  expect(written.status).toBe(200)
  return id
}

const reporter = {
  ...{ name: 'Zulaikha Kencanasari', address: 'Jalan Wijayakusuma Misal 77, Desa Umpamasari' },
  ...{ phone: '0812-0000-7788', email: 'zulaikha.k@contoh.example', channels: ['letter' as const] },
}
const named = 'Bu Zulaikha Kencanasari di 0812-0000-7788.'
const leakReason = 'Pelapor meminta disapa.'

/** Another case of theirs, which stands still and is held back, each for a reason that names them. */
async function aCaseThatStandsStill(): Promise<string> {
  const { number } = await service.unit().file({ privacy: 'named', reporter })
  const [verifier, head] = [await service.staff('verifikator'), await service.staff('kepala')]
  for (const [staff, verb, words] of [
    [verifier, 'verify', {}],
    [head, 'extend', { days: 1, reason: named }],
    [verifier, 'pause', { reason: named }],
    [verifier, 'keep-confidential', { reason: 'Terlapor mengenalnya.' }],
  ] as const) {
    const done = await staff.act(number, verb, { leakReason, ...words })
    expect(done.status, `${verb} ${await done.text()}`).toBe(200)
  }
  const { revision } = await head.case(number)
  const held = await head.post(`/cases/${number}/hold`, { revision, held: true, because: named, leakReason })
  expect(held.status, await held.text()).toBe(200)
  const officer = await service.staff('petugas')
  const asked = await officer.post(`/cases/${number}/identity/requests`, { reason: named, leakReason })
  expect(asked.status, await asked.text()).toBe(200)
  return number
}

/** A case of a named reporter whom everybody named, and who is kept confidential since. */
async function keepConfidential(): Promise<Things> {
  expect((await setLetters(service, lettersOn)).status).toBe(200)
  const filed = await fileTelling(service, { privacy: 'named', reporter })
  const { number, picture } = filed
  const { verifier, head, slip } = await workOnIt(service, filed)
  const lettersNow = async () =>
    ((await (await verifier.get(`/cases/${number}/letters`)).json()) as CaseLetters).items.map(({ id }) => id)
  await expect.poll(async () => (await lettersNow()).length, { timeout: patience(60_000) }).toBeGreaterThan(3)
  const letters = await lettersNow()
  const paper = await aPaperThatNames(number)
  const on = { day: officeDay(3), time: '09:00' }
  const waits = { text: 'Bu Zulaikha Kencanasari, silakan datang.', leakReason: 'Pelapor meminta disapa.', on }
  const { revision } = await verifier.case(number)
  expect((await verifier.post(`/cases/${number}/timed/message`, { revision, ...waits })).status).toBe(200)
  const things = {
    ...{ number, evidence: picture, disposition: slip.split('/').at(-1) ?? '', paper, member: head.session.staff.id },
    ...{ month: officeMonth(), months: `${officeDay().slice(0, 4)}-3` },
    letters: letters.join(' '),
  }
  const kept = await verifier.act(number, 'keep-confidential', { reason: 'Terlapor mengenalnya.' })
  expect(kept.status, await kept.clone().text()).toBe(200)
  return { ...things, still: await aCaseThatStandsStill() }
}

/** Every address of an operation that only reads, for what belongs to this case. */
function addressesOf(name: string, things: Things): string[] {
  const { id } = isolationRows[name]!
  const path = name
    .split(' ')[1]!
    .replace('/tenants/{tenant}', '')
    .replace('{number}', things.number ?? '')
  const ids = id === 'letter' ? (things.letters ?? '').split(' ') : id ? [things[id] ?? ''] : ['']
  const filled = ids.filter((one) => one !== '' || !path.includes('{')).map((one) => path.replace(/\{\w+\}/, one))
  const alike = filled.map((one) => one.replace(things.number ?? '', things.still ?? ''))
  return [...new Set([...filled, ...alike])].filter((one) => !one.includes('{'))
}

it(
  'nothing that staff can read names a reporter who is kept confidential since, and no search finds them',
  async () => {
    const things = await keepConfidential()
    const reads = Object.keys(isolationRows).filter(
      (name) => name.startsWith('GET /tenants/{tenant}') && ['staff', 'member'].includes(isolationRows[name]!.who),
    )
    const found: string[] = []
    let read = 0
    for (const mailbox of readers) {
      const staff = await service.staff(mailbox)
      for (const name of reads) {
        if (name in asBefore || (mailbox === 'kustodian' && forCustodians.includes(name))) continue
        for (const address of addressesOf(name, things)) {
          const answer = await staff.get(address)
          if (answer.ok) read++
          const words = await readableOf(answer)
          for (const word of ofReporter) {
            const at = words.indexOf(word)
            if (at >= 0) found.push(`${mailbox} ${name}: …${words.slice(Math.max(0, at - 50), at + 30)}…`)
          }
        }
      }
    }
    expect(found).toEqual([])
    expect(read).toBeGreaterThan(200)
    for (const mailbox of ['verifikator', 'petugas', 'kepala', 'inspektorat'] as const) {
      const staff = await service.staff(mailbox)
      for (const asked of ['Zulaikha', 'zulaikh', 'Kencanasari', 'Wijayakusuma', '081200007788', 'zulaikha.k']) {
        const answer = await staff.get(`/cases?limit=50&q=${encodeURIComponent(asked)}`)
        const { items } = (await answer.json()) as { items: { number: string }[] }
        expect([mailbox, asked, items.map(({ number }) => number)]).toEqual([mailbox, asked, []])
      }
    }
  },
  patience(180_000),
)
