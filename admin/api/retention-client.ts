import type { ApprovalList, ApprovalView } from '../../service/contract/approvals.ts'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { OpenedIdentityView } from '../../service/contract/identity-view.ts'
import type { DestructionList, DestructionView, RetentionView } from '../../service/contract/retention.ts'
import type { ExportFormat } from '../../service/offices/act-vocabulary.ts'
import { casePath, unitPath } from './paths.ts'
import type { FileAnswer, Transport } from './transport.ts'
import type { ApprovalDecision, AskForApproval, HoldCase } from './wire.ts'

export interface RetentionClient {
  read(tenant: string, signal?: AbortSignal): Promise<RetentionView>
  hold(tenant: string, number: string, request: HoldCase): Promise<CaseView>
  listDestructions(tenant: string, signal?: AbortSignal): Promise<DestructionList>
  recordAddress(tenant: string, id: string): string
  listApprovals(tenant: string, signal?: AbortSignal): Promise<ApprovalList>
  ask(tenant: string, request: AskForApproval): Promise<ApprovalView>
  decide(tenant: string, id: string, decision: ApprovalDecision): Promise<ApprovalView>
  destroy(tenant: string, id: string): Promise<DestructionView>
  exportRegister(tenant: string, id: string, format: ExportFormat): Promise<FileAnswer>
  openIdentity(tenant: string, id: string, number: string): Promise<OpenedIdentityView>
  eraseIdentity(tenant: string, id: string, number: string): Promise<CaseView>
}

export function createRetentionClient({ json, file, address }: Transport): RetentionClient {
  const approval = (tenant: string, id: string) => `${unitPath(tenant)}/approvals/${encodeURIComponent(id)}`
  return {
    read: (tenant, signal) => json('GET', `${unitPath(tenant)}/retention`, { signal }),
    hold: (tenant, number, body) => json('POST', `${casePath(tenant, number)}/hold`, { body }),
    listDestructions: (tenant, signal) => json('GET', `${unitPath(tenant)}/destructions`, { signal }),
    recordAddress: (tenant, id) => address(`${unitPath(tenant)}/destructions/${encodeURIComponent(id)}/record.pdf`),
    listApprovals: (tenant, signal) => json('GET', `${unitPath(tenant)}/approvals`, { signal }),
    ask: (tenant, body) => json('POST', `${unitPath(tenant)}/approvals`, { body }),
    decide: (tenant, id, body) => json('POST', `${approval(tenant, id)}/decision`, { body }),
    // A long list takes its time, and goes on by itself when nobody waits for it.
    destroy: (tenant, id) => json('POST', `${approval(tenant, id)}/destruction`, { timeOut: 300_000 }),
    // A long register takes its time.
    exportRegister: (tenant, id, format) =>
      file('POST', `${approval(tenant, id)}/register.${format}`, { timeOut: 300_000 }),
    openIdentity: (tenant, id, number) =>
      json('POST', `${approval(tenant, id)}/identities/${encodeURIComponent(number)}`),
    eraseIdentity: (tenant, id, number) =>
      json('POST', `${casePath(tenant, number)}/identity/erasure`, { body: { approval: id } }),
  }
}
