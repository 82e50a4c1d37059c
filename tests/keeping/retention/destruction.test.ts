import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { createVault } from '../../../service/adapters/jose/vault.ts'
import { receiptFingerprint } from '../../../service/case/receipt/issued-receipts.ts'
import { caseKeyOf, openDossier } from '../../../service/case/store/case-seals.ts'
import { type TallyName, tallyKeys } from '../../../service/case/store/complaint-tallies.ts'
import { destructionSeries, recordGapAfterRestore } from '../../../service/case/store/number-gaps.ts'
import { casePageSpec } from '../../../service/case/store/older-page-store.ts'
import { note } from '../../../service/desk/messages.ts'
import { followComplaint } from '../../../service/following/follow-complaint.ts'
import { askForApproval, decideOnApproval } from '../../../service/keeping/approvals/approvals.ts'
import { continueRotation, type KeyOffice } from '../../../service/keeping/identity/keys.ts'
import {
  finishDestructions,
  listDestructions,
  openDestruction,
} from '../../../service/keeping/retention/destructions.ts'
import { holdCase, listRetention } from '../../../service/keeping/retention/retention.ts'
import type { GuardMark } from '../../../service/offices/staff/permissions.ts'
import { parseDay } from '../../../service/shared/instant.ts'
import { aComplaintIn, aMoment, verifier } from '../../support/a-complaint.ts'
import { aDestroyingDesk, reason, story } from '../../support/a-destroying-desk.ts'
import { officeWith } from '../../support/office-with.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const twoYears = 731

const names = Object.keys(tallyKeys) as TallyName[]

