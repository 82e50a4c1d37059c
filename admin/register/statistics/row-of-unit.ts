import type { ReportView } from '../../../service/contract/report-view.ts'

/** A smaller number may point at somebody; it is the limit of the public figures. */
export const SMALLEST_SHOWN = 5

/** How a unit did, in numbers that point at nobody. `null` stands for one that is too small to be shown. */
export interface RowOfUnit {
  readonly received: number | null
  /** Percent of what had to be answered, the overdue counted. */
  readonly inTime: number | null
  readonly late: number | null
  /** What is open now, whenever it was received. */
  readonly open: number | null
}

const shown = (cases: number): number | null => (cases === 0 || cases >= SMALLEST_SHOWN ? cases : null)

export function rowOfUnit({ received, measures, late, open, standing, inTimePercent }: ReportView): RowOfUnit {
  const inTime = measures.find(({ name }) => name === 'in_time')?.now
  const isOfMany = inTime !== undefined && inTime.of.cases + (standing?.lateEarlier ?? 0) >= SMALLEST_SHOWN
  return {
    received: shown(received.now.cases),
    inTime: isOfMany ? inTimePercent.now : null,
    late: shown(standing?.late ?? late.cases),
    open: shown(standing?.open ?? open.cases),
  }
}
