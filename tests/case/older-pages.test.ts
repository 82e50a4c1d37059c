import { describe, expect, it } from 'vitest'
import { MOST_WAITING_OF_A_KIND } from '../../service/case/notices/delivery.ts'
import { hasHappened, hasMessage, heldInCase, turnPages } from '../../service/case/older-pages.ts'
import { writeToOffice } from '../../service/case/reporter-acts.ts'
import type { Complaint, Dossier } from '../../service/case/shape/complaint.ts'
import type { Message } from '../../service/case/shape/correspondence.ts'
import type { HistoryLine } from '../../service/case/shape/history.ts'
import { caseKeyOf, identityOf, sealDossier } from '../../service/case/store/case-seals.ts'
import { openComplaintStore } from '../../service/case/store/complaint-store.ts'
import type { KeptComplaint } from '../../service/case/store/kept-complaint.ts'
import { casePageSpec } from '../../service/case/store/older-page-store.ts'
import { note, writeToReporter } from '../../service/desk/messages.ts'
import { unsealFile } from '../../service/keeping/evidence/opened-evidence.ts'
import { eraseIdentity } from '../../service/keeping/identity/approved-identity.ts'
import type { GuardMark } from '../../service/offices/staff/permissions.ts'
import { plusMilliseconds } from '../../service/shared/instant.ts'
import type { Collection, Kept, Store } from '../../service/storage/collection.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { SealRefused } from '../../service/storage/vault.ts'
import { aComplaint, aMoment, mondayAtTen, verifier } from '../support/a-complaint.ts'
import { aDesk, type Desk } from '../support/a-desk.ts'
import { aTransferDesk } from '../support/a-transfer-desk.ts'
import { organisasi } from '../support/two-units.ts'

/** Some minutes after a case was received. */
const later = (minutes: number) => ({ ...aMoment(), at: plusMilliseconds(mondayAtTen, (minutes + 1) * 60_000) })
const written = (minutes: number, text = `Kabar ${minutes}`) => ({ text, completes: true, minutes })

const write = (desk: Pick<Desk, 'ports'>, number: string, { minutes, ...words }: ReturnType<typeof written>) =>
  desk.ports.complaints.change(organisasi, number, (complaint) => writeToOffice(complaint, words, later(minutes)))

async function writeMany(desk: Pick<Desk, 'ports'>, number: string, count: number, from = 0): Promise<void> {
  for (let at = from; at < from + count; at++) await write(desk, number, written(at))
}

const textsOf = ({ dossier }: Complaint) => dossier.messages.map(({ text }) => text)
const numbered = (count: number) => Array.from({ length: count }, (_, at) => `Kabar ${at}`)

async function storedOf(desk: Desk, number: string): Promise<KeptComplaint> {
  const kept = await desk.store.complaints.get(organisasi, number)
  if (!kept) throw new Error('The case is gone.')
  return kept
}

async function pagesIn(desk: Desk) {
  const kept = await desk.allOfStore.collection(casePageSpec)
  return kept.walk(organisasi, null, 1_000)
}

