import type { Migration } from '../../service/storage/migrations.ts'

/** Two migrations of three steps a unit, and the steps that were done. */
export function someMigrations() {
  const steps: string[] = []
  const migrationTo = (to: number): Migration => ({
    to,
    what: `To ${to}`,
    size: async () => 3,
    async step(unit, after) {
      steps.push(`${to} ${unit} ${after ?? ''}`)
      const next = Number(after ?? 0) + 1
      return { after: next > 2 ? null : String(next), documents: 1 }
    },
  })
  return { steps, migrations: [migrationTo(2), migrationTo(3)] }
}
