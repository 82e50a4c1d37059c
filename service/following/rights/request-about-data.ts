import type { AskingPorts } from '../../case/access/case-actions.ts'
import { askAboutData } from '../../case/reporter-rights.ts'
import type { DataRequestKind } from '../../offices/vocabulary.ts'
import { actAsReporter, type ReporterAccess } from '../follow-complaint.ts'

/** @throws Refusal `data-request/too-many` */
export const requestAboutData = (
  ports: AskingPorts,
  access: ReporterAccess,
  request: { readonly kind: DataRequestKind; readonly text: string },
) => actAsReporter(ports, access, (complaint, moment) => askAboutData(complaint, request, moment))
