import type { Service } from './start-service.ts'

/** What a service writes last when it starts: where it listens, and how to sign in. */
export function greeting({ publicUrl, demoAccounts, operatorSetUpUrl }: Service): string {
  const lines = ['', `Aduan is listening at ${publicUrl}`]
  if (demoAccounts.length > 0) {
    lines.push(
      `  demo office   ${publicUrl}/demo/`,
      `  staff         ${publicUrl}/admin/`,
      '',
      'Demo staff, shown this once:',
    )
    const width = Math.max(...demoAccounts.map(({ email }) => email.length))
    lines.push(
      ...demoAccounts.map(({ email, password, position }) => `  ${email.padEnd(width)}  ${password}  ${position}`),
    )
  } else {
    lines.push(`  staff  ${publicUrl}/admin/`)
  }
  if (operatorSetUpUrl) lines.push('', `Set up the operator's account (works once): ${operatorSetUpUrl}`)
  return `${lines.join('\n')}\n\n`
}