describe('destroying a case', () => {
  it('leaves its number, category, dates and status, who asks is told, and nothing that was written', async () => {
    const { ports, receive, goOn, agree, carryOut, files } = await aDestroyingDesk()
    const before = await receive()
    goOn(twoYears)
    const { number, content } = await carryOut(await agree([before.id]))
    expect(number).toBe('BA-BO-2028-0001')
    expect(content).toMatchObject({
      reason,
      kept: [],
      remains: {},
      lines: [{ number: before.id, ending: 'withdrawn' }],
    })

    const after = await followComplaint(officeWith(ports), { tenant: organisasi, number: before.id })
    const { id, status, category, receivedAt, codeHash, receiptId } = before
    expect(after).toMatchObject({ id, status, category, receivedAt, codeHash, receiptId })
    expect(after).toMatchObject({ identity: null, evidence: [], notices: [], noticeChannels: [], handler: null })
    expect(after.destroyed).toMatchObject({ record: number, ending: 'withdrawn', files: 1 })
    expect(after.dossier.history.map(({ event, text }) => [event, text])).toEqual([
      ['received', null],
      ['destroyed', number],
    ])
    expect(JSON.stringify(after)).not.toContain('Semeru')
    expect(await files()).toEqual([])
    expect((await ports.complaints.search(organisasi, 'Semeru', { limit: 5 })).items).toEqual([])
    expect(await ports.complaints.counts(organisasi)).toEqual([{ category, status, cases: 1 }])
  })

  it('gives no number of a record twice after a restore: the next one is behind the gap', async () => {
    const { ports, receive, goOn, agree, carryOut } = await aDestroyingDesk()
    const { id } = await receive()
    goOn(twoYears)
    const restoredAt = ports.now()
    const gap = {
      tenant: organisasi,
      series: destructionSeries('2028'),
      ...recordGapAfterRestore(3),
      asOf: restoredAt,
      restoredAt,
    }
    await ports.complaints.numberGaps.add(gap)
    expect((await carryOut(await agree([id]))).number).toBe('BA-BO-2028-0021')
  })

  it('takes what anybody wanted to be reminded of', async () => {
    const { ports, receive, goOn, agree, carryOut } = await aDestroyingDesk()
    const [{ id }, stays] = [await receive(), await receive()]
    const by = { tenant: organisasi, by: 'siapa-saja' }
    for (const number of [id, stays.id]) {
      const reminder = { id: 'satu', number, day: parseDay('2026-12-01'), reason: 'Tanya Semeru.' }
      await ports.reminders.add(by, reminder, caseKeyOf(await ports.complaints.get(organisasi, number)))
    }
    goOn(twoYears)
    await carryOut(await agree([id]))
    expect((await ports.reminders.days(by)).map(({ number }) => number)).toEqual([stays.id])
  })

  it('leaves no older page, and a page that somebody copied opens for nobody', async () => {
    const { ports, receive, goOn, agree, carryOut, allOfStore } = await aDestroyingDesk()
    const { id } = await receive()
    const words = { text: 'Catatan di loket Semeru.' }
    for (let at = 0; at < 25; at++) {
      await ports.complaints.change(organisasi, id, (one) => note(one, words, verifier, aMoment(at / 1_000)))
    }
    const pages = await allOfStore.collection(casePageSpec)
    const [copied] = await pages.walk(organisasi, null, 10)
    goOn(twoYears)
    await carryOut(await agree([id]))
    expect(await pages.walk(organisasi, null, 10)).toEqual([])
    if (!copied) throw new Error('The case had no older page.')
    const place = { unit: organisasi, collection: 'casePages', id: copied.id, field: 'content' } as const
    const key = caseKeyOf(await ports.complaints.get(organisasi, id))
    await expect(ports.vault.open(key, place, copied.content)).rejects.toThrow()
  })

  it('leaves the word by which a row of an old book is known, so that the book does not bring it back', async () => {
    const { ports, keep, goOn, agree, carryOut } = await aDestroyingDesk()
    const imported = { book: 'buku-lama', endedAt: null }
    const [written, old] = [await keep(aComplaintIn('closed')), await keep(aComplaintIn('closed', { imported }))]
    goOn(7 * 366)
    await carryOut(await agree([written.id, old.id]))
    const words = [written, old].map(({ filing }) => filing.keyHash)
    expect(await ports.complaints.knownFilings(organisasi, words)).toEqual(new Set([old.filing.keyHash]))
  })

  it('leaves the counts of the unit as they were, answers in time included', async () => {
    const { ports, keep, goOn, agree, carryOut } = await aDestroyingDesk()
    const rating = { stars: 4, solved: true, text: null }
    const answered = await keep(aComplaintIn('closed', { dossier: { rating } }))
    const tallies = async () =>
      (await Promise.all(names.map((name) => ports.complaints.tally(organisasi, name)))).flat()
    const before = await tallies()
    expect(before.map(({ what }) => what)).toEqual([
      ...['closed', 'in_time', 'web_widget', 'substantiated', '4', 'substantiated/in_time', ''],
    ])
    goOn(7 * 366)
    await carryOut(await agree([answered.id]))
    expect(await tallies()).toEqual(before)
  })

  it('takes its keys and seals from the store’s file, down to the bytes', async () => {
    const { store, receive, goOn, agree, carryOut, close, storeFile } = await aDestroyingDesk()
    const before = await receive()
    const { dossier, key, identity } = (await store.complaints.get(organisasi, before.id))!
    const stays = await receive()
    goOn(twoYears)
    await carryOut(await agree([before.id]))
    await close()
    const bytes = await readFile(storeFile, 'latin1')
    for (const gone of [dossier, key, identity!.key, identity!.identity, before.evidence[0]!.key]) {
      expect(bytes.includes(gone.slice(-60))).toBe(false)
    }
    expect(bytes.includes(stays.key.slice(-60))).toBe(true)
  })

  it('takes from a copy of before what opens it, and leaves the record readable', async () => {
    const { ports, store, ring, receive, goOn, agree, carryOut } = await aDestroyingDesk()
    const { id } = await receive()
    const stays = await receive()
    const copy = (await store.complaints.get(organisasi, id))!
    goOn(twoYears)
    const done = await carryOut(await agree([id]))
    const keyHolders = [ports.complaints, ports.approvals, ports.destructions].map((one) => one.keyHolder)
    const pace = { oldStays: 0, signal: new AbortController().signal, rest: async () => {} }
    expect(
      await continueRotation(officeWith<KeyOffice>({ ...ports, unitKeys: ring, keyHolders }), organisasi, pace),
    ).toBe('finished')
    const vault = createVault(ring)
    await expect(openDossier(vault, copy)).rejects.toThrow()
    expect((await ports.complaints.get(organisasi, stays.id)).dossier.chronology).toBe(story)
    expect((await ports.destructions.get(organisasi, done.id)).content.reason).toBe(reason)
  })

  it('keeps the fingerprint by which a paper of the receipt can be checked', async () => {
    const { ports, receive, goOn, agree, carryOut } = await aDestroyingDesk()
    const before = await receive()
    const unit = await ports.tenants.get(organisasi)
    const fingerprint = await receiptFingerprint(ports, before, unit)
    goOn(twoYears)
    await carryOut(await agree([before.id]))
    expect(await receiptFingerprint(ports, await ports.complaints.get(organisasi, before.id), unit)).toBe(fingerprint)
  })

  it('leaves nothing to be changed, by staff or reporter', async () => {
    const { ports, receive, goOn, agree, carryOut, sure } = await aDestroyingDesk()
    const { id: number } = await receive()
    goOn(twoYears)
    await carryOut(await agree([number]))
    const { revision } = await ports.complaints.get(organisasi, number)
    const request = { number, revision, held: true, because: 'Terlambat.' }
    expect(await laterRefusalOf(holdCase(ports, sure('unit_head'), request))).toBe('case/destroyed')
    expect(await laterRefusalOf(ports.complaints.change(organisasi, number, (one) => one))).toBe('case/destroyed')
  })
})

