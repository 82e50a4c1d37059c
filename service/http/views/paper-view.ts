import { hasCovered } from '../../case/covering.ts'
import type { PaperLine, PaperView } from '../../contract/papers.ts'
import { actsOn, type PaperOnCase } from '../../desk/papers/paper-access.ts'
import { textOf } from '../../keeping/papers/case-paper.ts'
import type { KeptPaper } from '../../keeping/papers/paper-store.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { ViewWording } from '../view-wording.ts'
import { byName } from './common-views.ts'

type Found = { readonly paper: KeptPaper; readonly readable: boolean }

export const paperLines = (found: readonly Found[]): PaperLine[] =>
  found.map(({ paper, readable }) => {
    const corrected = found.find((one) => one.paper.id === paper.corrects)?.paper
    return {
      ...{ ...paper, readable },
      paperNumber: paper.finished?.paperNumber ?? null,
      corrects: corrected?.finished?.paperNumber ?? null,
    }
  })

export function paperView(on: PaperOnCase, viewer: StaffMember, wording: ViewWording): PaperView {
  const { finished, content } = on.paper
  const name = byName(wording)
  return {
    ...on.paper,
    paperNumber: finished?.paperNumber ?? null,
    words: content.words,
    covered: hasCovered(textOf(content.words), 'id'),
    versions: content.versions.map(({ at, by, words }) => ({ at, by: name(by), words })),
    history: content.history.map(({ at, by, state: reached, note }) => ({ at, by: name(by), state: reached, note })),
    acts: actsOn(viewer, on),
  }
}
