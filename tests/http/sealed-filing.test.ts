import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import type { OpenedIdentityView } from '../../service/contract/identity.ts'
import type { SealingView } from '../../service/contract/unit.ts'
import { caseContext, filingContext, type IdentityInside } from '../../service/sealing/envelope.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { aFolderForData, aRunningService } from '../support/a-running-service.ts'
import { aUnitKey, sealingOf, withSealingOn } from '../support/a-sealing-unit.ts'
import { aduan } from '../support/an-aduan-command.ts'
import { aFiling, aKey, anonymousFiling, unitAt } from '../support/an-office.ts'
import { readableInFolder } from '../support/find-readable.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'
import { aPng } from '../support/some-files.ts'

const service = oneService()
const siti: Partial<IdentityInside> = {
  name: 'Zulaikha Kencanasari',
  address: 'Jalan Kenanga Misal 77',
  phone: '0812-0000-7788',
  email: 'zulaikha.k@contoh.example',
}
const secrets = Object.values(siti).filter((one) => one !== null)
const reason = 'Perlu bertemu pelapor.'

let key: Awaited<ReturnType<typeof aUnitKey>>
beforeAll(async () => {
  key = await withSealingOn(service)
})

/** A complaint as a browser sends it to a unit that has identities sealed. */
async function aSealedCase(details: object = {}) {
  const idempotencyKey = aKey()
  const sealedIdentity = await key.seal(siti, filingContext(idempotencyKey))
  const filing = { ...aFiling({ privacy: 'named' }), reporter: {}, sealedIdentity, ...details }
  const sent = await service.unit().send(filing, idempotencyKey)
  expect([sent.status, sent.status === 201 || (await sent.clone().text())]).toEqual([201, true])
  return (await sent.json()) as ReceiptView
}

const post = async (mailbox: string, path: string, body: unknown = {}) =>
  (await service.staff(mailbox)).post(path, body)
const alertKindsOf = async (mailbox: string): Promise<string[]> => {
  const { items } = (await (await (await service.staff(mailbox)).get('/alerts')).json()) as {
    items: { kind: string }[]
  }
  return items.map(({ kind }) => kind)
}
const reveal = (mailbox: string, number: string) => post(mailbox, `/cases/${number}/identity/reveal`, { reason })

/** An officer asks, the custodian agrees. */
async function granted(number: string) {
  const asked = (await (await post('petugas', `/cases/${number}/identity/requests`, { reason })).json()) as CaseView
  const id = asked.identity.requests.at(-1)?.id
  const decision = { granted: true, because: 'Alasannya cukup.' }
  expect((await post('kustodian', `/cases/${number}/identity/requests/${id}/decision`, decision)).status).toBe(200)
}

