import { describe, expect, it } from 'vitest'
import { forgetNames, hideNames, leaksInName, nameForStaff } from '../../../service/case/evidence.ts'
import type { EvidenceItem } from '../../../service/case/shape/evidence.ts'
import type { Identity, WrappedKey } from '../../../service/storage/vault.ts'
import { aComplaint, mondayAtTen } from '../../support/a-complaint.ts'

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
