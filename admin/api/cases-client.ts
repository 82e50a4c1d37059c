import type { StaffAct } from '../../service/contract/acts.ts'
import type { SealedDraft } from '../../service/contract/carried-draft.ts'
import type { CaseRegister, CaseView, OlderCaseView } from '../../service/contract/case-view.ts'
import type { IntakeRequestInput } from '../../service/contract/complaint-request.ts'
import type { ClockDaysView, ReceiptView } from '../../service/contract/complaint-view.ts'
import type { IdentityRequestList, OpenedIdentityView, RenewedCodeView } from '../../service/contract/identity-view.ts'
import type { LateList } from '../../service/contract/late.ts'
import type { ColleagueList } from '../../service/contract/session.ts'
import type { HeldEvidenceView } from '../../service/contract/tenant-view.ts'
import { casePath, pageAfter, unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import { type Upload, uploadEvidence } from './upload.ts'
import type { ActBody, CustodianDecision, OpeningReason, RenewalReason, ReporterLookUp, StaffList } from './wire.ts'

/** A change to one case, by somebody who looked at `revision`. */
export interface ActCall<Act extends StaffAct> {
  readonly act: Act
  readonly revision: number
  readonly body: ActBody<Act>
}

/** The cases of a unit, and what is done with one. */
export interface CasesClient {
  listCases(tenant: string, query: URLSearchParams, signal: AbortSignal): Promise<CaseRegister>
  readCase(tenant: string, number: string, signal?: AbortSignal): Promise<CaseView>
  /** Returns the entries before those that a case shows. @param page as the case or the page after it names it */
  readOlder(tenant: string, number: string, page: string): Promise<OlderCaseView>
  act<Act extends StaffAct>(tenant: string, number: string, call: ActCall<Act>): Promise<CaseView>
  /** Returns the numbers of a reporter's cases. */
  lookUpReporter(tenant: string, asked: ReporterLookUp): Promise<{ readonly numbers: readonly string[] }>
  openIdentity(tenant: string, number: string, reason: OpeningReason): Promise<OpenedIdentityView>
  renewCode(tenant: string, number: string, reason: RenewalReason): Promise<RenewedCodeView>
  askForIdentity(tenant: string, number: string, reason: OpeningReason): Promise<CaseView>
  openWords(tenant: string, number: string, reason: OpeningReason): Promise<CaseView>
  decideIdentity(tenant: string, number: string, request: string, decision: CustodianDecision): Promise<CaseView>
  listIdentityRequests(tenant: string, signal?: AbortSignal): Promise<IdentityRequestList>
  listHandlers(tenant: string, signal?: AbortSignal): Promise<StaffList>
  /** Lists the staff who can lead or assist in that case. Staff from whom it is kept are missing. */
  listHandlersOf(tenant: string, number: string, part: 'lead' | 'assist', signal?: AbortSignal): Promise<StaffList>
  /** Lists the staff of the unit whom a complaint can be about. */
  listColleagues(tenant: string, signal?: AbortSignal): Promise<ColleagueList>
  /** Fetches the sealed draft that a reporter began elsewhere, or destroys it once it is filed. */
  askForDraft(tenant: string, what: 'opening' | 'destruction', handle: string): Promise<SealedDraft>
  enterCase(tenant: string, idempotencyKey: string, request: IntakeRequestInput): Promise<ReceiptView>
  upload(tenant: string, upload: Upload): Promise<HeldEvidenceView>
  receiptAddress(tenant: string, number: string): string
  listLate(tenant: string, cursor: string | null, signal?: AbortSignal): Promise<LateList>
  readClockDays(tenant: string, number: string): Promise<ClockDaysView>
}

export function createCasesClient(transport: Transport): CasesClient {
  const { json, address } = transport
  return {
    listCases: (tenant, query, signal) => json('GET', `${unitPath(tenant)}/cases?${query}`, { signal }),
    readCase: (tenant, number, signal) => json('GET', casePath(tenant, number), { signal }),
    readOlder: (tenant, number, page) => json('GET', `${casePath(tenant, number)}/older/${page}`),
    act: (tenant, number, { act, revision, body }) =>
      json('POST', `${casePath(tenant, number)}/${act}`, { body: { revision, ...body } }),
    renewCode: (tenant, number, body) => json('POST', `${casePath(tenant, number)}/tracking-code`, { body }),
    lookUpReporter: (tenant, body) => json('POST', `${unitPath(tenant)}/reporter-look-ups`, { body }),
    openIdentity: (tenant, number, body) => json('POST', `${casePath(tenant, number)}/identity/reveal`, { body }),
    askForIdentity: (tenant, number, body) => json('POST', `${casePath(tenant, number)}/identity/requests`, { body }),
    openWords: (tenant, number, body) => json('POST', `${casePath(tenant, number)}/words/open`, { body }),
    decideIdentity: (tenant, number, request, body) =>
      json('POST', `${casePath(tenant, number)}/identity/requests/${request}/decision`, { body }),
    listIdentityRequests: (tenant, signal) => json('GET', `${unitPath(tenant)}/identity-requests`, { signal }),
    listHandlers: (tenant, signal) => json('GET', `${unitPath(tenant)}/handlers`, { signal }),
    listHandlersOf: (tenant, number, part, signal) =>
      json('GET', `${unitPath(tenant)}/handlers?case=${encodeURIComponent(number)}&part=${part}`, { signal }),
    listColleagues: (tenant, signal) => json('GET', `${unitPath(tenant)}/colleagues`, { signal }),
    askForDraft: (tenant, what, handle) => json('POST', `${unitPath(tenant)}/drafts/${what}`, { body: { handle } }),
    enterCase: (tenant, key, body) =>
      json('POST', `${unitPath(tenant)}/cases`, { body, headers: { 'Idempotency-Key': key } }),
    upload: (tenant, upload) => uploadEvidence(transport, tenant, upload),
    receiptAddress: (tenant, number) => address(`${casePath(tenant, number)}/receipt.pdf`),
    listLate: (tenant, cursor, signal) => json('GET', `${unitPath(tenant)}/late${pageAfter(cursor)}`, { signal }),
    readClockDays: (tenant, number) => json('GET', `${casePath(tenant, number)}/clocks`),
  }
}
