import type { StaffAct } from '../../service/contract/acts.ts'
import { actTable, type PanelAct, panelActs } from '../desk/acts/act-table.ts'

/** So many acts stand on the bar; the others are under "Lainnya". */
const MOST_SHOWN = 3

/** The usual way of a case comes first, then what ends it here, then what only puts something right. */
function rankOf(act: PanelAct, isDispatched: boolean): number {
  if (actTable[act].weight === 'rare') return 3
  if (actTable[act].weight === 'end') return 2
  return act === 'dispatch' && isDispatched ? 1 : 0
}

interface ArrangedActs {
  readonly shown: readonly PanelAct[]
  /** These stand under "Lainnya". */
  readonly more: readonly PanelAct[]
  /** The first one shown, where it brings the case on; otherwise nothing stands out, so that nothing is pressed by habit. */
  readonly next: PanelAct | null
}

/** Arranges the acts that are open to somebody on the bar of a case. */
export function arrangeActs(open: readonly StaffAct[], isDispatched: boolean): ArrangedActs {
  const sorted = panelActs
    .filter((act) => open.includes(act))
    .sort((one, other) => rankOf(one, isDispatched) - rankOf(other, isDispatched))
  const [first] = sorted
  const isNext = first && actTable[first].weight === 'next' && rankOf(first, isDispatched) === 0
  return { shown: sorted.slice(0, MOST_SHOWN), more: sorted.slice(MOST_SHOWN), next: isNext ? first : null }
}
