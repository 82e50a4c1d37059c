import { expect, it } from 'vitest'
import { performAct } from '../../service/desk/case-acts.ts'
import { askForIdentity, decideIdentityRequest, revealIdentity } from '../../service/keeping/identity/identity.ts'
import { aComplaint } from '../support/a-complaint.ts'
import { aDesk, staffWith } from '../support/a-desk.ts'
import { aMembership } from '../support/a-small-unit.ts'
import { laterRefusalOf } from '../support/refused.ts'
import { sealedReporter } from '../support/sealed-reporter.ts'
import { organisasi } from '../support/two-units.ts'

const verifier = staffWith(['verifier'])

/** A confidential complaint by Siti Contohwati at a desk. */
async function aConfidentialCase() {
  const desk = await aDesk()
  const given = { name: 'Siti Contohwati', phone: '0812-0000-0001' }
  const reporter = await sealedReporter(desk.ports.vault, 'confidential', given)
  const { id: number } = await desk.receive(
    aComplaint({ privacy: 'confidential', identity: reporter.identity, filing: reporter.filing }),
  )
  return { ports: desk.ports, number }
}

it('a note that names the reporter is refused, and nothing is kept of it', async () => {
  const { ports, number } = await aConfidentialCase()
  const naming = { number, revision: 0, text: 'Pelapornya Siti Contohwati.' }
  expect(await laterRefusalOf(performAct(ports, verifier, 'note', naming))).toBe('text/names-reporter')
  expect((await ports.complaints.get(organisasi, number)).dossier.notes).toEqual([])
})

it('a message with the telephone number in other groups is refused too', async () => {
  const { ports, number } = await aConfidentialCase()
  const naming = { number, revision: 0, text: 'Kami akan menelepon +62 812 00000001.' }
  expect(await laterRefusalOf(performAct(ports, verifier, 'message', naming))).toBe('text/names-reporter')
})

it('with a reason the words stay, and staff can read why', async () => {
  const { ports, number } = await aConfidentialCase()
  const reason = 'Nama ini nama terlapor yang kebetulan sama.'
  const kept = await performAct(ports, verifier, 'note', {
    number,
    revision: 0,
    text: 'Siti Contohwati',
    leakReason: reason,
  })
  expect(kept.dossier.history.at(-1)).toMatchObject({ event: 'naming_kept', text: reason, public: false })
})

it('words that name nobody go through without a question', async () => {
  const { ports, number } = await aConfidentialCase()
  const kept = await performAct(ports, verifier, 'note', { number, revision: 0, text: 'Petugas loket dua dipanggil.' })
  expect(kept.dossier.history.map(({ event }) => event)).toEqual(['received', 'note'])
})

it('the reason for letting words stay may not name the reporter either', async () => {
  const { ports, number } = await aConfidentialCase()
  const naming = { number, revision: 0, text: 'Siti Contohwati', leakReason: 'Siti Contohwati memintanya.' }
  expect(await laterRefusalOf(performAct(ports, verifier, 'note', naming))).toBe('text/names-reporter')
})

it('nor may the reason for opening an identity, for asking, or for what a custodian decides', async () => {
  const { ports, number } = await aConfidentialCase()
  const custodian = staffWith(['identity_custodian'])
  await ports.staff.saveMembership(aMembership(custodian.id, ['identity_custodian']))
  const handler = staffWith(['case_handler'])
  const naming = { number, ground: 'other', reason: 'Menelepon Siti Contohwati.' } as const
  expect(await laterRefusalOf(revealIdentity(ports, custodian, naming))).toBe('text/names-reporter')
  expect(await laterRefusalOf(askForIdentity(ports, handler, naming))).toBe('text/names-reporter')
  const asked = await askForIdentity(ports, handler, { number, ground: 'other', reason: 'Menelepon pelapor.' })
  const id = asked.dossier.identityRequests[0]?.id ?? ''
  const decision = { number, id, granted: true, because: 'Siti Contohwati perlu dihubungi.' }
  expect(await laterRefusalOf(decideIdentityRequest(ports, custodian, decision))).toBe('text/names-reporter')
})
