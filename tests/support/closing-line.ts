import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node'

const MOST_OF_A_LINE = 500

/**
 * Ends a run with what failed and why, a line each, and one line that any machine can read: `N passed, N failed, N skipped`.
 * It counts cases as they are written: a case that is run for each row of a table has passed once, when all rows have.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const written = { passed: new Set<string>(), skipped: new Set<string>(), failed: new Set<string>() }
    const failed: string[] = []
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result()
        written[state === 'pending' ? 'skipped' : state].add(placeOf(test))
        if (state === 'failed')
          failed.push(
            `${module.relativeModuleId} > ${test.fullName}: ${errors.map(({ message }) => message).join(' ')}`,
          )
      }
      // A file that could not be run has no tests, and is a failure all the same.
      failed.push(...module.errors().map(({ message }) => `${module.relativeModuleId}: ${message}`))
    }
    failed.push(...unhandledErrors.map((error) => `outside of any test: ${messageOf(error)}`))
    const names = failed.map((name) => `failed: ${name.replace(/\s+/g, ' ').slice(0, MOST_OF_A_LINE)}\n`).join('')
    for (const place of written.failed) for (const counted of [written.passed, written.skipped]) counted.delete(place)
    for (const place of written.skipped) written.passed.delete(place)
    process.stdout.write(
      `\n${names}${written.passed.size} passed, ${failed.length} failed, ${written.skipped.size} skipped\n`,
    )
  }
}

/** Where a case is written: what runs for each row of a table has one line, and its rows have names of their own. */
function placeOf(one: TestCase | TestSuite | TestModule): string {
  if (one.type === 'module') return `${one.project.name} ${one.moduleId}`
  const { location } = one
  const place = one.options.each && location ? `${location.line}:${location.column}` : one.name
  return `${placeOf(one.parent)} > ${place}`
}

// Errors come from the workers as plain objects.
function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error)
}
