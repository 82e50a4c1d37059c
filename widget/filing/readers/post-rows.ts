import { html } from 'lit/html.js'
import { findFirstReaders, MOST_OFFERED, type ReadingPost } from '../../../service/case/first-reader.ts'
import { localeOf } from '../../element/dates.ts'
import { css } from '../../element/theme.ts'
import type { Wording } from '../../texts/languages.ts'
import readersWording from '../../texts/readers.json'
import type { ChosenPost } from '../draft/draft.ts'

export const rowStyles = css`
  details {
    margin-block-end: 0.5rem;
  }
  summary {
    font-weight: 600;
  }
  fieldset {
    margin: 0.5rem 0 0;
  }
  [role='status'] {
    margin-block-end: 1.5rem;
  }
  .check {
    grid-template-columns: auto 1fr;
  }
`

interface Rows {
  readonly unit: { readonly language: Parameters<typeof localeOf>[0] }
  readonly wording: Pick<Wording, 'optional'>
  readonly posts: readonly ReadingPost[]
  readonly chosen: readonly ChosenPost[]
  readonly change: (chosen: readonly ChosenPost[]) => void
}

/** Offers the posts that could read it. What is ticked stays in the list, also where it could not read it any more. */
export function renderRows({ unit, posts, chosen, change }: Rows) {
  const wording = readersWording(unit)
  const offered = posts.slice(0, MOST_OFFERED)
  const others = chosen.filter(({ id }) => offered.every((post) => post.id !== id))
  const isChosen = ({ id }: ChosenPost) => chosen.some((one) => one.id === id)
  const toggle = ({ id, position }: ChosenPost) =>
    change(isChosen({ id, position }) ? chosen.filter((one) => one.id !== id) : [...chosen, { id, position }])
  const row = (label: string, checked: boolean, press: () => void) => html`
    <label class="check">
      <input type="checkbox" .checked=${checked} @change=${press} />
      <span>${label}</span>
    </label>
  `
  return html`
    <p class="hint">${wording.hint}</p>
    <fieldset aria-label=${wording.question}>
      ${[...offered, ...others].map((post) => row(post.position, isChosen(post), () => toggle(post)))}
      ${row(wording.none, chosen.length === 0, () => change([]))}
    </fieldset>
  `
}

/** Says who reads it first, and where that is nobody of the unit any more. */
export function sayFirst({ unit, posts, chosen }: Pick<Rows, 'unit' | 'posts' | 'chosen'>): string {
  const wording = readersWording(unit)
  const { first, isElsewhere } = findFirstReaders(
    posts,
    chosen.map(({ id }) => id),
  )
  if (first.length === 0) return wording.nobody
  const named = new Intl.ListFormat(localeOf(unit.language), { type: 'disjunction' }).format(first.slice(0, 3))
  return isElsewhere ? wording.elsewhere({ first: named }) : wording.first({ first: named })
}
