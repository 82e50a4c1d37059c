import { html } from 'hono/html'
import { findFirstReaders, MOST_OFFERED, type ReadingPost } from '../../case/first-reader.ts'
import type { Language } from '../../offices/vocabulary.ts'
import type { Page } from './page.ts'
import { pageTexts } from './page-texts.ts'
import type { FormFields } from './read-form.ts'

/** A post that a reporter ticked before stays in the list, also where it could not read it any more. */
interface Offered extends Pick<ReadingPost, 'id' | 'position'> {}

interface Asked {
  readonly language: Language
  readonly fields: FormFields
  readonly problem?: Page | ''
  readonly before?: readonly Offered[]
}

/**
 * Asks which posts must not read the complaint, and says who reads it first. Without JavaScript the sentence cannot
 * follow the ticks, so it also says who reads where all of the unit are ticked.
 */
export function readersField(
  posts: readonly ReadingPost[],
  { language, fields, problem, before = [] }: Asked,
): Page | '' {
  const words = pageTexts[language].form
  const ticked = fields.notReadBy ?? []
  const others = before.filter(({ id }) => posts.slice(0, MOST_OFFERED).every((post) => post.id !== id))
  const offered: readonly Offered[] = [...posts.slice(0, MOST_OFFERED), ...others]
  if (offered.length === 0) return ''
  const box = ({ id, position }: Offered, at: number) =>
    html`<div class="choice"><input type="checkbox" id="${at === 0 ? 'notReadBy' : `post-${at}`}" name="notReadBy" value="${id}"${
      ticked.includes(id) ? html` checked` : ''
    }><label for="${at === 0 ? 'notReadBy' : `post-${at}`}">${position}</label></div>`
  return html`<fieldset class="field boxes" aria-describedby="notReadBy-hint"><legend>${words.readersSection} <span class="need">${words.optional}</span></legend>
<p class="hint" id="notReadBy-hint">${words.readersHint}</p>
${problem ?? ''}
<input type="hidden" name="notReadBy" value="">
<div>${offered.map(box)}</div>
<p class="hint">${sayWhoReads(posts, language)}</p>
</fieldset>`
}

function sayWhoReads(posts: readonly ReadingPost[], language: Language): string {
  const words = pageTexts[language].form
  const say = (positions: readonly string[]) => {
    const [last = '', ...others] = positions.slice(0, 3).reverse()
    return others.length > 0 ? words.readersOr({ some: others.reverse().join(', '), last }) : last
  }
  const { first } = findFirstReaders(posts, [])
  const ofUnit = posts.filter(({ standing }) => standing !== 'inspects' && standing !== 'parent').map(({ id }) => id)
  const left = findFirstReaders(posts, ofUnit)
  return [
    first.length > 0 ? words.readersFirst({ first: say(first) }) : '',
    left.first.length > 0 ? words.readersLeft({ first: say(left.first) }) : words.readersNobody,
  ]
    .filter(Boolean)
    .join(' ')
}