describe('two persons', () => {
  it('must agree, and nobody with themselves', async () => {
    const { ports, receive, goOn, carryOut, sure } = await aDestroyingDesk()
    const { id } = await receive()
    goOn(twoYears)
    const asked = await askForApproval(ports, sure('unit_head'), { act: 'destroy-cases', reason, cases: [id] })
    expect(await laterRefusalOf(carryOut(asked.id))).toBe('approval/not-granted')
    const yes = { id: asked.id, granted: true, because: 'Setuju.' }
    expect(await laterRefusalOf(decideOnApproval(ports, sure('unit_head'), yes))).toBe('approval/own-request')
    await decideOnApproval(ports, sure('internal_auditor'), yes)
    expect(await laterRefusalOf(carryOut(asked.id, sure('internal_auditor')))).toBe('approval/unknown')
    await carryOut(asked.id)
    expect(await laterRefusalOf(carryOut(asked.id))).toBe('retention/not-due')
  })

  it('can agree only on what is past its time and not held', async () => {
    const { ports, receive, goOn, sure } = await aDestroyingDesk()
    const { id: number, revision } = await receive()
    const ask = () => askForApproval(ports, sure('unit_head'), { act: 'destroy-cases', reason, cases: [number] })
    expect(await laterRefusalOf(ask())).toBe('retention/not-due')
    goOn(twoYears)
    await holdCase(ports, sure('unit_head'), { number, revision, held: true, because: 'Perkara.' })
    expect(await laterRefusalOf(ask())).toBe('retention/held')
  })
})

describe('a hold that comes after the second person agreed', () => {
  it('keeps its case whole while the others go, and the record says so', async () => {
    const { ports, receive, goOn, agree, carryOut, files, sure } = await aDestroyingDesk()
    const [held, other] = [await receive(), await receive()]
    goOn(twoYears)
    const id = await agree([held.id, other.id])
    const { id: number, revision } = held
    await holdCase(ports, sure('unit_head'), { number, revision, held: true, because: 'Perkara.' })
    const { content } = await carryOut(id)
    expect(content.lines.map((line) => line.number)).toEqual([other.id])
    expect(content.kept).toMatchObject([{ number, because: 'retention/held' }])
    expect((await ports.complaints.get(organisasi, number)).dossier.chronology).toBe(story)
    expect(await files()).toHaveLength(1)
  })
})

