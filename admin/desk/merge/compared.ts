import { css } from 'lit'
import { matterFields } from '../../../service/case/shape/story-fields.ts'
import type { CaseView } from '../../../service/contract/case-view.ts'
import { markOwnText, type OwnTexts } from '../../page/own-words.ts'
import factsWording from '../../texts/facts.json'
import mergeWording from '../../texts/merge.json'
import type { Wording } from '../../wording/wording.ts'

export interface Compared {
  readonly term: string
  readonly one: string
  readonly other: string
  readonly same: boolean
  readonly long: boolean
}

const normalize = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ')

/**
 * Lists what a person compares of two cases before they are merged, without what neither tells, and without who the
 * reporters are.
 */
export function compareCases(one: CaseView, other: CaseView, wording: Wording, unit: OwnTexts): Compared[] {
  const { formats, vocabulary } = wording
  const facts = factsWording(wording)
  const merge = mergeWording(wording)
  const day = (date: string | null) => date && formats.longDay(`${date}T12:00:00Z`)
  const part = (term: string, partOf: (about: CaseView) => string | null, long = false): Compared => {
    const [left, right] = [partOf(one) ?? '', partOf(other) ?? '']
    return {
      ...{ term, long },
      one: left || merge.nothing,
      other: right || merge.nothing,
      same: normalize(left) === normalize(right),
    }
  }
  const parts = [
    part(merge.status, ({ status }) => vocabulary.statuses[status]),
    part(merge.subject, ({ subject }) => subject),
    part(merge.category, ({ category }) => markOwnText(unit, category.label)),
    part(merge.received, ({ receivedAt }) => formats.day(receivedAt)),
    ...matterFields.map(({ name, kind }) =>
      part(facts[name].label, (about) => (kind === 'day' ? day(about[name]) : about[name])),
    ),
    part(
      merge.answers,
      ({ answers }) => answers.map(({ question, answer }) => `${markOwnText(unit, question)}: ${answer}`).join('\n'),
      true,
    ),
    part(merge.handler, ({ handler }) => handler?.name ?? null),
    part(merge.chronology, ({ chronology }) => chronology, true),
    {
      ...part(merge.evidence, (about) => filesOf(about, about === one ? other : one, merge.sameFile), true),
      same: sameFiles(one, other),
    },
  ]
  return parts.filter((compare) => compare.one !== merge.nothing || compare.other !== merge.nothing)
}

const filesOf = ({ evidence }: CaseView, other: CaseView, mark: string): string =>
  evidence
    .map(({ name, sha256 }) => (other.evidence.some((file) => file.sha256 === sha256) ? `${name} (${mark})` : name))
    .join('\n')

const sameFiles = ({ evidence }: CaseView, other: CaseView): boolean =>
  evidence.length === other.evidence.length &&
  evidence.every(({ sha256 }) => other.evidence.some((file) => file.sha256 === sha256))

const leads: readonly CaseView['status'][] = ['received', 'incomplete', 'in_progress', 'awaiting_approval']

/** Returns whether `joining` can be merged into `leading` now. The service decides; this only avoids a refusal. */
export const canJoin = (joining: CaseView, leading: CaseView): boolean =>
  joining.acts.includes('merge') && leads.includes(leading.status) && leading.merged === null

export const mergeLooks = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px;
    max-inline-size: 1200px;
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-size: var(--size-small);
    text-decoration: none;
    justify-self: start;
  }
  .candidates {
    display: grid;
    gap: 10px;
  }
  .candidates li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding-block-end: 10px;
    border-block-end: 1px solid var(--line);
  }
  .subject {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  form:not(.card) {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px;
  }
  table {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    border-radius: var(--radius-large);
    background: var(--surface);
  }
  th,
  td {
    padding: 10px 14px;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  th:first-child {
    inline-size: 170px;
    font-weight: 500;
    color: var(--ink-soft);
  }
  .stacked {
    display: grid;
    gap: 10px;
  }
  .stacked section {
    padding: 12px 16px;
    border-radius: var(--radius-large);
    background: var(--surface);
  }
  .stacked h2 {
    font-size: var(--size-body);
  }
  .stacked dt {
    margin-block-start: 8px;
    color: var(--ink-soft);
    font-size: var(--size-small);
  }
  .mark-word {
    display: block;
    color: var(--ink-soft);
    font-size: var(--size-small);
    font-weight: 400;
  }
  .differs .mark-word {
    color: var(--warn);
    font-weight: 600;
  }
  .stacked section.differs,
  tr.differs td {
    box-shadow: inset 3px 0 var(--warn);
  }
`
