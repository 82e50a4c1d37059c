import { type ReporterKey, reporterKeys } from '../../offices/act-vocabulary.ts'
import { internationalNumber } from '../../shared/telephone.ts'
import type { Identity } from '../../storage/vault.ts'
import type { Complaint } from '../shape/complaint.ts'

type Hash = (text: string) => string

/** Two spellings of one name, number or address become one text; `null` where there is nothing to look up. */
function normalise(key: ReporterKey, written: string): string | null {
  if (key === 'phone') return internationalNumber(written)
  if (key === 'email') return /^\S+@\S+$/.test(written.trim()) ? written.trim().toLowerCase() : null
  const words = written
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  const name = words.filter(Boolean).join(' ')
  return name.length >= 3 ? name : null
}

/**
 * Returns the word under which the search index has the cases of a reporter; no text contains it. Those of confidential
 * reporters are others, so that who may not open them never looks at one.
 */
export function reporterMark(hash: Hash, key: ReporterKey, written: string, isConfidential: boolean): string | null {
  const text = normalise(key, written)
  return text === null ? null : `@${hash(`reporter ${key} ${isConfidential ? 'confidential' : 'named'}\n${text}`)}`
}

/** What the reporter's browser sealed is not among them. */
export function reporterMarksOf(hash: Hash, { privacy }: Pick<Complaint, 'privacy'>, identity: Identity): string[] {
  if (identity.sealed) return []
  return reporterKeys.flatMap((key) => {
    const written = identity[key]
    return (written && reporterMark(hash, key, written, privacy !== 'named')) || []
  })
}
