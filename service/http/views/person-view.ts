import type { ViewContext } from './view-context.ts'

export const personView = (id: string | null, members: ViewContext['members']) => {
  const member = id === null ? undefined : members.get(id)
  return member ? { id: member.id, name: member.name, position: member.position } : null
}
