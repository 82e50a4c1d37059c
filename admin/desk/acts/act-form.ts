import type { TemplateResult } from 'lit'
import type { StaffAct } from '../../../service/contract/acts.ts'
import type { CaseView } from '../../../service/contract/case-view.ts'
import type { WholeTenantView } from '../../../service/contract/tenant-view.ts'
import type { OtherUnits } from '../../../service/contract/transfers.ts'
import type { ActBody, PaperLine, StaffList } from '../../api/wire.ts'
import type { FieldErrors } from '../../ui/form.ts'
import type { IconName } from '../../ui/icons.ts'
import type { Wording } from '../../wording/wording.ts'

/** All that a form of an act is drawn from. */
export interface Scene {
  readonly case: CaseView
  readonly unit: WholeTenantView
  /** `null` when they could not be had. */
  readonly handlers: StaffList['items'] | null
  /** The staff who can assist; `null` if they could not be loaded. */
  readonly helpers: StaffList['items'] | null
  /** The papers of the case, where the act names one; `null` when they could not be had. */
  readonly papers: readonly PaperLine[] | null
  /** The other units of the service, where the act needs them; `null` when they could not be had. */
  readonly units: OtherUnits['items'] | null
  readonly wording: Wording
  readonly written: FormData
  readonly errors: FieldErrors
}

/** One thing that follows from an act, shown before it is done. */
export interface Consequence {
  readonly icon: IconName
  readonly text: string
}

/** How the form of one act is drawn, explained and read. */
export interface ActForm<Act extends StaffAct> {
  fields(scene: Scene): TemplateResult
  consequences(scene: Scene): readonly Consequence[]
  /** Mistakes that a missing field does not tell. */
  mistakes?(scene: Scene): FieldErrors
  body(written: FormData, scene: Scene): ActBody<Act>
}

/** Text exactly as it stands in a field. */
export const writtenIn = (written: FormData, name: string): string => String(written.get(name) ?? '')

export const limitOf = (unit: WholeTenantView, name: string): number | undefined => unit.form.limits[name]

/** Names a field of a form, with what stands in it, what is wrong with it, and the limit of texts of that name. */
export const fieldOf = ({ unit, written, errors }: Scene, name: string, limit?: string) => ({
  name,
  value: writtenIn(written, name),
  error: errors[name],
  ...(limit && { limit: limitOf(unit, limit) }),
})
