import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'

export interface Wing {
  readonly name: string
  readonly files: number
  readonly lines: number
  /** How many imports of this wing lead to which other one. */
  readonly imports: ReadonlyMap<string, number>
}

/**
 * The folders at the top of a program, by name, with the imports between them. Files that lie at the top make one wing
 * that is called `main`. An import is counted once for each statement, also where it takes only types.
 */
export function readWings(program: string): readonly Wing[] {
  const files = readdirSync(program, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('releases/'))
    .sort()
  return [...new Set(files.map(wingOf))].sort().map((name) => {
    const own = files.filter((file) => wingOf(file) === name)
    const imports = new Map<string, number>()
    let lines = 0
    for (const file of own) {
      const text = readFileSync(join(program, file), 'utf8')
      lines += text.split('\n').length - 1
      for (const wing of targetsOf(program, file, text)) {
        if (wing !== name) imports.set(wing, (imports.get(wing) ?? 0) + 1)
      }
    }
    return { name, files: own.length, lines, imports }
  })
}

const wingOf = (file: string): string => (file.includes('/') ? file.slice(0, file.indexOf('/')) : 'main')

/** The wings of this program to which the imports of a file lead. */
function targetsOf(program: string, file: string, text: string): readonly string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((target) => target.startsWith('.'))
    .map((target) => relative(program, resolve(program, dirname(file), target)))
    .filter((target) => !target.startsWith('..'))
    .map(wingOf)
}

/**
 * Wings from the ground up: each next one is the one whose imports lead least to wings above it. Without circles
 * none leads above.
 */
export function fromTheGroundUp(wings: readonly Wing[]): readonly Wing[] {
  const placed: Wing[] = []
  const left = new Set(wings)
  const above = (wing: Wing): number =>
    [...left].reduce((sum, other) => sum + (other === wing ? 0 : (wing.imports.get(other.name) ?? 0)), 0)
  while (left.size > 0) {
    const next = [...left].reduce((best, wing) => (above(wing) < above(best) ? wing : best))
    placed.push(next)
    left.delete(next)
  }
  return placed
}
