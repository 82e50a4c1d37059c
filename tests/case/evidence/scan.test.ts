import { describe, expect, it } from 'vitest'
import {
  afterScan,
  forgetNames,
  hideNames,
  leaksInName,
  nameForStaff,
  scanDueAt,
  scanStateOf,
} from '../../../service/case/evidence.ts'
import type { EvidenceItem, Scan } from '../../../service/case/shape/evidence.ts'
import { recordScan } from '../../../service/keeping/evidence/opened-evidence.ts'
import { HOUR, MINUTE, plusMilliseconds } from '../../../service/shared/instant.ts'
import type { Identity, WrappedKey } from '../../../service/storage/vault.ts'
import { aComplaint, mondayAtTen } from '../../support/a-complaint.ts'

const later = (milliseconds: number) => plusMilliseconds(mondayAtTen, milliseconds)

const photo: EvidenceItem = {
  id: 'foto',
  size: 3,
  type: 'image/png',
  sha256: 'a'.repeat(64),
  browserAgreed: false,
  addedAt: mondayAtTen,
  scan: null,
  key: 'key' as WrappedKey,
}

describe('a file', () => {
  it('is due for the scanner from the moment it is added, and no more once there is a verdict', () => {
    expect(scanDueAt(photo)).toBe(mondayAtTen)
    expect(scanDueAt({ ...photo, scan: { verdict: 'clean', at: later(0) } })).toBeNull()
    expect(scanDueAt({ ...photo, scan: { verdict: 'infected', at: later(0), signature: 'Contoh' } })).toBeNull()
  })

  it('of an earlier version, which says nothing of scanning, is due too', () => {
    const { scan: _, ...earlier } = photo
    expect(scanDueAt(earlier)).toBe(mondayAtTen)
  })

  it('without an answer is tried again at growing distances, at least once a day', () => {
    let scan: Scan | null = null
    const waits = Array.from({ length: 8 }, () => {
      scan = afterScan(scan, { kind: 'unclear' }, mondayAtTen)
      return (Date.parse(scanDueAt({ ...photo, scan })!) - Date.parse(mondayAtTen)) / MINUTE
    })
    expect(waits).toEqual([1, 4, 16, 64, 256, 1_024, 1_440, 1_440])
  })

  it('keeps its verdict, whatever a second scanner says', () => {
    const infected = afterScan(null, { kind: 'infected', signature: 'Contoh' }, later(0))
    expect(afterScan(infected, { kind: 'clean' }, later(HOUR))).toBe(infected)
  })

  it('waits where something scans, and is unscanned where nothing does', () => {
    expect(scanStateOf(photo, true)).toBe('waiting')
    expect(scanStateOf(photo, false)).toBe('unscanned')
  })

  it('is told as failed after three tries, or at once when it is too large for the scanner', () => {
    const tried = (tries: number, why: 'unclear' | 'too_large'): EvidenceItem => ({
      ...photo,
      scan: { verdict: 'none', at: later(0), why, tries, nextTryAt: later(MINUTE) },
    })
    expect(scanStateOf(tried(2, 'unclear'), true)).toBe('waiting')
    expect(scanStateOf(tried(3, 'unclear'), true)).toBe('failed')
    expect(scanStateOf(tried(1, 'too_large'), true)).toBe('failed')
  })
})

