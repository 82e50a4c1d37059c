import type { CaseView } from '../../service/contract/case-view.ts'
import type { CasePapers, PaperView } from '../../service/contract/papers.ts'
import { casePath, unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { CarriedOut, EditPaper, PaperAct, PaperKind } from './wire.ts'

/** The papers of a case: disposition slips, minutes and reports. */
export interface PapersClient {
  /** The case on paper; the log has who printed it. */
  printAddress(tenant: string, number: string): string
  slipAddress(tenant: string, number: string, slip: string): string
  carryOut(tenant: string, number: string, slip: string, request: CarriedOut): Promise<CaseView>
  ofCase(tenant: string, number: string, signal?: AbortSignal): Promise<CasePapers>
  begin(tenant: string, number: string, kind: PaperKind): Promise<PaperView>
  read(tenant: string, id: string, signal?: AbortSignal): Promise<PaperView>
  edit(tenant: string, id: string, request: EditPaper): Promise<PaperView>
  /** For `correct`, the answer is the new draft. */
  act(tenant: string, paper: Pick<PaperView, 'id' | 'revision'>, verb: PaperAct, body?: object): Promise<PaperView>
  pdfAddress(tenant: string, id: string): string
}

export function createPapersClient({ json, address }: Transport): PapersClient {
  const paper = (tenant: string, id: string) => `${unitPath(tenant)}/papers/${encodeURIComponent(id)}`
  return {
    printAddress: (tenant, number) => address(`${casePath(tenant, number)}/print.pdf`),
    slipAddress: (tenant, number, slip) => address(`${casePath(tenant, number)}/dispositions/${slip}/slip.pdf`),
    carryOut: (tenant, number, slip, body) =>
      json('POST', `${casePath(tenant, number)}/dispositions/${slip}/carried-out`, { body }),
    ofCase: (tenant, number, signal) => json('GET', `${casePath(tenant, number)}/papers`, { signal }),
    begin: (tenant, number, kind) => json('POST', `${casePath(tenant, number)}/papers`, { body: { kind } }),
    read: (tenant, id, signal) => json('GET', paper(tenant, id), { signal }),
    edit: (tenant, id, body) => json('PUT', paper(tenant, id), { body }),
    act: (tenant, { id, revision }, verb, body) =>
      json('POST', `${paper(tenant, id)}/${verb}`, { body: { revision, ...body } }),
    pdfAddress: (tenant, id) => address(`${paper(tenant, id)}/paper.pdf`),
  }
}
