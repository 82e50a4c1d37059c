import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { TaskListView } from '../../../service/contract/installation.ts'
import { consoleLooks } from '../../page/console-looks.ts'
import { PageElement } from '../../page/page-element.ts'
import consoleWording from '../../texts/console.json'
import { icons } from '../../ui/icons.ts'

const LOOK_AGAIN_MS = 10_000
/** Times the reserve of the disk: from here on there is still time to make room. */
const NEAR = 3

type MachineTask = TaskListView['items'][number]

@customElement('tasks-page')
export class TasksPage extends PageElement {
  static override styles = [
    PageElement.styles,
    consoleLooks,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        column-gap: 16px;
        padding-block: 7px;
      }
      @media (min-width: 768px) {
        li {
          grid-template-columns: 210px minmax(0, 1fr);
          align-items: baseline;
        }
        .fault {
          grid-column: 2;
        }
      }
    `,
  ]

  private again: ReturnType<typeof setInterval> | undefined

  private readonly list = new Task(this, {
    args: () => [] as const,
    task: (_, { signal }) => this.client.call('GET /operator/tasks', { signal }),
  })

  override connectedCallback() {
    super.connectedCallback()
    this.again = setInterval(() => {
      if (!document.hidden) void this.list.run()
    }, LOOK_AGAIN_MS)
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    clearInterval(this.again)
  }

  override render() {
    const { app } = this.wording
    const { tasks } = consoleWording(this.wording)
    const list = this.list.value
    return html`
      <div><h1>${app.tasks}</h1><p class="soft">${tasks.intro}</p></div>
      ${list ? this.renderList(list) : this.renderLoaded(this.list, undefined, tasks.loading)}
    `
  }

  private renderList({ isOnDuty, untrustedProxy, lacksSecurityContact, disk, items }: TaskListView) {
    const { tasks } = consoleWording(this.wording)
    const failing = ({ last }: MachineTask) => (last?.hasFailed ? 0 : 1)
    const sorted = [...items].sort((one, other) => failing(one) - failing(other))
    const warnings = [
      ...(isOnDuty ? [] : [tasks.offDuty]),
      ...(untrustedProxy ? [tasks.untrustedProxy] : []),
      ...(lacksSecurityContact ? [tasks.lacksSecurityContact] : []),
    ]
    return html`
      ${warnings.map((text) => html`<div class="banner">${icons.alert}<p>${text}</p></div>`)}
      ${this.renderDisk(disk)}
      <ul class="plain" aria-label=${tasks.list}>${sorted.map((one) => this.renderTask(one))}</ul>
      <p><a href=${this.client.address('GET /operator/materials')} download>${tasks.materials}</a></p>
    `
  }

  private renderDisk({ room, free, reserve }: TaskListView['disk']) {
    const { formats } = this.wording
    const { tasks } = consoleWording(this.wording)
    const state = room === 'enough' && free < NEAR * reserve ? 'near' : room
    const text = tasks.disk[state]({ free: formats.size(free), reserve: formats.size(reserve) })
    return state === 'enough'
      ? html`<p class="soft small">${text}</p>`
      : html`<div class="banner">${icons.alert}<p>${text}</p></div>`
  }

  private renderTask({ name, everySeconds, last, lastFailure, nextAt }: MachineTask) {
    const { formats } = this.wording
    const { tasks } = consoleWording(this.wording)
    const every = tasks.every({ time: formats.lasting(everySeconds * 1_000) })
    const ran = last
      ? tasks.last({ at: formats.dayAndTime(last.endedAt), time: formats.lasting(Math.round(last.milliseconds)) })
      : tasks.never
    return html`<li>
      <p><code translate="no">${name}</code>${last?.hasFailed ? html` <strong>· ${tasks.failed}</strong>` : nothing}</p>
      <p class="soft small">${[every, ran, ...(nextAt ? [tasks.next({ time: formats.time(nextAt) })] : [])].join(' · ')}</p>
      ${lastFailure ? html`<p class="small fault">${tasks.lastFailure({ at: formats.dayAndTime(lastFailure.at), fault: lastFailure.fault })}</p>` : nothing}
    </li>`
  }
}