describe('a case to which its reporter writes again and again', () => {
  it('keeps the newest inside, and all the rest on pages, in order and once', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    await writeMany(desk, id, 150)
    const complaint = await desk.ports.complaints.get(organisasi, id)
    expect(complaint.dossier.messages.length).toBeLessThanOrEqual(heldInCase.messages.most + 1)
    expect(textsOf(complaint).at(-1)).toBe('Kabar 149')
    const whole = await desk.ports.complaints.whole(complaint)
    expect(textsOf(whole)).toEqual(numbered(150))
    const lines = whole.dossier.history.filter(({ event }) => event === 'message_from_reporter')
    expect(lines.map(({ at }) => at)).toEqual(numbered(150).map((_, at) => later(at).at))
    expect(whole.dossier.history[0]).toMatchObject({ event: 'received' })
  })

  it('lies in the store in a document that does not grow with it', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    let size = 0
    for (let at = 0; at < 120; at++) {
      await write(desk, id, written(at, `Kabar ${at} ${'panjang '.repeat(250)}`))
      size = Math.max(size, JSON.stringify(await storedOf(desk, id)).length)
    }
    // Twenty such messages are 40,000 characters, which a seal makes 54,000.
    expect(size).toBeLessThan(100_000)
  })

  it('is found by the words of what has moved, and by those of what was written last', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    await write(desk, id, written(0, 'Stempelnya tertinggal di Kelurahan Umpamasari.'))
    await writeMany(desk, id, 60, 1)
    await write(desk, id, written(61, 'Kuitansinya sudah saya fotokopi.'))
    for (const word of ['umpamasari', 'kuitansinya']) {
      const { items } = await desk.ports.complaints.search(organisasi, word, { limit: 5 })
      expect([word, items.map((one) => one.id)]).toEqual([word, [id]])
    }
  })

  it('knows a message again that arrives a second time after it has moved', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    const arrived = {
      id: 'surel-1',
      inbound: { channel: 'email', sender: 'reporter', quoted: '', refused: [] },
    } as const
    await desk.ports.complaints.change(organisasi, id, (complaint) =>
      writeToOffice(complaint, { text: 'Lewat surel', completes: true, arrived }, later(0)),
    )
    await writeMany(desk, id, 60, 1)
    const { dossier } = await desk.ports.complaints.get(organisasi, id)
    expect(dossier.messages.some((one) => one.id === 'surel-1')).toBe(false)
    expect(hasMessage(dossier, 'surel-1')).toBe(true)
  })

  it('remembers what once happened to it', async () => {
    const desk = await aDesk()
    const lifted: HistoryLine = { at: later(0).at, event: 'guard_lifted', by: verifier, text: null, public: false }
    const { id } = await desk.receive(aComplaint({ dossier: { history: [lifted] } }))
    await writeMany(desk, id, 60)
    const { dossier } = await desk.ports.complaints.get(organisasi, id)
    expect(dossier.history.some(({ event }) => event === 'guard_lifted')).toBe(false)
    expect(hasHappened(dossier, 'guard_lifted')).toBe(true)
    expect(hasHappened(dossier, 'answered')).toBe(false)
  })
})

describe('the pages of a case', () => {
  it('hold notes and notices that are over too, and leave those that wait', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    for (let at = 0; at < 60; at++) {
      await desk.ports.complaints.change(organisasi, id, (complaint) =>
        note(complaint, { text: `Catatan ${at}` }, verifier, later(at)),
      )
      const { notices } = await desk.ports.complaints.change(organisasi, id, (complaint) =>
        writeToReporter(complaint, { text: `Jawaban ${at}` }, verifier, later(at)),
      )
      const sent = notices.at(-1)
      // Every tenth one waits, until three later ones wait too.
      if (sent && at % 10 !== 0) {
        await desk.ports.complaints.record(organisasi, id, sent.id, (one) => ({
          ...one,
          state: 'sent',
          nextTryAt: null,
        }))
      }
    }
    const complaint = await desk.ports.complaints.get(organisasi, id)
    expect(complaint.notices.filter(({ state }) => state === 'pending')).toHaveLength(MOST_WAITING_OF_A_KIND)
    expect(complaint.notices.length).toBeLessThan(7 + heldInCase.notices.most + 2)
    // A notice that waits still finds what it tells.
    expect(textsOf(complaint)).toEqual(expect.arrayContaining(['Jawaban 40', 'Jawaban 50', 'Jawaban 59']))
    const whole = await desk.ports.complaints.whole(complaint)
    expect(whole.dossier.notes.map(({ text }) => text)).toEqual(numbered(60).map((_, at) => `Catatan ${at}`))
    expect(new Set(textsOf(whole)).size).toBe(60)
    expect(new Set(whole.notices.map(({ id: one }) => one)).size).toBe(61)
  })

  it('are the same for all who write from the same version, however many write at once', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    await writeMany(desk, id, heldInCase.messages.most + 1)
    await Promise.all(numbered(8).map((_, at) => write(desk, id, written(40, `Bersamaan ${at}`))))
    const whole = await desk.ports.complaints.whole(await desk.ports.complaints.get(organisasi, id))
    const texts = textsOf(whole)
    expect(texts.slice(0, heldInCase.messages.most + 1)).toEqual(numbered(heldInCase.messages.most + 1))
    expect(texts.slice(heldInCase.messages.most + 1).toSorted()).toEqual(numbered(8).map((_, at) => `Bersamaan ${at}`))
  })

  it('are not shown twice where a process died between the page and the case', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    await writeMany(desk, id, heldInCase.messages.most + 1)
    const dying = await openComplaintStore(dyingBeforeTheCase(desk.allOfStore), desk.ports.vault, () => {})
    const dead = dying.change(organisasi, id, (complaint) => writeToOffice(complaint, written(90), later(90)))
    await expect(dead).rejects.toThrow('died')
    expect(await pagesIn(desk)).toHaveLength(1)
    // A machine writes meanwhile, so that the page gets another name when the reporter comes again.
    const notice = (await desk.ports.complaints.get(organisasi, id)).notices[0]
    await desk.ports.complaints.record(organisasi, id, notice?.id ?? '', (one) => ({ ...one, lane: 'surel' }))
    await write(desk, id, written(heldInCase.messages.most + 1))
    expect(await pagesIn(desk)).toHaveLength(2)
    const whole = await desk.ports.complaints.whole(await desk.ports.complaints.get(organisasi, id))
    expect(textsOf(whole)).toEqual(numbered(heldInCase.messages.most + 2))
  })

  it('open in their own case only, and for whoever has its key', async () => {
    const desk = await aDesk()
    const one = await desk.receive(aComplaint())
    const other = await desk.receive(aComplaint())
    await writeMany(desk, one.id, 30)
    await writeMany(desk, other.id, 30)
    const [page, itsOwn] = await pagesIn(desk)
    expect(JSON.stringify(page)).not.toContain('Kabar')
    if (!page || !itsOwn) throw new Error('There is no page.')
    const kept = await desk.allOfStore.collection(casePageSpec)
    await kept.replace({ ...itsOwn, content: page.content })
    const moved = await desk.ports.complaints.get(organisasi, itsOwn.case)
    await expect(desk.ports.complaints.whole(moved)).rejects.toThrow('does not open there')
  })
})

