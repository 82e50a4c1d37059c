import { expect, vi } from 'vitest'
import { mapFields, optionalFields } from '../../service/case/shape/story-fields.ts'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { CaseLetters } from '../../service/contract/papers.ts'
import { aFiling } from './an-office.ts'
import type { OneService } from './one-service.ts'
import { aPhoto } from './some-files.ts'

const reporter = {
  name: 'Zulaikha Kencanasari',
  address: 'Jalan Wijayakusuma Misal 77, Desa Umpamasari',
  phone: '0812-0000-7788',
  email: 'zulaikha.k@contoh.example',
}
/** Stands for words that the reporter writes by mistake, and that everybody repeats. */
const telling = `Zulaikha Kencanasari, ${reporter.phone}, NIK 3516000000000077, melihatnya bersama Karno.`

/** Parts of the identity, a witness whom staff took out, and what the camera wrote. */
export const plantedWords = [
  ...['Zulaikha', 'Kencanasari', 'Wijayakusuma', 'zulaikha.k@', '3516000000000077', 'Karno', 'KAMERA-ZULAIKHA'],
  ...['0812-0000-7788', '081200007788', '81200007788'],
]

/** Stands in each text that only staff read. */
export const amongStaff = 'Kelimutu'

const textFields = optionalFields.filter(({ kind }) => kind !== 'day')
const leakReason = 'Kata itu perlu agar jelas.'
const because = `${telling} ${amongStaff}`

type Staff = Awaited<ReturnType<OneService['staff']>>
const done = async (answer: Response | Promise<Response>, status = 200) => {
  const given = await answer
  if (given.status !== status) throw new Error(`${given.url} ${given.status} ${await given.text()}`)
  return given
}

/** A confidential complaint that tells who its reporter is in each of its texts and in the names of its files. */
export async function fileTelling(
  service: OneService,
  more: Parameters<typeof aFiling>[0] = {},
  channels: ('email' | 'whatsapp')[] = ['email'],
) {
  const office = service.unit()
  const upload = async (name: string, bytes: Uint8Array | string) =>
    ((await (await office.upload(name, bytes)).json()) as { id: string }).id
  const picture = await upload('surat_Zulaikha_Kencanasari_Karno.jpg', await aPhoto('KAMERA-ZULAIKHA', 400, 300))
  const sound = await upload('Karno bicara.txt', telling)
  const filing = aFiling({
    privacy: 'confidential',
    reporter: { ...reporter, channels },
    subject: `Uang diminta dari ${telling}`,
    chronology: `Saya ${telling} Petugas di loket dua meminta uang.`,
    ...mapFields(textFields, () => `Petugas loket dua, kata ${telling}`),
    evidence: [picture, sound],
    ...more,
  })
  const receipt = await office.file(filing)
  return { ...receipt, picture, sound, reporter: office.reporter(receipt) }
}

/** Staff take the witness out of what leaves, and say in every decision more than they should. */
export async function workOnIt(service: OneService, filed: Awaited<ReturnType<typeof fileTelling>>) {
  const { number, picture } = filed
  const [verifier, handler, head] = await Promise.all(
    ['verifikator', 'petugas', 'kepala'].map((one) => service.staff(one)),
  )
  if (!verifier || !handler || !head) throw new Error('Nobody is there')
  const act = (staff: Staff, verb: string, body: object = {}) => done(staff.act(number, verb, { leakReason, ...body }))
  await done(filed.reporter.post('/messages', { text: telling }), 201)
  await act(verifier, 'redact', { words: ['Karno'], because })
  await act(verifier, 'note', { text: because })
  await act(verifier, 'ask-for-completion', { items: ['evidence'], text: telling })
  await done(filed.reporter.post('/messages', { text: telling, brings: ['evidence'] }), 201)
  await act(verifier, 'verify')
  await act(verifier, 'message', { text: telling })
  await act(verifier, 'dispatch', { handler: handler.session.staff.id, instruction: because })
  const { dispositions } = await handler.case(number)
  const slip = `/cases/${number}/dispositions/${dispositions[0]?.id}`
  await act(head, 'extend', { days: 1, reason: telling })
  await act(verifier, 'pause', { reason: telling })
  await act(verifier, 'resume')
  const { revision } = await verifier.case(number)
  const covered = { revision, leaves: 'redrawn', areas: [], because, leakReason }
  await done(verifier.post(`/cases/${number}/evidence/${picture}/redaction`, covered))
  await done(verifier.post(`/cases/${number}/evidence/${picture}/original`, { reason: telling, leakReason }))
  await act(handler, 'propose-answer', { outcome: 'substantiated', text: telling })
  await act(head, 'answer')
  await done(filed.reporter.post('/objection', { text: telling }), 201)
  await done(filed.reporter.post('/data-requests', { kind: 'access', text: telling }), 201)
  const waiting = (await head.case(number)).dataRequests[0]?.id
  const answer = { granted: true, text: telling, leakReason }
  await done(head.post(`/cases/${number}/data-requests/${waiting}/answer`, answer))
  return { verifier, handler, head, slip }
}

/** The words of the letter that an officer's message becomes. */
export async function letterOf(verifier: Staff, filed: Awaited<ReturnType<typeof fileTelling>>): Promise<string> {
  const { number } = filed
  const settled = async () => (await verifier.case(number)).notices.every(({ state }) => state === 'sent')
  await expect.poll(settled).toBe(true)
  await done(filed.reporter.post('/identity/correction', { channels: ['letter'] }), 201)
  await done(verifier.act(number, 'message', { text: telling, leakReason }))
  const lettersOf = async () => ((await (await verifier.get(`/cases/${number}/letters`)).json()) as CaseLetters).items
  const letter = await vi.waitUntil(async () => (await lettersOf()).find(({ kind }) => kind === 'message'), {
    timeout: 60_000,
  })
  return (await verifier.get(`/letters/${letter.id}`)).text()
}

/** Opens the identity to the verifier, with the custodian's yes. */
export async function openIdentityOf(service: OneService, number: string): Promise<void> {
  const [verifier, custodian] = [await service.staff('verifikator'), await service.staff('kustodian')]
  const reason = 'Perlu menelepon pelapor.'
  const asked = await done(verifier.post(`/cases/${number}/identity/requests`, { reason }))
  const { identity } = (await asked.json()) as CaseView
  const decision = { granted: true, because: 'Setuju.' }
  await done(custodian.post(`/cases/${number}/identity/requests/${identity.requests[0]?.id}/decision`, decision))
  await done(verifier.post(`/cases/${number}/identity/reveal`, { reason }))
}