describe('a case', () => {
  const complaint = aComplaint({ evidence: [photo, { ...photo, id: 'surat' }] })

  it('tells its reporter when malware was found, and is not changed under the hands of an officer', () => {
    const after = recordScan(complaint, 'surat', { kind: 'infected', signature: 'Contoh' }, later(HOUR))
    expect(after.evidence.map(({ scan }) => scan?.verdict)).toEqual([undefined, 'infected'])
    expect(after.dossier.history.at(-1)).toMatchObject({
      event: 'evidence_infected',
      by: { kind: 'system' },
      public: true,
    })
    expect(after.revision).toBe(complaint.revision)
  })

  it('gets no line of history for a clean file', () => {
    const after = recordScan(complaint, 'surat', { kind: 'clean' }, later(HOUR))
    expect(after.evidence[1]?.scan).toEqual({ verdict: 'clean', at: later(HOUR) })
    expect(after.dossier).toBe(complaint.dossier)
  })

  it('stays as it is when the file is gone, or was judged by somebody else', () => {
    expect(recordScan(complaint, 'lain', { kind: 'clean' }, later(0))).toBe(complaint)
    const judged = recordScan(complaint, 'surat', { kind: 'clean' }, later(0))
    expect(recordScan(judged, 'surat', { kind: 'infected', signature: 'Contoh' }, later(0))).toBe(judged)
  })
})

const siti: Identity = {
  name: 'Siti Contohwati',
  phone: '0812-0000-0001',
  email: 'siti@contoh.example',
  address: 'Jalan Misal Raya 17 Umpama',
  onBehalfOf: null,
}

const item = (id: string): EvidenceItem => ({
  id,
  size: 3,
  type: 'image/jpeg',
  sha256: 'a'.repeat(64),
  browserAgreed: false,
  addedAt: mondayAtTen,
  scan: null,
  key: 'key' as WrappedKey,
})

const aCaseWith = (names: Record<string, string>) =>
  aComplaint({ evidence: Object.keys(names).map(item), dossier: { evidenceNames: names } })

describe('a file name', () => {
  it.each([
    ['KTP_Siti_Contohwati.jpg', 'name'],
    ['SITICONTOHWATI.pdf', 'name'],
    ['surat siti contowati (1).jpg', 'name'],
    ['chat_0812_0000_0001.png', 'phone'],
    ['WA +62 812-0000-0001.jpg', 'phone'],
    ['siti@contoh.example.eml', 'email'],
    ['rumah_misal_raya_17_umpama.jpg', 'address'],
    ['3516014507900001.jpg', 'nik'],
  ])('that says who the reporter is, is found: %s', (name, kind) => {
    expect(leaksInName(name, siti)).toContain(kind)
  })

  it.each(['loket-2.jpg', 'IMG_20261123_101500.jpg', 'kuitansi.pdf', 'WhatsApp Image 2026-11-23 at 10.15.00.jpeg'])(
    'that says nothing of them is left alone: %s',
    (name) => {
      expect(leaksInName(name, siti)).toEqual([])
    },
  )
})

describe('staff', () => {
  it('read the place and the kind of a file whose name says who the reporter is, and other names as they are', () => {
    const hidden = hideNames(aCaseWith({ a: 'loket.jpg', b: 'KTP Siti Contohwati.JPG' }), siti)
    expect(nameForStaff(hidden, 'a')).toBe('loket.jpg')
    expect(nameForStaff(hidden, 'b')).toBe('nama-disamarkan-2.JPG')
  })

  it('go on reading so when the reporter corrects their name', () => {
    const hidden = hideNames(aCaseWith({ a: 'KTP Siti Contohwati.jpg', b: 'Budi Misalkan.pdf' }), siti)
    const corrected = hideNames(hidden, { ...siti, name: 'Budi Misalkan' })
    expect([nameForStaff(corrected, 'a'), nameForStaff(corrected, 'b')]).toEqual([
      'nama-disamarkan-1.jpg',
      'nama-disamarkan-2.pdf',
    ])
  })

  it('read of a case without identity no number that looks like a NIK', () => {
    expect(nameForStaff(hideNames(aCaseWith({ a: 'KTP 3516014507900001.jpg' }), null), 'a')).toBe(
      'nama-disamarkan-1.jpg',
    )
  })
})

it('once the identity is forgotten, so are the names that told it', () => {
  const hidden = hideNames(aCaseWith({ a: 'KTP Siti Contohwati.jpg', b: 'loket.jpg' }), siti)
  expect(forgetNames(hidden)).toEqual({ a: 'nama-disamarkan-1.jpg', b: 'loket.jpg' })
})