describe('a long case from before there were pages', () => {
  it('is brought onto pages by its next write, and loses nothing', async () => {
    const desk = await aDesk()
    const messages: Message[] = numbered(400).map((text, at) => ({
      ...{ id: `lama-${at}`, at: later(at).at, by: { kind: 'reporter' } },
      text,
    }))
    const history: HistoryLine[] = messages.map(({ at, by }) => ({
      ...{ at, by, event: 'message_from_reporter', text: null, public: true },
    }))
    const { id } = await desk.receive(aComplaint())
    const kept = await storedOf(desk, id)
    const { older: _, ...dossier } = aComplaint({ dossier: { messages, history } }).dossier
    const before = { ...dossier } as Dossier
    await desk.store.complaints.replace({
      ...kept,
      dossier: await sealDossier(desk.ports.vault, caseKeyOf({ ...kept, tenant: organisasi }), kept, kept, {
        dossier: before,
        hashes: {},
      }),
    })
    expect(textsOf(await desk.ports.complaints.get(organisasi, id))).toHaveLength(400)
    await write(desk, id, written(400))
    const complaint = await desk.ports.complaints.get(organisasi, id)
    expect(complaint.dossier.messages).toHaveLength(heldInCase.messages.keep + 1)
    const whole = await desk.ports.complaints.whole(complaint)
    expect(textsOf(whole)).toEqual(numbered(401))
    expect(whole.dossier.history).toHaveLength(401)
  })

  it('is left as it is while it is short', () => {
    const complaint = aComplaint()
    expect(turnPages(complaint)).toEqual({ complaint, pages: [] })
  })
})

/** A store in which a process dies when it saves a case. */
const dyingBeforeTheCase = (store: Store): Store => ({
  ...store,
  async collection<D extends Kept>(spec: Parameters<typeof store.collection<D>>[0]): Promise<Collection<D>> {
    const kept = await store.collection(spec)
    if (spec.name !== 'complaints') return kept
    return {
      ...kept,
      async replace() {
        throw new Error('The process died.')
      },
    }
  },
})

