import type { ApprovalList, ApprovalView } from '../../service/contract/approvals.ts'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { OpenedIdentityView } from '../../service/contract/identity-view.ts'
import type { DestructionList, DestructionView, RetentionView } from '../../service/contract/retention.ts'
import type { ExportFormat } from '../../service/offices/act-vocabulary.ts'
import { casePath, unitPath } from './paths.ts'
import type { FileAnswer, Transport } from './transport.ts'
import type { ApprovalDecision, AskForApproval, HoldCase } from './wire.ts'

export function createRetentionClient({ json, file, address }: Transport) {
  const approval = (tenant: string, id: string) => `${unitPath(tenant)}/approvals/${encodeURIComponent(id)}`
  return {
    read: (tenant: string, signal?: AbortSignal): Promise<RetentionView> =>
      json('GET', `${unitPath(tenant)}/retention`, { signal }),
    hold: (tenant: string, number: string, body: HoldCase): Promise<CaseView> =>
      json('POST', `${casePath(tenant, number)}/hold`, { body }),
    listDestructions: (tenant: string, signal?: AbortSignal): Promise<DestructionList> =>
      json('GET', `${unitPath(tenant)}/destructions`, { signal }),
    recordAddress: (tenant: string, id: string): string =>
      address(`${unitPath(tenant)}/destructions/${encodeURIComponent(id)}/record.pdf`),
    listApprovals: (tenant: string, signal?: AbortSignal): Promise<ApprovalList> =>
      json('GET', `${unitPath(tenant)}/approvals`, { signal }),
    ask: (tenant: string, body: AskForApproval): Promise<ApprovalView> =>
      json('POST', `${unitPath(tenant)}/approvals`, { body }),
    decide: (tenant: string, id: string, body: ApprovalDecision): Promise<ApprovalView> =>
      json('POST', `${approval(tenant, id)}/decision`, { body }),
    // A long list takes its time, and goes on by itself when nobody waits for it.
    destroy: (tenant: string, id: string): Promise<DestructionView> =>
      json('POST', `${approval(tenant, id)}/destruction`, { timeOut: 300_000 }),
    // A long register takes its time.
    exportRegister: (tenant: string, id: string, format: ExportFormat): Promise<FileAnswer> =>
      file('POST', `${approval(tenant, id)}/register.${format}`, { timeOut: 300_000 }),
    openIdentity: (tenant: string, id: string, number: string): Promise<OpenedIdentityView> =>
      json('POST', `${approval(tenant, id)}/identities/${encodeURIComponent(number)}`),
    eraseIdentity: (tenant: string, id: string, number: string): Promise<CaseView> =>
      json('POST', `${casePath(tenant, number)}/identity/erasure`, { body: { approval: id } }),
  }
}
