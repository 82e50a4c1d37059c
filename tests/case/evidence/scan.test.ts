import { describe, expect, it } from 'vitest'
import { afterScan, scanDueAt, scanStateOf } from '../../../service/case/evidence.ts'
import type { EvidenceItem, Scan } from '../../../service/case/shape/evidence.ts'
import { recordScan } from '../../../service/keeping/evidence/opened-evidence.ts'
import { HOUR, MINUTE, plusMilliseconds } from '../../../service/shared/instant.ts'
import type { WrappedKey } from '../../../service/storage/vault.ts'
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
