import { Hono } from 'hono'
import type { CasePapers, PaperView, PaperWordsView } from '../../../service/contract/papers.ts'
import { blankWords } from '../../../service/keeping/papers/case-paper.ts'
import { fromNow } from './cases.ts'

const actsIn: Readonly<Record<PaperView['state'], Record<PaperView['kind'], PaperView['acts']>>> = {
  draft: { minutes: ['edit', 'finish', 'set-aside'], report: ['edit', 'submit', 'set-aside'] },
  awaiting_approval: { minutes: [], report: ['approve', 'give-back'] },
  finished: { minutes: ['correct'], report: ['correct'] },
  set_aside: { minutes: [], report: [] },
}
const leadsTo: Readonly<Record<string, PaperView['state']>> = {
  finish: 'finished',
  submit: 'awaiting_approval',
  'set-aside': 'set_aside',
  'give-back': 'draft',
  approve: 'finished',
}

/** Papers in memory, roughly as the service has them. */
export function standInPapers() {
  let papers = new Map<string, PaperView>()
  const routes = new Hono()
  const begun = (number: string, words: PaperWordsView): PaperView => {
    const { kind } = words
    const id = `naskah-${papers.size}`
    const paper: PaperView = {
      ...{
        id,
        revision: 0,
        number,
        kind,
        state: 'draft',
        paperNumber: null,
        forCustodians: false,
        covered: false,
        words,
      },
      versions: [],
      history: [{ at: fromNow(0), by: 'Joko Misal', state: 'draft', note: null }],
      acts: actsIn.draft[kind],
    }
    papers.set(id, paper)
    return paper
  }
  const keep = (paper: PaperView) => {
    papers.set(paper.id, paper)
    return paper
  }
  routes.get('/cases/:number/papers', (c) => {
    const found = [...papers.values()].filter(({ number }) => number === c.req.param('number'))
    const items = found.map(({ id, kind, state, paperNumber, forCustodians }) => ({
      ...{ id, kind, state, paperNumber, forCustodians, readable: !forCustodians, corrects: null },
      createdAt: fromNow(-1),
      changedAt: fromNow(0),
    }))
    return c.json({ items, mayBegin: true } satisfies CasePapers)
  })
  routes.post('/cases/:number/papers', async (c) => {
    const { kind } = await c.req.json<{ kind: PaperView['kind'] }>()
    const blank: PaperWordsView =
      kind === 'minutes' ? { ...blankWords.minutes, heard: [], questions: [] } : { ...blankWords.report, evidence: [] }
    return c.json(begun(c.req.param('number'), blank), 201)
  })
  routes.get('/papers/:id', (c) => c.json(papers.get(c.req.param('id'))))
  routes.put('/papers/:id', async (c) => {
    const found = papers.get(c.req.param('id'))
    if (!found) return c.notFound()
    const { words } = await c.req.json<{ words: PaperWordsView }>()
    return c.json(keep({ ...found, revision: found.revision + 1, words }))
  })
  routes.post('/papers/:id/:act', async (c) => {
    const found = papers.get(c.req.param('id'))
    const { act } = c.req.param()
    if (!found) return c.notFound()
    if (act === 'correct') return c.json(begun(found.number, found.words))
    const state = leadsTo[act] ?? found.state
    const { note = null } = await c.req.json<{ note?: string }>()
    const line = { at: fromNow(0), by: 'Joko Misal', state, note }
    const paperNumber = state === 'finished' ? `${found.kind === 'minutes' ? 'BA' : 'LHP'}/001/BC/XI/2026` : null
    const history = [...found.history, line]
    const acts = actsIn[state][found.kind]
    return c.json(keep({ ...found, revision: found.revision + 1, state, paperNumber, history, acts }))
  })
  return {
    routes,
    reset: () => {
      papers = new Map()
    },
  }
}
