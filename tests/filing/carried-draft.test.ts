import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  carriedDraftSpec,
  carryDraft,
  dropCarriedDraft,
  MOST_DRAFTS,
  openCarriedDraft,
  sweepCarriedDrafts,
} from '../../service/filing/enter-complaint.ts'
import {
  lockOf,
  makeDraftCode,
  openSealedDraft,
  SEALED_LENGTH,
  sealDraft,
} from '../../service/sealing/carried-draft.ts'
import { stateOf } from '../../service/shared/free-room.ts'
import { HOUR, type Instant, plusMilliseconds } from '../../service/shared/instant.ts'
import { aFilingOffice } from '../support/a-filing-office.ts'
import { readableIn } from '../support/find-readable.ts'
import { laterRefusalOf } from '../support/refused.ts'
import { dinas, organisasi } from '../support/two-units.ts'

describe('a code for a draft', () => {
  it('is three groups of letters that nobody confuses, and never twice the same', () => {
    const codes = Array.from({ length: 200 }, makeDraftCode)
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/)
    expect(new Set(codes).size).toBe(200)
  })

  it('opens what it sealed however it is written, and nothing of another code or unit', async () => {
    const code = 'K7QM-4XWP-9RTD'
    const lock = await lockOf(code, organisasi)
    const sealed = await sealDraft(lock, JSON.stringify({ texts: { chronology: 'Diminta uang.' } }))
    const spelled = await lockOf(' k7qm 4xwp.9rtd\n', organisasi)
    expect(spelled.handle).toBe(lock.handle)
    expect(await openSealedDraft(spelled, sealed)).toEqual({ texts: { chronology: 'Diminta uang.' } })
    for (const other of [await lockOf('K7QM-4XWP-9RTE', organisasi), await lockOf(code, dinas)]) {
      expect(other.handle).not.toBe(lock.handle)
      await expect(openSealedDraft(other, sealed)).rejects.toThrow()
    }
    const changed = `${sealed.slice(0, 100)}${sealed[100] === 'A' ? 'B' : 'A'}${sealed.slice(101)}`
    await expect(openSealedDraft(lock, changed)).rejects.toThrow()
  })

  it('seals a word and a long story to the same length, never twice alike, and refuses what is longer', async () => {
    const lock = await lockOf(makeDraftCode(), organisasi)
    const sealed = await Promise.all(
      ['""', '""', JSON.stringify('é'.repeat(16_000))].map((json) => sealDraft(lock, json)),
    )
    expect(sealed.map(({ length }) => length)).toEqual([SEALED_LENGTH, SEALED_LENGTH, SEALED_LENGTH])
    expect(new Set(sealed).size).toBe(3)
    await expect(sealDraft(lock, 'x'.repeat(32_769))).rejects.toThrow(RangeError)
  })
})

describe('a draft that is carried', () => {
  const anOffice = async () => {
    const filing = await aFilingOffice()
    let time: Instant = plusMilliseconds(filing.ports.now(), 25 * 60_000)
    const carriedDrafts = await filing.allOfStore.collection(carriedDraftSpec)
    let free = 50e9
    const disk = { state: async () => stateOf({ free, total: 100e9 }) }
    const ports = { ...filing.ports, carriedDrafts, disk, now: () => time }
    return {
      ...filing,
      ports,
      fillDisk: () => {
        free = 1e9
      },
      goOn: (hours: number) => {
        time = plusMilliseconds(time, hours * HOUR)
      },
      carry: (handle: string, sealed: string, key = randomBytes(9).toString('hex')) =>
        carryDraft(ports, organisasi, { handle, sealed, key }),
      open: (handle: string, unit = organisasi) => openCarriedDraft(ports, unit, handle),
    }
  }
  const aHandle = () => randomBytes(16).toString('base64url')

  it('is opened again and again, in its unit alone, and kept anew under its code', async () => {
    const office = await anOffice()
    const handle = aHandle()
    await office.carry(handle, 'segel')
    expect([await office.open(handle), await office.open(handle)]).toEqual(['segel', 'segel'])
    expect(await laterRefusalOf(office.open(handle, dinas))).toBe('draft/unknown')
    await office.carry(handle, 'segel baru')
    expect(await office.open(handle)).toBe('segel baru')
    await dropCarriedDraft(office.ports, organisasi, handle)
    expect(await laterRefusalOf(office.open(handle))).toBe('draft/unknown')
  })

  it('lies in the store without its handle, without a time of its own but an hour, and without the key of its filing', async () => {
    const office = await anOffice()
    const [handle, key] = [aHandle(), randomBytes(9).toString('hex')]
    const until = await office.carry(handle, 'segel', key)
    expect(until).toMatch(/:00:00\.000Z$/)
    const [kept] = await office.ports.carriedDrafts
      .findAcrossTenants({ index: 'expires', range: { to: until }, limit: 10 })
      .then(({ items }) => items)
    expect(Object.keys(kept!).sort()).toEqual(['expiresAt', 'filing', 'id', 'sealed', 'tenant', 'version'])
    expect(readableIn(Buffer.from(JSON.stringify(kept)), [handle, key])).toEqual([])
    await dropCarriedDraft(office.ports, organisasi, handle)
  })

  it('opens for nobody who stole the code once it is sent, though its line died before it was destroyed', async () => {
    const office = await anOffice()
    const [handle, key] = [aHandle(), 'kunci-siti']
    await office.carry(handle, 'segel', key)
    await office.file({ by: { idempotencyKey: key } })
    expect(await laterRefusalOf(office.open(handle))).toBe('draft/unknown')
  })

  it('is one of so many in a unit, and one that is there can still be kept anew', async () => {
    const office = await anOffice()
    const handle = aHandle()
    await office.carry(handle, 'segel')
    const { carriedDrafts } = office.ports
    const ports = { ...office.ports, carriedDrafts: { ...carriedDrafts, count: async () => MOST_DRAFTS } }
    const carry = (one: string) => carryDraft(ports, organisasi, { handle: one, sealed: 'segel', key: 'kunci' })
    expect(await laterRefusalOf(carry(aHandle()))).toBe('draft/too-many')
    await carry(handle)
    const counted = { index: 'ofUnit', range: { from: office.ports.now() } } as const
    expect([await carriedDrafts.count(organisasi, counted), await carriedDrafts.count(dinas, counted)]).toEqual([1, 0])
    await dropCarriedDraft(office.ports, organisasi, handle)
  })

  it('takes nothing of the reserve of the disk', async () => {
    const office = await anOffice()
    office.fillDisk()
    expect(await laterRefusalOf(office.carry(aHandle(), 'segel'))).toBe('store/full')
  })

  it('lives a day, and is then destroyed', async () => {
    const office = await anOffice()
    const handle = aHandle()
    const until = await office.carry(handle, 'segel')
    office.goOn(23)
    expect(office.ports.now() < until).toBe(true)
    expect(await office.open(handle)).toBe('segel')
    office.goOn(1)
    expect(await laterRefusalOf(office.open(handle))).toBe('draft/unknown')
    await sweepCarriedDrafts(office.ports)
    const left = await office.ports.carriedDrafts.findAcrossTenants({
      index: 'expires',
      range: { to: until },
      limit: 10,
    })
    expect(left.items).toEqual([])
  })
})
