import { describe, expect, it } from 'vitest'
import { identityOf } from '../../../service/case/store/case-seals.ts'
import { performAct } from '../../../service/desk/case-acts.ts'
import { answer, verify } from '../../../service/desk/decisions.ts'
import { deliverJoinedNews } from '../../../service/desk/joined-cases.ts'
import { acceptTransfer, listTransfers, returnTransfer } from '../../../service/desk/transfers/settlements.ts'
import { unsealFile } from '../../../service/keeping/evidence/opened-evidence.ts'
import { aComplaint, aMoment, head, verifier } from '../../support/a-complaint.ts'
import { staffWith } from '../../support/a-desk.ts'
import { aTransferDesk, receiver, redrawnFile, sender } from '../../support/a-transfer-desk.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const category = 'slow_service'
const eventsOf = (complaint: { dossier: { history: readonly { event: string }[] } }) =>
  complaint.dossier.history.map(({ event }) => event)

describe('a case that is offered to another unit', () => {
  it('stays where it is until it is taken: its status, its clocks, and what the reporter reads', async () => {
    const { ports, file, offer } = await aTransferDesk()
    const before = await file()
    await offer(before)
    const { status, clocks, offer: offered, dossier, notices } = await ports.complaints.get(organisasi, before.id)
    expect(status).toBe('received')
    expect(clocks).toEqual(before.clocks)
    expect(offered).toMatchObject({ to: dinas, state: 'waiting' })
    expect(dossier.history.at(-1)).toMatchObject({ event: 'transfer_offered', text: 'Wewenang dinas.', public: true })
    expect(notices).toEqual(before.notices)
  })

  it('shows the other unit a copy: the story, and nothing that the sender’s staff wrote or know', async () => {
    const { ports, file, offer } = await aTransferDesk()
    const notes = [{ at: aMoment().at, by: verifier, text: 'Catatan Semeru.' }]
    const before = await file('confidential', { notes, instruction: 'Petunjuk Kelud.', chronology: 'Loket tutup.' })
    await offer(before, { evidence: [] })
    const [transfer] = await listTransfers(ports, receiver)
    expect(transfer?.content).toMatchObject({ chronology: 'Loket tutup.', sentBy: sender.position, files: [] })
    const said = JSON.stringify(transfer)
    for (const secret of [
      'Semeru',
      'Kelud',
      'Siti',
      '812-0000',
      '8120000',
      verifier.kind === 'staff' && verifier.name,
      sender.name,
    ]) {
      expect(said).not.toContain(secret)
    }
    expect(await listTransfers(ports, staffWith(['verifier'], organisasi))).toEqual([])
    expect(await laterRefusalOf(listTransfers(ports, staffWith(['case_handler'], dinas)))).toBe('staff/not-permitted')
  })

  it('leaves without the words that staff took out', async () => {
    const { ports, file, offer } = await aTransferDesk()
    const redactions = [{ words: 'Karno', by: verifier, at: aMoment().at, because: 'Saksi.' }]
    const before = await file('named', { redactions, subject: 'Karno tahu', chronology: 'Karno melihat loket tutup.' })
    await offer(before, { evidence: [] })
    const [transfer] = await listTransfers(ports, receiver)
    expect(transfer?.content).toMatchObject({ chronology: '[disamarkan petugas] melihat loket tutup.' })
    expect(JSON.stringify(transfer)).not.toContain('Karno')
  })

  it('is taken as a case of its own: number, key, clocks by the unit’s rules, files under its own keys', async () => {
    const { ports, file, offer, goOn } = await aTransferDesk()
    const before = await file()
    const id = await offer(before)
    goOn(2)
    const taken = await acceptTransfer(ports, receiver, { id, category })

    expect(taken).toMatchObject({ tenant: dinas, status: 'received', category, privacy: 'confidential' })
    expect(taken).toMatchObject({ identity: null, notices: [], cameFrom: { tenant: organisasi, number: before.id } })
    expect(taken.id).not.toBe(before.id)
    expect(taken.receivedAt).toBe(ports.now())
    expect(taken.clocks.map(({ clock, startedAt }) => [clock, startedAt])).toEqual([
      ['verification', ports.now()],
      ['first_response', ports.now()],
    ])
    expect(eventsOf(taken)).toEqual(['received', 'came_from_unit'])
    const [copy] = taken.evidence
    expect(copy?.id).not.toBe(before.evidence[0]?.id)
    const read: Uint8Array[] = []
    for await (const chunk of await unsealFile(ports, dinas, copy!)) read.push(chunk)
    // The identity stays, so only pixels come along.
    expect(Buffer.concat(read)).toEqual(redrawnFile)
    expect(copy).toMatchObject({ type: 'image/jpeg', size: redrawnFile.length, browserAgreed: false, scan: null })
    expect(await ports.heldEvidence.get(dinas, copy!.id)).toBeNull()

    const sent = await ports.complaints.get(organisasi, before.id)
    expect(sent).toMatchObject({ status: 'forwarded', offer: null, movedTo: { tenant: dinas, number: taken.id } })
    expect(sent.clocks.every(({ stoppedAt }) => stoppedAt === ports.now())).toBe(true)
    expect(sent.dossier.history.at(-1)).toMatchObject({ event: 'forwarded', text: 'Wewenang dinas.' })
    expect(sent.notices.at(-1)).toMatchObject({ event: 'forwarded', state: 'pending' })
    expect(await listTransfers(ports, receiver)).toEqual([])
    expect(await laterRefusalOf(acceptTransfer(ports, receiver, { id, category }))).toBe('transfer/unknown')
  })

  it('takes the identity along only where it was agreed or the law asks for it, and the reporter reads that', async () => {
    const { ports, file, offer } = await aTransferDesk()
    const identity = { ground: 'legal_duty', because: 'Perlu pemeriksaan saksi.' } as const
    const before = await file('named')
    const taken = await acceptTransfer(ports, receiver, { id: await offer(before, { identity }), category })
    expect(taken.privacy).toBe('named')
    expect((await identityOf(ports.vault, taken))?.name).toBe('Siti Contoh')
    const { dossier } = await ports.complaints.get(organisasi, before.id)
    expect(dossier.identityOpenings).toMatchObject([{ ground: 'legal_duty' }])

    for (const privacy of ['confidential', 'anonymous'] as const) {
      expect(await laterRefusalOf(offer(await file(privacy), { identity }))).toBe('transfer/identity-stays')
    }
  })

  it('does not carry the name over in the story where the identity stays, unless the sender says why it must', async () => {
    const { ports, file, offer } = await aTransferDesk()
    const before = await file('confidential', { chronology: 'Saya, Siti Contoh, diminta uang.' })
    expect(await laterRefusalOf(offer(before))).toBe('text/names-reporter')
    const shorter = { chronology: 'Saya diminta uang.' }
    await offer(before, shorter)
    expect((await listTransfers(ports, receiver))[0]?.content).toMatchObject(shorter)
    await offer(await file('confidential', { chronology: 'Siti Contoh.' }), { leakReason: 'Pelapor meminta.' })
    expect(await listTransfers(ports, receiver)).toHaveLength(2)
  })

  it('is given back with a reason: it goes on at the sender’s with clocks that never stood still', async () => {
    const { ports, file, offer } = await aTransferDesk()
    const before = await file()
    await returnTransfer(ports, receiver, { id: await offer(before), reason: 'Bukan wewenang kami.' })
    const back = await ports.complaints.get(organisasi, before.id)
    expect(back).toMatchObject({ status: 'received', offer: null, movedTo: null, clocks: before.clocks })
    expect(back.dossier.history.at(-1)).toMatchObject({ event: 'transfer_returned', text: 'Bukan wewenang kami.' })
    expect(await listTransfers(ports, receiver)).toEqual([])
    await offer(back)
    expect(await listTransfers(ports, receiver)).toHaveLength(1)
  })

  it('can be recalled, and is then nobody’s to take', async () => {
    const { ports, file, offer, settle } = await aTransferDesk()
    const before = await file()
    const id = await offer(before)
    const { revision } = await ports.complaints.get(organisasi, before.id)
    await performAct(ports, sender, 'recall-forward', { number: before.id, revision })
    expect(await laterRefusalOf(acceptTransfer(ports, receiver, { id, category }))).toBe('transfer/unknown')
    await settle()
    expect(await ports.complaints.get(organisasi, before.id)).toMatchObject({ status: 'received', offer: null })
    expect(await listTransfers(ports, receiver)).toEqual([])
  })

  it('is taken back by itself once it went on at the sender’s', async () => {
    const { ports, file, offer, settle } = await aTransferDesk()
    const before = await file()
    const id = await offer(before)
    await ports.complaints.change(organisasi, before.id, (one) =>
      answer(
        verify(one, undefined, 'open', verifier, aMoment()),
        { outcome: 'clarified', text: 'Sudah.' },
        head,
        aMoment(),
      ),
    )
    expect(await laterRefusalOf(acceptTransfer(ports, receiver, { id, category }))).toBe('transfer/unknown')
    await settle()
    const after = await ports.complaints.get(organisasi, before.id)
    expect(after).toMatchObject({ status: 'answered', offer: null })
    expect(eventsOf(after).at(-1)).toBe('transfer_recalled')
  })

  it('is kept from whom it concerns there too, by account and by name', async () => {
    const { ports, file, offer } = await aTransferDesk()
    const employ = (id: string, name: string) =>
      ports.staff.saveMembership({
        ...{ tenant: dinas, id, name, email: `${id}@contoh.example`, position: `Jabatan ${id}` },
        roles: ['verifier'],
      })
    await employ('terlapor', 'Rudi Umpama')
    await employ('disisihkan', 'Lain Misal')
    const concerns = [{ id: 'disisihkan' as never, name: 'Lain Misal', position: 'Petugas' }]
    await offer(await file('named', { reportedPerson: 'Bapak Rudi Umpama', concerns }))
    const memberOf = async (id: string) => (await ports.staff.findMember(dinas, id as never))!
    const [transfer] = await listTransfers(ports, await memberOf('penerima'))
    for (const id of ['terlapor', 'disisihkan']) {
      const kept = await memberOf(id)
      expect(await listTransfers(ports, kept)).toEqual([])
      const take = acceptTransfer(ports, kept, { id: transfer!.id, category })
      expect(await laterRefusalOf(take)).toBe('transfer/unknown')
    }
    const taken = await acceptTransfer(ports, await memberOf('penerima'), { id: transfer!.id, category })
    expect(taken.dossier.concerns.map(({ id }) => id)).toEqual(['disisihkan'])
    expect(taken.dossier.candidates.map(({ id }) => id)).toEqual(['terlapor'])
    expect(taken.guard?.marks).toHaveLength(2)
  })

  it('is not sent to a unit where it concerns everybody who could read it', async () => {
    const { ports, file, offer } = await aTransferDesk()
    const before = await file('named', { reportedPerson: 'Nama penerima' })
    expect(await laterRefusalOf(offer(before))).toBe('transfer/nobody-there')
    expect((await ports.complaints.get(organisasi, before.id)).offer).toBeNull()
  })

  it('goes to a unit that there is, once at a time, with files of its own, to a category that it has', async () => {
    const { ports, file, offer, offerOf } = await aTransferDesk()
    const before = await file()
    const forward = (details: object) =>
      laterRefusalOf(performAct(ports, sender, 'forward', { number: before.id, ...offerOf(before), ...details }))
    for (const unit of ['tidak-ada', organisasi]) expect(await forward({ unit })).toBe('request/invalid')
    expect(await forward({ evidence: ['berkas-asing'] })).toBe('evidence/unknown')
    const id = await offer(before)
    const again = await ports.complaints.get(organisasi, before.id)
    expect(await forward({ revision: again.revision })).toBe('transfer/offered-already')
    const take = (which: string, code: string) =>
      laterRefusalOf(acceptTransfer(ports, receiver, { id: which, category: code }))
    expect(await take(id, 'tidak_ada')).toBe('category/unknown')
    expect(await take('tidak-ada', category)).toBe('transfer/unknown')
    const handler = staffWith(['case_handler'], dinas)
    expect(await laterRefusalOf(returnTransfer(ports, handler, { id, reason: 'x' }))).toBe('staff/not-permitted')
    const stranger = staffWith(['verifier'], organisasi)
    expect(await laterRefusalOf(acceptTransfer(ports, stranger, { id, category }))).toBe('transfer/unknown')
  })

  it('leaves those that were joined to it to go on by themselves', async () => {
    const { ports, file, offer, receive } = await aTransferDesk()
    const lead = await file()
    const { id: number, revision } = await receive(aComplaint())
    await performAct(ports, sender, 'merge', { number, revision, into: lead.id, because: 'Hal yang sama.' })
    const leading = await ports.complaints.get(organisasi, lead.id)
    await acceptTransfer(ports, receiver, { id: await offer(leading), category })
    await deliverJoinedNews(ports, organisasi, lead.id)
    expect((await ports.complaints.get(organisasi, number)).status).toBe('received')
  })
})
