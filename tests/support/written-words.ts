import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import ts from 'typescript'

const root = resolve(import.meta.dirname, '../..')

/** A piece of text that contributors write and only contributors read. */
export interface WrittenText {
  /** The file and, where there is one, the line: `service/main.ts:12`. */
  readonly at: string
  /** In lower case, with a name taken apart: `answerDueAt` is `answer due at`. */
  readonly text: string
}

function memoize(read: (file: string) => string): (file: string) => string {
  const known = new Map<string, string>()
  return (file) => {
    const text = known.get(file) ?? read(file)
    known.set(file, text)
    return text
  }
}

const filesUnder = (folder: string, extension: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => extname(file) === extension && !file.startsWith('widget/releases/'))

/** How a line of a comment begins, by the kind of the file. */
const afterSlashes = /^\s*(?:\/\/|\/\*+|\*(?!\/))(.*)$/
const afterHash = /^\s*#(?!!)(.*)$/
const slashed = ['.ts', '.tsx', '.js', '.mjs', '.css', '.go']
const hashed = ['.sh', '.yml', '.yaml', '.service', '.conf', '.toml']

const isHashed = (file: string): boolean =>
  hashed.includes(extname(file)) || ['.ci/run', 'examples/deploy/Caddyfile', '.gitignore'].includes(file)

/** Files whose comments people read, but whose names are not ours to choose or belong to tests alone. */
const commentedFiles: readonly string[] = [
  ...['service', 'admin', 'widget', 'tests', 'examples', '.github', '.ci'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  ),
  '.gitignore',
].filter(
  (file) => (slashed.includes(extname(file)) || isHashed(file)) && !/releases\/|node_modules\/|\/dist\//.test(file),
)

let known: readonly WrittenText[] | undefined

/** Every line of a comment, in each language that the repository is written in. */
export function commentLines(): readonly WrittenText[] {
  known ??= commentedFiles.flatMap(commentsIn)
  return known
}

function commentsIn(file: string): readonly WrittenText[] {
  const mark = isHashed(file) ? afterHash : afterSlashes
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      const [, text] = mark.exec(line) ?? []
      return text === undefined ? [] : [{ at: `${file}:${at + 1}`, text: text.replace(/\*\/\s*$/, '') }]
    })
}

/** All words of a file, for a first look: more than those that count. */
const wordsIn = memoize((file: string) => {
  const text = readFileSync(join(root, file), 'utf8')
  return `${text.toLowerCase()} ${wordsOf(text)}`
})

const wordsOf = (name: string): string =>
  name
    .replace(/([a-z\d])(?=[A-Z])|[-_/.]+/g, '$1 ')
    .trim()
    .toLowerCase()

/**
 * Whether a name is declared here and belongs to us. A property may be a name of the wire or of a stored document,
 * which cannot change, and so may a variable that is taken out of an object by its property's name.
 */
function isOurs(name: ts.Identifier): boolean {
  const declaration = name.parent
  if (ts.isPropertySignature(declaration) || ts.isPropertyAssignment(declaration)) return false
  if (ts.isPropertyDeclaration(declaration) || ts.isShorthandPropertyAssignment(declaration)) return false
  if (ts.isBindingElement(declaration)) return declaration.propertyName !== undefined && declaration.name === name
  return 'name' in declaration && declaration.name === name && !ts.isPropertyAccessExpression(declaration)
}

function commentsOf(source: ts.SourceFile, text: string): readonly ts.CommentRange[] {
  const found = new Map<number, ts.CommentRange>()
  const visit = (node: ts.Node) => {
    for (const comment of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) found.set(comment.pos, comment)
    for (const comment of ts.getTrailingCommentRanges(text, node.getEnd()) ?? []) found.set(comment.pos, comment)
    if (!ts.isTemplateLiteral(node)) ts.forEachChild(node, visit)
  }
  visit(source)
  return [...found.values()]
}

function textsOfSource(file: string): readonly WrittenText[] {
  const text = readFileSync(join(root, file), 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const at = (position: number) => `${file}:${source.getLineAndCharacterOfPosition(position).line + 1}`
  const names: WrittenText[] = []
  const visit = (node: ts.Node) => {
    if (ts.isIdentifier(node) && isOurs(node)) names.push({ at: at(node.getStart()), text: wordsOf(node.text) })
    ts.forEachChild(node, visit)
  }
  visit(source)
  const comments = commentsOf(source, text).flatMap(({ pos, end }) =>
    text
      .slice(pos, end)
      .split('\n')
      .map((line, index) => {
        const start = source.getLineAndCharacterOfPosition(pos).line + 1
        return { at: `${file}:${start + index}`, text: withoutCode(line).toLowerCase() }
      }),
  )
  return [{ at: file, text: wordsOf(file) }, ...names, ...comments]
}

/** A line of a page also loses what is quoted: titles of tests, and texts of screens. */
const withoutQuotes = (line: string): string => withoutCode(line).replace(/"[^"]*"/g, '')

/** A line without what stands between backticks: that is a name of a program, or a text of a screen. */
const withoutCode = (line: string): string => line.replace(/`[^`]*`/g, '')

function textsOfPage(file: string): readonly WrittenText[] {
  const page = readFileSync(join(root, file), 'utf8').replace(/^```[\s\S]*?^```$/gm, (block) =>
    block.replace(/[^\n]/g, ''),
  )
  return page
    .split('\n')
    .map((line, index) => ({ at: `${file}:${index + 1}`, text: withoutQuotes(line).toLowerCase() }))
}

const sources = ['service', 'widget', 'admin'].flatMap((folder) => filesUnder(folder, '.ts'))
const pages = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...['docs', 'examples', '.github'].flatMap((folder) => filesUnder(folder, '.md')),
].filter((page) => page !== 'docs/glossary.md')
export const writtenFiles: readonly string[] = [...sources, ...pages]

/**
 * Where a pattern occurs: in names that sources declare, in their comments, in names of files, and in the sentences
 * of pages, and in comments of tests, styles, scripts and settings. Only files that hold it anywhere are parsed.
 */
export function findWritten(pattern: RegExp): readonly WrittenText[] {
  const candidates = writtenFiles.filter((file) => pattern.test(wordsOf(file)) || pattern.test(wordsIn(file)))
  const texts = candidates.flatMap((file) => (file.endsWith('.md') ? textsOfPage(file) : textsOfSource(file)))
  return [...texts, ...readComments()].filter(({ text }) => pattern.test(text))
}

let plainComments: readonly WrittenText[] | undefined

/** Comments by how their lines begin, also those of styles inside a source, which the compiler takes for text. */
function readComments(): readonly WrittenText[] {
  plainComments ??= commentLines().map(({ at, text }) => ({ at, text: withoutCode(text).toLowerCase() }))
  return plainComments
}
