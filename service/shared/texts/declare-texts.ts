import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hasPlaces, type Kind, placesOf, readMessage } from './message.ts'

const root = resolve(import.meta.dirname, '../../..')

/** Lies beside the sources for the compiler, which looks here for whatever it does not find there. */
const declared = '.types'

/** Programs with catalogues. The service reads a message by itself, so there it is typed as it stands. */
const programs = ['service', 'admin', 'widget']

const types: Readonly<Record<Kind, string>> = {
  plain: 'string | number',
  plural: 'number',
  select: 'string',
  boolean: 'boolean',
}

/**
 * The type of a catalogue, with each text above its key, so that an editor shows it where it is used.
 * @param others the same texts in other languages, of which one may count what Bahasa Indonesia only names
 */
export function typeOfTexts(texts: unknown, others: readonly unknown[], isCompiled: boolean, isShown = true): string {
  if (typeof texts === 'string')
    return typeOfText([texts, ...others.filter((one) => typeof one === 'string')], isCompiled)
  if (Array.isArray(texts)) {
    const each = new Set(texts.map((text) => `(${typeOfTexts(text, [], isCompiled, false)})`))
    return `readonly (${[...each].join(' | ')})[]`
  }
  const entries = Object.entries(texts ?? {}).map(([key, text]) => {
    const shown = isShown && typeof text === 'string' ? `/** ${text.replaceAll('*/', '* /')} */ ` : ''
    const elsewhere = others.map((one) => new Map(Object.entries(one ?? {})).get(key))
    return `${shown}readonly ${JSON.stringify(key)}: ${typeOfTexts(text, elsewhere, isCompiled, isShown)}\n`
  })
  return `{\n${entries.join('')}}`
}

function typeOfText(languages: readonly string[], isCompiled: boolean): string {
  const pieces = languages.filter(hasPlaces).flatMap((text) => readMessage(text))
  const places = [...placesOf(pieces)].map(([name, kind]) => `readonly ${name}: ${types[kind]}`)
  if (places.length === 0) return 'string'
  const values = `{ ${places.join('; ')} }`
  return isCompiled ? `(values: ${values}) => string` : `string & { readonly takes: ${values} }`
}

/** What each declaration says: a topic has the types of its texts in Bahasa Indonesia, in every language. */
function declarations(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const program of programs) {
    const folder = join(program, 'texts')
    for (const file of filesIn(folder).filter((name) => name.endsWith('.json'))) {
      const [language, topic = ''] = file.split(/[\\/]/)
      const path = join(declared, folder, file.replace(/json$/, 'd.json.ts'))
      found.set(path, language === 'id' ? declarationOf(program, topic) : `export { default } from '../id/${topic}'\n`)
      if (program !== 'service' && language === 'id') {
        found.set(join(declared, folder, topic.replace(/json$/, 'd.json.ts')), declarationOfAll(program, topic))
      }
    }
  }
  return found
}

function declarationOf(program: string, topic: string): string {
  const folder = join(root, program, 'texts')
  const files = readdirSync(folder).map((language) => join(folder, language, topic))
  const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
  const type = typeOfTexts(read(join(folder, 'id', topic)), files.filter(existsSync).map(read), program !== 'service')
  return `declare const texts: ${type}\nexport default texts\n`
}

/** What a program for the browser imports as `texts/series.json`: the topic in the language of who reads. */
function declarationOfAll(program: string, topic: string): string {
  const languages = readdirSync(join(root, program, 'texts'), { withFileTypes: true })
  const names = languages.flatMap((entry) => (entry.isDirectory() ? [`'${entry.name}'`] : []))
  return [
    `import type texts from './id/${topic}'`,
    `declare const textsIn: (wording: { readonly language: ${names.join(' | ')} }) => typeof texts`,
    'export default textsIn\n',
  ].join('\n')
}

const filesIn = (folder: string): readonly string[] =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }) : []

/** Writes the declarations that changed and removes those of topics that are gone. Others may be reading the rest. */
export function declareTexts(): void {
  const wanted = declarations()
  for (const file of filesIn(declared)) {
    if (file.endsWith('.ts') && !wanted.has(join(declared, file))) rmSync(join(root, declared, file))
  }
  for (const [path, text] of wanted) {
    const file = join(root, path)
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) declareTexts()
