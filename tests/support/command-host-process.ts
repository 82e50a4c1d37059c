import { builtProgram } from './built-program.ts'

/** What a host is asked: to run the command line with these words and settings, and to write the mark after it. */
export interface AskedCommand {
  readonly environment: NodeJS.ProcessEnv
  readonly parameters: readonly string[]
  readonly mark: string
}

const program = builtProgram('aduan')
let mark: string | undefined

process.on('message', (asked: AskedCommand) => {
  mark = asked.mark
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, asked.environment)
  process.argv.splice(1, process.argv.length, program, ...asked.parameters)
  // Nobody is listened to until nothing is left to do, which is when a process of its own would end.
  process.channel?.unref()
  // Under a new name the program runs again; what it imports is known.
  void import(`${program}?${mark}`)
})

process.on('beforeExit', (code) => {
  if (mark === undefined) return
  process.stdout.write(mark)
  process.stderr.write(mark)
  mark = undefined
  process.exitCode = 0
  process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM')
  process.channel?.ref()
  process.send?.(code)
})

// The tests that it worked for are over.
process.on('disconnect', () => process.exit(0))
