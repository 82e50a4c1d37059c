import type { CaseView } from '../../service/contract/case-view.ts'
import type { CasePapers, PaperView } from '../../service/contract/papers.ts'
import { casePath, unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { CarriedOut, EditPaper, PaperAct, PaperKind } from './wire.ts'

/** The papers of a case: disposition slips, minutes and reports. */
export function createPapersClient({ json, address }: Transport) {
  const paper = (tenant: string, id: string) => `${unitPath(tenant)}/papers/${encodeURIComponent(id)}`
  return {
    /** The case on paper; the log has who printed it. */
    printAddress: (tenant: string, number: string): string => address(`${casePath(tenant, number)}/print.pdf`),
    slipAddress: (tenant: string, number: string, slip: string): string =>
      address(`${casePath(tenant, number)}/dispositions/${slip}/slip.pdf`),
    carryOut: (tenant: string, number: string, slip: string, body: CarriedOut): Promise<CaseView> =>
      json('POST', `${casePath(tenant, number)}/dispositions/${slip}/carried-out`, { body }),
    ofCase: (tenant: string, number: string, signal?: AbortSignal): Promise<CasePapers> =>
      json('GET', `${casePath(tenant, number)}/papers`, { signal }),
    begin: (tenant: string, number: string, kind: PaperKind): Promise<PaperView> =>
      json('POST', `${casePath(tenant, number)}/papers`, { body: { kind } }),
    read: (tenant: string, id: string, signal?: AbortSignal): Promise<PaperView> =>
      json('GET', paper(tenant, id), { signal }),
    edit: (tenant: string, id: string, body: EditPaper): Promise<PaperView> => json('PUT', paper(tenant, id), { body }),
    /** For `correct`, the answer is the new draft. */
    act: (
      tenant: string,
      { id, revision }: Pick<PaperView, 'id' | 'revision'>,
      verb: PaperAct,
      body?: object,
    ): Promise<PaperView> => json('POST', `${paper(tenant, id)}/${verb}`, { body: { revision, ...body } }),
    pdfAddress: (tenant: string, id: string): string => address(`${paper(tenant, id)}/paper.pdf`),
  }
}
