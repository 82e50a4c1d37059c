import type { Reporter, TestModule } from 'vitest/node'

const MOST_OF_A_LINE = 500

/** Ends a run with what failed and why, a line each, and one line that any machine can read: `N passed, N failed, N skipped`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, skipped: 0 }
    const failed: string[] = []
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result()
        if (state === 'failed')
          failed.push(
            `${module.relativeModuleId} > ${test.fullName}: ${errors.map(({ message }) => message).join(' ')}`,
          )
        else counts[state === 'pending' ? 'skipped' : state]++
      }
      // A file that could not be run has no tests, and is a failure all the same.
      failed.push(...module.errors().map(({ message }) => `${module.relativeModuleId}: ${message}`))
    }
    failed.push(...unhandledErrors.map((error) => `outside of any test: ${messageOf(error)}`))
    const names = failed.map((name) => `failed: ${name.replace(/\s+/g, ' ').slice(0, MOST_OF_A_LINE)}\n`).join('')
    process.stdout.write(`\n${names}${counts.passed} passed, ${failed.length} failed, ${counts.skipped} skipped\n`)
  }
}

// Errors come from the workers as plain objects.
function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error)
}