/** Two cases with a name and a file each, and somebody who writes into the store but has no key. */
async function twoCases() {
  const desk = await aTransferDesk()
  const { ports, store } = desk
  const [one, two] = [await desk.file('confidential'), await desk.file('named')]
  const kept = async ({ id }: { readonly id: string }) => (await store.complaints.get(organisasi, id))!
  return {
    ...desk,
    one,
    two,
    kept,
    open: () => ports.complaints.get(organisasi, one.id),
    /** Puts something of the second case, or whatever else, into the first. */
    async tamper(with_: (mine: KeptComplaint, theirs: KeptComplaint) => Partial<KeptComplaint>) {
      const mine = await kept(one)
      await store.complaints.replace({ ...mine, ...with_(mine, await kept(two)) })
    },
  }
}

describe('whoever writes into the store without a key', () => {
  it.each<[string, (mine: KeptComplaint, theirs: KeptComplaint) => Partial<KeptComplaint>]>([
    ['the story of another case', (_, { dossier }) => ({ dossier })],
    ['the story and key of another case', (_, { dossier, key }) => ({ dossier, key })],
    [
      'everything of another case but its number',
      ({ id, sequence, version }, theirs) => ({
        ...theirs,
        ...{ id, sequence, version },
        // Two cases never share these; the store would refuse it.
        filing: { ...theirs.filing, keyHash: 'lain' },
      }),
    ],
    ['the reporter of another case', (_, { identity }) => ({ identity })],
    ['no reporter', () => ({ identity: null })],
    ['a file of another case', ({ evidence }, theirs) => ({ evidence: [...evidence, ...theirs.evidence] })],
    ['no files', () => ({ evidence: [] })],
    ['another choice of privacy', () => ({ privacy: 'named' })],
    ['another code of its reporter', (_, { codeHash }) => ({ codeHash: `${codeHash}x` })],
    ['another handler', () => ({ handler: 'orang-lain' as StaffId })],
    ['a guard', () => ({ guard: { marks: ['tanda' as GuardMark], steward: null } })],
    ['an end', () => ({ status: 'closed' })],
    ['channels that reach the reporter elsewhere', () => ({ noticeChannels: ['letter'] })],
  ])('gives a case %s, and it is not opened', async (_, with_) => {
    const { tamper, open } = await twoCases()
    await open()
    await tamper(with_)
    await expect(open()).rejects.toBeInstanceOf(SealRefused)
  })

  it('takes the place of a number with a whole case, filing and all, and it is not opened', async () => {
    const { store, one, two, kept, open } = await twoCases()
    const [mine, theirs] = [await kept(one), await kept(two)]
    await store.complaints.delete(organisasi, two.id)
    await store.complaints.replace({ ...theirs, id: mine.id, sequence: mine.sequence, version: mine.version })
    await expect(open()).rejects.toBeInstanceOf(SealRefused)
  })

  it('cannot have an identity opened in another case', async () => {
    const { ports, one, two } = await twoCases()
    expect(await identityOf(ports.vault, two)).toMatchObject({ name: 'Siti Contoh' })
    await expect(identityOf(ports.vault, { ...one, identity: two.identity })).rejects.toBeInstanceOf(SealRefused)
  })

  it('cannot have a contact opened as an identity', async () => {
    const { ports, one } = await twoCases()
    const swapped = one.identity && { ...one.identity, identity: one.identity.contact as never }
    await expect(identityOf(ports.vault, { ...one, identity: swapped })).rejects.toBeInstanceOf(SealRefused)
  })

  it('cannot have a file opened by the key of another, nor in another unit', async () => {
    const { ports, one, two } = await twoCases()
    const [mine, theirs] = [one.evidence[0]!, two.evidence[0]!]
    await expect(unsealFile(ports, organisasi, { id: mine.id, key: theirs.key })).rejects.toBeInstanceOf(SealRefused)
  })

  it('cannot bring an identity back that was erased', async () => {
    const { ports, one, kept, tamper, open } = await twoCases()
    const { identity } = await kept(one)
    await ports.complaints.change(organisasi, one.id, (before) => eraseIdentity(before, { kind: 'system' }, aMoment()))
    await tamper(() => ({ identity }))
    await expect(open()).rejects.toBeInstanceOf(SealRefused)
  })
})

it('what the machine writes beside a seal is no tampering', async () => {
  const { one, tamper, open } = await twoCases()
  await tamper(({ evidence }) => ({
    clocks: [],
    notices: [],
    evidence: evidence.map((item) => ({ ...item, scan: { verdict: 'clean', at: aMoment().at } as never })),
  }))
  expect((await open()).id).toBe(one.id)
})
