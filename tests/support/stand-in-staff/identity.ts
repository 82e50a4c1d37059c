import type { CaseView } from '../../../service/contract/case-view.ts'
import type { IdentityRequestList } from '../../../service/contract/identity.ts'
import { aCase, fromNow } from './cases.ts'
import { sealedEvidence } from './evidence.ts'

type Identity = CaseView['identity']
type Request = Identity['requests'][number]

export interface Reason {
  readonly ground: string
  readonly reason: string
}

const groundLabels: Readonly<Record<string, string>> = {
  contact_reporter: 'Menghubungi pelapor',
  legal_duty: 'Kewajiban menurut hukum',
}
const labelOf = (ground: string) => groundLabels[ground] ?? 'Alasan lain'

const isCustodian = (email: string) => email.startsWith('kustodian@')
const nameOf = (email: string) => (isCustodian(email) ? 'Kartika Misal, Pemegang kunci' : 'Sri Contoh, Kepala Bagian')

const aSealedIdentity = (requests: readonly Request[] = []): Identity => ({
  given: true,
  masked: null,
  sealedTo: null,
  mayOpen: false,
  confirmed: [],
  mayAsk: true,
  nobodyKeeps: false,
  mayDecide: false,
  codeWaits: null,
  openedTimes: 0,
  openings: [],
  requests: [...requests],
})

const aRequest = (changes: Partial<Request> = {}): Request => ({
  id: 'permintaan-1',
  at: fromNow(-6),
  by: 'Rina Contoh, Analis Pelayanan',
  own: false,
  groundLabel: 'Kewajiban menurut hukum',
  reason: 'Inspektorat meminta keterangan pelapor secara tertulis.',
  decision: null,
  ...changes,
})

/** Two confidential complaints, answered so that the register's work stays as it was; Rina waits for the identity behind the second. */
export const sealedCases = (): CaseView[] => [
  aCase('BO-2026-000121', {
    subject: 'Nama petugas pada kuitansi dihapus',
    privacy: 'confidential',
    status: 'answered',
    identity: aSealedIdentity(),
    evidence: sealedEvidence,
  }),
  aCase('BO-2026-000120', {
    subject: 'Imbalan diminta lewat perantara',
    privacy: 'confidential',
    status: 'answered',
    identity: aSealedIdentity([aRequest()]),
  }),
]

/** A case as this person sees it: what they may do with a sealed identity depends on who they are. */
export function seenBy(email: string, found: CaseView): CaseView {
  if (found.privacy !== 'confidential' || !found.identity.given) return found
  const requests = found.identity.requests.map((one) => ({ ...one, own: one.by === nameOf(email) }))
  const own = requests.filter((one) => one.own)
  const mayDecide = isCustodian(email)
  const opened = found.identity.openings.filter(({ by }) => by === nameOf(email)).length
  const mayOpen = mayDecide || own.filter(({ decision }) => decision?.granted).length > opened
  const mayAsk = !mayOpen && own.every(({ decision }) => decision !== null)
  return { ...found, identity: { ...found.identity, requests, mayOpen, mayAsk, mayDecide } }
}

const changed = (found: CaseView, identity: Partial<Identity>): CaseView => ({
  ...found,
  revision: found.revision + 1,
  identity: { ...found.identity, ...identity },
})

export function asked(found: CaseView, email: string, { ground, reason }: Reason): CaseView {
  const { requests } = found.identity
  const id = `permintaan-${requests.length + 1}`
  const request = aRequest({ id, at: fromNow(0), by: nameOf(email), groundLabel: labelOf(ground), reason })
  return changed(found, { requests: [...requests, request] })
}

/** `null` where no such request waits. */
export function decided(found: CaseView, id: string, words: { granted: boolean; because: string }): CaseView | null {
  const { requests } = found.identity
  if (!requests.some((one) => one.id === id && one.decision === null)) return null
  const decision = { at: fromNow(0), by: 'Kartika Misal, Pemegang kunci', ...words }
  return changed(found, { requests: requests.map((one) => (one.id === id ? { ...one, decision } : one)) })
}

export function opened(found: CaseView, email: string, { ground, reason }: Reason): CaseView {
  const opening = { at: fromNow(0), by: nameOf(email), role: 'unit_head', groundLabel: labelOf(ground), reason }
  return changed(found, {
    openedTimes: found.identity.openedTimes + 1,
    openings: [...found.identity.openings, opening],
  })
}

export const waitingRequests = (cases: readonly CaseView[]): IdentityRequestList['items'] =>
  cases
    .flatMap(({ number, identity }) =>
      identity.requests
        .filter(({ decision }) => decision === null)
        .map(({ at, by, groundLabel, reason }) => ({ number, at, by, groundLabel, reason })),
    )
    .sort((one, other) => one.at.localeCompare(other.at))
