export interface ProgramBounds {
  /** This bounds writable memory. The kernel refuses the next allocation, so only this program fails. */
  readonly megabytes: number
  /** This counts processor time, so waiting is free. */
  readonly cpuSeconds: number
  readonly flags?: readonly string[]
}

/**
 * Returns the command that starts a built program of ours within bounds that it cannot lift. On Linux the shell sets
 * them, without privileges: RLIMIT_DATA counts writable memory, and not the address space that the JavaScript engine
 * only reserves. A stricter limit of the system stays. Other systems do not keep such limits; there the caller's time
 * limit is the only bound.
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
