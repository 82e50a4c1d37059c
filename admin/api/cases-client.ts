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
export function createCasesClient(transport: Transport) {
  const { json, address } = transport
  return {
    listCases: (tenant: string, query: URLSearchParams, signal: AbortSignal): Promise<CaseRegister> =>
      json('GET', `${unitPath(tenant)}/cases?${query}`, { signal }),
    readCase: (tenant: string, number: string, signal?: AbortSignal): Promise<CaseView> =>
      json('GET', casePath(tenant, number), { signal }),
    /** Returns the entries before those that a case shows. @param page as the case or the page after it names it */
    readOlder: (tenant: string, number: string, page: string): Promise<OlderCaseView> =>
      json('GET', `${casePath(tenant, number)}/older/${page}`),
    act: <Act extends StaffAct>(
      tenant: string,
      number: string,
      { act, revision, body }: ActCall<Act>,
    ): Promise<CaseView> => json('POST', `${casePath(tenant, number)}/${act}`, { body: { revision, ...body } }),
    renewCode: (tenant: string, number: string, body: RenewalReason): Promise<RenewedCodeView> =>
      json('POST', `${casePath(tenant, number)}/tracking-code`, { body }),
    /** Returns the numbers of a reporter's cases. */
    lookUpReporter: (tenant: string, body: ReporterLookUp): Promise<{ readonly numbers: readonly string[] }> =>
      json('POST', `${unitPath(tenant)}/reporter-look-ups`, { body }),
    openIdentity: (tenant: string, number: string, body: OpeningReason): Promise<OpenedIdentityView> =>
      json('POST', `${casePath(tenant, number)}/identity/reveal`, { body }),
    askForIdentity: (tenant: string, number: string, body: OpeningReason): Promise<CaseView> =>
      json('POST', `${casePath(tenant, number)}/identity/requests`, { body }),
    openWords: (tenant: string, number: string, body: OpeningReason): Promise<CaseView> =>
      json('POST', `${casePath(tenant, number)}/words/open`, { body }),
    decideIdentity: (tenant: string, number: string, request: string, body: CustodianDecision): Promise<CaseView> =>
      json('POST', `${casePath(tenant, number)}/identity/requests/${request}/decision`, { body }),
    listIdentityRequests: (tenant: string, signal?: AbortSignal): Promise<IdentityRequestList> =>
      json('GET', `${unitPath(tenant)}/identity-requests`, { signal }),
    listHandlers: (tenant: string, signal?: AbortSignal): Promise<StaffList> =>
      json('GET', `${unitPath(tenant)}/handlers`, { signal }),
    /** Lists the staff who can lead or assist in that case. Staff from whom it is kept are missing. */
    listHandlersOf: (
      tenant: string,
      number: string,
      part: 'lead' | 'assist',
      signal?: AbortSignal,
    ): Promise<StaffList> =>
      json('GET', `${unitPath(tenant)}/handlers?case=${encodeURIComponent(number)}&part=${part}`, { signal }),
    /** Lists the staff of the unit whom a complaint can be about. */
    listColleagues: (tenant: string, signal?: AbortSignal): Promise<ColleagueList> =>
      json('GET', `${unitPath(tenant)}/colleagues`, { signal }),
    /** Fetches the sealed draft that a reporter began elsewhere, or destroys it once it is filed. */
    askForDraft: (tenant: string, what: 'opening' | 'destruction', handle: string): Promise<SealedDraft> =>
      json('POST', `${unitPath(tenant)}/drafts/${what}`, { body: { handle } }),
    enterCase: (tenant: string, key: string, body: IntakeRequestInput): Promise<ReceiptView> =>
      json('POST', `${unitPath(tenant)}/cases`, { body, headers: { 'Idempotency-Key': key } }),
    upload: (tenant: string, upload: Upload): Promise<HeldEvidenceView> => uploadEvidence(transport, tenant, upload),
    receiptAddress: (tenant: string, number: string): string => address(`${casePath(tenant, number)}/receipt.pdf`),
    listLate: (tenant: string, cursor: string | null, signal?: AbortSignal): Promise<LateList> =>
      json('GET', `${unitPath(tenant)}/late${pageAfter(cursor)}`, { signal }),
    readClockDays: (tenant: string, number: string): Promise<ClockDaysView> =>
      json('GET', `${casePath(tenant, number)}/clocks`),
  }
}

export type CasesClient = ReturnType<typeof createCasesClient>