describe('a unit that has identities sealed', () => {
  it('tells browsers its key, which took two persons and the fingerprint from a sheet', async () => {
    expect(await sealingOf(service)).toEqual({
      keyId: key.keyId,
      publicKey: key.publicKey,
      fingerprint: key.fingerprint,
    })
    const { publicKey, wrapped, fingerprint } = await aUnitKey()
    expect(await refusalIn(post('admin', '/sealing/keys', { publicKey, wrapped }))).toBe('403 staff/not-permitted')
    expect((await post('kustodian', '/sealing/keys', { publicKey, wrapped })).status).toBe(200)
    expect(await refusalIn(post('kustodian', '/sealing/keys', { publicKey, wrapped }))).toBe('409 sealing/key-waits')
    expect(await refusalIn(post('kustodian', '/sealing/confirmation', { fingerprint }))).toBe('403 sealing/own-key')
    const other = { fingerprint: key.fingerprint }
    expect(await refusalIn(post('admin', '/sealing/confirmation', other))).toBe('400 sealing/other-fingerprint')
    // Until then nothing has changed for reporters.
    expect((await sealingOf(service))?.keyId).toBe(key.keyId)
    const { headers } = await service.staff('admin')
    const discarded = await fetch(`${service.unit().api}/sealing/waiting`, { method: 'DELETE', headers })
    expect(discarded.status).toBe(200)
    const seen = (await (await (await service.staff('admin')).get('/sealing')).json()) as SealingView
    expect(seen.keys.map(({ state, ways }) => [state, ways])).toEqual([['active', []]])
  })

  it('refuses a key that is none, and one that is wrapped so weakly that it could be guessed', async () => {
    const { wrapped, publicKey } = await aUnitKey()
    const weak = { way: 'passphrase', salt: 'A'.repeat(43), iterations: 1_000, sealed: 'A'.repeat(80) }
    for (const body of [
      { publicKey: 'A'.repeat(87), wrapped },
      { publicKey, wrapped: weak },
      { publicKey, wrapped: {} },
    ]) {
      expect(await refusalIn(post('kustodian', '/sealing/keys', body))).toBe('400 request/invalid')
    }
  })

  it('takes no readable identity from a page, and none that is sealed to somebody else', async () => {
    const send = (body: object) => refusalIn(service.unit().send(body))
    expect(await send(aFiling())).toBe('400 identity/must-be-sealed')
    const stranger = await (await aUnitKey()).seal(siti, 'filing:x')
    expect(await send({ ...aFiling(), reporter: {}, sealedIdentity: stranger })).toBe('409 identity/sealed-elsewhere')
    const sealedIdentity = await key.seal(siti, 'filing:x')
    expect(await send({ ...aFiling(), sealedIdentity })).toBe('400 request/invalid')
    expect(await send({ ...anonymousFiling(), sealedIdentity })).toBe('400 request/invalid')
    expect(await send({ ...aFiling(), reporter: {}, sealedIdentity: `${sealedIdentity.slice(0, -1)}*` })).toBe(
      '400 request/invalid',
    )
  })

  it('takes one that was given unsealed where no script runs, once whoever gives it said that they know', async () => {
    const form = async (more: Record<string, string>) => {
      const fields = new FormData()
      const { category, subject, chronology, privacy } = aFiling()
      const statements = {
        'statements.truthful': 'yes',
        'statements.procedureRead': 'yes',
        'statements.privacyNotice': '1',
      }
      const reporter = {
        'reporter.name': 'Siti Contoh',
        'reporter.address': 'Jalan Misal 1',
        'reporter.phone': '0812-0000-0001',
      }
      for (const [name, value] of Object.entries({
        category,
        subject,
        chronology,
        privacy,
        ...statements,
        ...reporter,
        ...more,
      })) {
        fields.append(name, value as string)
      }
      return fetch(`${service.url}/t/bagian-organisasi/form?lang=id`, { method: 'POST', body: fields })
    }
    const refused = await form({})
    expect([refused.status, await refused.text()]).toEqual([
      400,
      expect.stringContaining('identitas saya di sini tidak tersegel'),
    ])
    expect((await form({ identityUnsealed: 'yes' })).status).toBe(201)
  })

  it('shows an officer no name, and says nothing of one on the receipt or the reporter’s own copy', async () => {
    const receipt = await aSealedCase()
    const seen = await (await service.staff('verifikator')).case(receipt.number)
    expect(seen.identity).toMatchObject({
      given: true,
      masked: null,
      sealedTo: key.keyId,
      mayOpen: false,
      mayAsk: true,
    })
    const reporter = service.unit().reporter(receipt)
    const paper = await readPdf(new Uint8Array(await (await reporter.get('/receipt.pdf')).arrayBuffer()))
    expect(JSON.stringify(paper)).toContain('tersegel')
    const own = (await (await reporter.get('/own-data')).json()) as { reporter: unknown }
    expect(own.reporter).toMatchObject({ name: null, phone: null, sealed: true })
    expect(await refusalIn(reporter.post('/identity/correction', { name: 'Budi Misal' }))).toBe('409 identity/sealed')
  })

  it('tells the contact that was left open, and lets it be confirmed and changed', async () => {
    const receipt = await aSealedCase({ reporter: { email: 'terbuka@contoh.example', channels: ['email'] } })
    const reporter = service.unit().reporter(receipt)
    expect((await reporter.follow()).rights.contacts.map(({ channel }) => channel)).toEqual(['email'])
    expect((await reporter.post('/contact-codes', { channel: 'email' })).status).toBe(201)
    expect((await reporter.post('/identity/correction', { email: 'lain@contoh.example' })).status).toBe(201)
    await granted(receipt.number)
    const opened = (await (await reveal('kustodian', receipt.number)).json()) as OpenedIdentityView
    expect(opened).toMatchObject({ name: null, email: 'lain@contoh.example' })
    expect(await key.open(opened.sealed!)).toMatchObject(siti)
  })

  it('covers the names of all files, because nobody can tell which name the reporter', async () => {
    const held = (await (await service.unit().upload('Zulaikha.png', aPng)).json()) as { id: string }
    const { number } = await aSealedCase({ evidence: [held.id] })
    const { evidence } = await (await service.staff('verifikator')).case(number)
    expect(evidence.map(({ name }) => name)).toEqual(['nama-disamarkan-1.png'])
  })
})

