import type { DeskPorts } from '../complaints/desk.ts'
import { actAsReporter, type ReporterAccess } from '../complaints/follow-complaint.ts'
import type { DataRequestKind } from '../complaints/vocabulary.ts'
import { askAboutData } from './data-request.ts'

/** @throws Refusal `data-request/too-many` */
export const requestAboutData = (
  ports: DeskPorts,
  access: ReporterAccess,
  request: { readonly kind: DataRequestKind; readonly text: string },
) => actAsReporter(ports, access, (complaint, moment) => askAboutData(complaint, request, moment))
