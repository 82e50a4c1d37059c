import type { Context } from 'hono'
import { evidenceOf } from '../../case/evidence.ts'
import { issueReceipt } from '../../case/receipt/issued-receipts.ts'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import { ownFile } from '../../desk/give-evidence.ts'
import type { OpenedByCode } from '../../following/follow-complaint.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import { evidenceResponse, pageFileResponse, pdfResponse, pdfStream } from '../send-file.ts'
import { ownCopy } from '../views/own-copy.ts'
import { ownRecord } from '../views/own-record.ts'
import { ownDataPage } from './own-data-page.ts'
import type { PageOffice } from './page.ts'
import type { FollowAct } from './read-follow-form.ts'
import { type FormFields, fieldText } from './read-form.ts'

interface Asked {
  readonly access: OpenedByCode
  /** The unit on whose page it is asked for. */
  readonly tenant: WholeTenantView
  readonly fields: FormFields
  readonly trackingCode: string
}

type GiveFile = (c: Context<AppEnv>, ports: PageOffice, asked: Asked) => Promise<Response | null>

/** Acts that give a file in place of the page. A record that is not open yet gives none. */
export const fileActs: Readonly<Partial<Record<FollowAct, GiveFile>>> = {
  receipt: (c, ports, { access }) => giveReceipt(c, ports, access),
  'receipt-with-code': (c, ports, { access, trackingCode }) => giveReceipt(c, ports, access, trackingCode),
  async file(c, ports, { access: { complaint }, fields }) {
    const evidence = evidenceOf(complaint, fieldText(fields, 'file') ?? '')
    return evidenceResponse(c, await ownFile(ports, complaint, evidence))
  },
  async 'own-data'(c, ports, { access, tenant }) {
    return pageFileResponse(c, `${access.number}.html`, await ownDataPage(await ownCopy(c, ports, access), tenant))
  },
  async record(c, ports, { access }) {
    const paper = await ownRecord(c, ports, access).catch(refusalOnly)
    return paper && pdfStream(c, `${access.number}-berkas.pdf`, ports.streamPaper(paper))
  },
}

async function giveReceipt(
  c: Context<AppEnv>,
  ports: PageOffice,
  { complaint, tenant }: OpenedByCode,
  code?: string,
): Promise<Response> {
  const receipt = await issueReceipt(ports, complaint, await ports.tenants.get(tenant), 'reporter', code)
  return pdfResponse(c, `${complaint.id}${code ? '-kode' : ''}.pdf`, receipt)
}

/** A refusal is answered by the page of the newest state. */
export function refusalOnly(cause: unknown): null {
  if (!(cause instanceof Refusal)) throw cause
  return null
}
