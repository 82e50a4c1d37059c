/** What a program of its own may use at most. */
export interface ProgramBounds {
  /** Memory that it may write to. The kernel refuses the next piece, so the program falls and nothing else does. */
  readonly megabytes: number
  /** Time of a processor, which waiting does not use up. */
  readonly cpuSeconds: number
  /** Flags of Node before the program. */
  readonly flags?: readonly string[]
}

/**
 * The command that starts a built program of ours within bounds that it cannot lift. On Linux the shell sets them, so
 * no privilege is needed: RLIMIT_DATA counts what may be written to, and not the address space that the JavaScript
 * engine only reserves. A stricter limit of the system stays. Other systems do not keep such limits; there the time
 * limit of the caller is the only bound.
 */
export function boundedCommand(
  platform: string,
  node: string,
  program: string,
  { megabytes, cpuSeconds, flags = [] }: ProgramBounds,
): readonly [command: string, parameters: string[]] {
  const parameters = [...flags, program]
  if (platform !== 'linux') return [node, parameters]
  const limits = [`-d ${megabytes * 1_024}`, `-t ${cpuSeconds}`, '-c 0']
  const script = limits.map((limit) => `(ulimit ${limit}) 2>/dev/null && ulimit ${limit}`).join('; ')
  return ['/bin/sh', ['-c', `${script}; exec "$0" "$@"`, node, ...parameters]]
}