describe('a destruction that was cut off', () => {
  it('is finished by the next process, and nothing is done twice', async () => {
    const { ports, receive, goOn, agree, carryOut, files } = await aDestroyingDesk()
    const cases = [await receive(), await receive(), await receive()]
    goOn(twoYears)
    const id = await agree(cases.map((one) => one.id))
    const { remove } = ports.evidenceStore
    let removed = 0
    Object.assign(ports.evidenceStore, {
      remove: async (file: string) => {
        if (removed++ === 1) throw new Error('cut off')
        return remove(file)
      },
    })
    await expect(carryOut(id)).rejects.toThrow('cut off')
    expect((await ports.destructions.get(organisasi, id)).finishedAt).toBeNull()
    expect(await files()).toHaveLength(2)
    expect(await finishDestructions(ports)).toBe(1)
    expect(await files()).toEqual([])
    const { content, finishedAt } = await ports.destructions.get(organisasi, id)
    expect(content.lines).toHaveLength(3)
    expect(finishedAt).not.toBeNull()
    expect(await finishDestructions(ports)).toBe(0)
    const { items } = await ports.complaints.list(organisasi, { index: 'received', limit: 9 })
    expect(items.map((one) => one.destroyed?.record)).toEqual(Array(3).fill('BA-BO-2028-0001'))
  })
})

describe('an identity that is past its time', () => {
  it('is erased while the record stays', async () => {
    const { ports, receive, goOn, agree, carryOut, sure } = await aDestroyingDesk()
    const before = await receive()
    goOn(twoYears)
    const { identities } = await listRetention(ports, sure('unit_head'))
    expect(identities).toMatchObject([{ complaint: { id: before.id }, retention: { eraseFrom: '2028-11-23' } }])
    const { number, what } = await carryOut(await agree([before.id], 'erase-identities'))
    expect(what).toBe('identity')
    const after = await ports.complaints.get(organisasi, before.id)
    expect(after).toMatchObject({ identity: null, privacy: 'anonymous', destroyed: null })
    expect(after.dossier.chronology).toBe(story)
    expect(after.dossier.history.at(-1)).toMatchObject({ event: 'identity_erased', text: number })
  })
})

describe('a destruction record', () => {
  it('is not for those from whom one of its cases is kept, for another unit, or for who has no such task', async () => {
    const { ports, receive, goOn, agree, carryOut, sure } = await aDestroyingDesk()
    const mark = 'tanda' as GuardMark
    const { id: number } = await receive({ guard: { marks: [mark], steward: null } })
    goOn(twoYears)
    const id = await agree([number])
    await carryOut(id)
    const head = sure('unit_head')
    expect(await listDestructions(ports, head)).toHaveLength(1)
    const concerned = { ...head, guardMarks: new Set([mark]) }
    expect(await listDestructions(ports, concerned)).toEqual([])
    expect(await laterRefusalOf(openDestruction(ports, concerned, id))).toBe('destruction/unknown')
    const limited = { ...head, limits: new Map([['retention.manage', new Set(['lain'])] as const]) }
    expect(await laterRefusalOf(openDestruction(ports, limited, id))).toBe('destruction/unknown')
    expect(await laterRefusalOf(openDestruction(ports, sure('unit_head', dinas), id))).toBe('destruction/unknown')
    const without = { ...head, permissions: new Set<never>() }
    expect(await laterRefusalOf(openDestruction(ports, without, id))).toBe('staff/not-permitted')
  })

  it('bears numbers without gaps', async () => {
    const { receive, goOn, agree, carryOut } = await aDestroyingDesk()
    const cases = [await receive(), await receive()]
    goOn(twoYears)
    const numbers: string[] = []
    for (const { id } of cases) numbers.push((await carryOut(await agree([id]))).number)
    expect(numbers).toEqual(['BA-BO-2028-0001', 'BA-BO-2028-0002'])
  })
})