describe('a sealed identity', () => {
  it('goes to a custodian alone, once, after somebody asked and it was granted; and the reporter reads it', async () => {
    const receipt = await aSealedCase()
    const { number } = receipt
    expect(await refusalIn(reveal('petugas', number))).toBe('403 identity/sealed-for-custodian')
    expect(await refusalIn(reveal('kustodian', number))).toBe('403 identity/sealed-needs-two')
    await granted(number)
    expect(await refusalIn(reveal('petugas', number))).toBe('403 identity/sealed-for-custodian')
    const answer = await reveal('kustodian', number)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const opened = (await answer.json()) as OpenedIdentityView
    expect(opened).toMatchObject({ name: null, address: null, phone: null, email: null })
    expect(await key.open(opened.sealed!)).toMatchObject(siti)
    expect(await refusalIn(reveal('kustodian', number))).toBe('403 identity/sealed-needs-two')
    const { identityAccess } = await service.unit().reporter(receipt).follow()
    expect(identityAccess).toMatchObject([{ role: 'Pemegang kunci identitas', reason }])
  })

  it('does not go to LAPOR!', async () => {
    const { number } = await aSealedCase()
    const asked = { ground: 'other', reason }
    expect(await refusalIn(post('verifikator', `/cases/${number}/lapor-entry`, { identity: asked }))).toBe(
      '409 lapor/identity-stays',
    )
  })

  it('can be added later, bound to its case, and is gone once the reporter withdraws it', async () => {
    const sent = await service.unit().send(anonymousFiling())
    const receipt = (await sent.json()) as ReceiptView
    const reporter = service.unit().reporter(receipt)
    const readable = { reporter: { name: 'Siti Contoh', address: 'Jalan Misal 1', phone: '0812-0000-0001' } }
    expect(await refusalIn(reporter.post('/identity', readable))).toBe('400 identity/must-be-sealed')
    const sealedIdentity = await key.seal(siti, caseContext(receipt.number))
    expect((await reporter.post('/identity', { reporter: {}, sealedIdentity })).status).toBe(201)
    await granted(receipt.number)
    const opened = (await (await reveal('kustodian', receipt.number)).json()) as OpenedIdentityView
    expect(opened.sealed?.context).toBe(caseContext(receipt.number))
    expect(await key.open(opened.sealed!)).toMatchObject(siti)
    expect((await reporter.post('/identity/withdrawal', { understood: true })).status).toBe(201)
    const { identity } = await (await service.staff('verifikator')).case(receipt.number)
    expect(identity).toMatchObject({ given: false, sealedTo: null })
  })

  it('opens with the key of then after another one took its place; sealing can end', async () => {
    const { number } = await aSealedCase()
    const former = key
    key = await withSealingOn(service)
    expect((await sealingOf(service))?.keyId).toBe(key.keyId)
    await aSealedCase()
    await granted(number)
    const opened = (await (await reveal('kustodian', number)).json()) as OpenedIdentityView
    expect(await key.open(opened.sealed!)).toBeNull()
    expect(await former.open(opened.sealed!)).toMatchObject(siti)

    const { wrapped, keyId } = former
    expect((await post('kustodian', '/sealing/ways', { key: keyId, wrapped })).status).toBe(200)
    const { keys } = (await (await (await service.staff('kustodian')).get('/sealing')).json()) as SealingView
    const ways = keys.find(({ id }) => id === keyId)!.ways.map(({ id }) => id)
    const remove = (way: string | undefined) => post('kustodian', '/sealing/ways/removal', { key: keyId, way })
    expect((await remove(ways[0])).status).toBe(200)
    expect(await refusalIn(remove(ways[1]))).toBe('409 sealing/last-way')

    expect(await refusalIn(post('admin', '/sealing/end'))).toBe('403 staff/not-permitted')
    const takeBack = async (mailbox: string) => {
      const { headers } = await service.staff(mailbox)
      return fetch(`${service.unit().api}/sealing/end`, { method: 'DELETE', headers })
    }
    const endConfirmed = (mailbox: string) => post(mailbox, '/sealing/end/confirmation')
    expect(await refusalIn(endConfirmed('admin'))).toBe('409 sealing/no-end-waits')
    expect((await post('kustodian', '/sealing/end')).status).toBe(200)
    expect(await refusalIn(post('kustodian', '/sealing/end'))).toBe('409 sealing/end-waits')
    expect(await refusalIn(endConfirmed('kustodian'))).toBe('403 sealing/own-end')
    expect(await refusalIn(endConfirmed('kepala'))).toBe('403 staff/not-permitted')
    expect((await sealingOf(service))?.keyId).toBe(key.keyId)
    for (const mailbox of ['kepala', 'inspektorat', 'admin']) {
      expect([mailbox, await alertKindsOf(mailbox)]).toEqual([mailbox, expect.arrayContaining(['sealing_end_asked'])])
    }
    expect((await takeBack('admin')).status).toBe(200)
    expect(await refusalIn(endConfirmed('admin'))).toBe('409 sealing/no-end-waits')
    expect((await post('kustodian', '/sealing/end')).status).toBe(200)
    expect((await endConfirmed('admin')).status).toBe(200)
    expect(await alertKindsOf('kustodian')).toContain('sealing_ended')
    expect(await alertKindsOf('kepala')).toContain('sealing_ended')
    expect(await sealingOf(service)).toBeUndefined()
    expect((await service.unit().send(aFiling())).status).toBe(201)
    const log = (await (await (await service.staff('kepala')).get('/log')).json()) as {
      items: { act: string; detail: string }[]
    }
    const told = log.items.filter(({ act }) => act === 'sealing.changed').map(({ detail }) => detail)
    expect(told).toEqual(
      expect.arrayContaining(['made', 'confirmed', 'way_added', 'way_removed', 'end_asked', 'ended', 'discarded']),
    )
    key = await withSealingOn(service)
  })

  it('is readable nowhere: not in the store, in what is logged, in a backup, or in a unit that moves', async () => {
    const receipt = await aSealedCase()
    const places = await aFolderForData()
    const backup = join(places, 'salinan')
    const { folder } = service.running
    const taken = await aduan({ DATA_DIR: folder }, 'backup', backup)
    expect([taken.code, taken.err]).toEqual([0, ''])
    expect(await readableInFolder(folder, secrets)).toEqual([])
    expect(await readableInFolder(backup, secrets)).toEqual([])
    for (const secret of secrets) expect(service.running.output()).not.toContain(secret)

    const moved = join(places, 'pindahan')
    const passphrase = join(places, 'sandi.txt')
    await writeFile(passphrase, 'kalimat sandi yang cukup panjang\n')
    await service.running.stop()
    const exported = await aduan(
      { DATA_DIR: folder, PUBLIC_URL: 'https://lama.example' },
      'export-tenant',
      'bagian-organisasi',
      moved,
      '--passphrase-file',
      passphrase,
    )
    expect([exported.code, exported.err]).toEqual([0, ''])
    expect(await readableInFolder(moved, secrets)).toEqual([])
    const there = { DATA_DIR: join(places, 'baru'), DEMO: 'off', LIMITS: 'off', PUBLIC_URL: 'https://baru.example' }
    const imported = await aduan(there, 'import-tenant', moved, '--passphrase-file', passphrase)
    expect([imported.code, imported.err]).toEqual([0, ''])

    const office = unitAt((await aRunningService(there)).url)
    const [officer, custodian] = [await office.signIn('petugas'), await office.signIn('kustodian')]
    const { keys } = (await (await custodian.get('/sealing')).json()) as SealingView
    expect(keys[0]?.ways[0]?.wrapped).toEqual(key.wrapped)
    const asked = (await (
      await officer.post(`/cases/${receipt.number}/identity/requests`, { reason })
    ).json()) as CaseView
    const decision = { granted: true, because: 'Alasannya cukup.' }
    await custodian.post(
      `/cases/${receipt.number}/identity/requests/${asked.identity.requests[0]?.id}/decision`,
      decision,
    )
    const answer = await custodian.post(`/cases/${receipt.number}/identity/reveal`, { reason })
    if (!answer.ok) throw new Error(JSON.stringify(await problemOf(answer)))
    expect(await key.open(((await answer.json()) as OpenedIdentityView).sealed!)).toMatchObject(siti)
  })
})
