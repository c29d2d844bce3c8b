import { spokenInstant } from '#domain/basics/time.ts'
import { deskActions } from '#domain/routes/desk.ts'
import { deviceWords } from '#domain/staff/devices.ts'
import type { FormState } from '#ui/form/state.ts'
import { TextField } from '#ui/form/text-field.tsx'
import type { OpenSession } from '../auth/sessions.ts'

interface Props {
  sessions: OpenSession[]
  /** Id of the current session. */
  here: string
  state: FormState
}

/** Open sessions. Ending one requires the password, so that a stranger at an unlocked machine cannot do it. */
export const Sessions = ({ sessions, here, state }: Props) => (
  <section class="section">
    <h2 class="section-head">在哪些设备上登录着</h2>
    <form action={deskActions.endOtherSessions} method="post" novalidate>
      {sessions.length > 1 ? (
        <TextField
          state={state}
          name="sessionPassword"
          label="密码（退出别的设备要填）"
          hint="这一台不用填，点页面上面的“退出”就行。"
          autocomplete="current-password"
        />
      ) : null}
      <ul class="rows">
        {sessions.map(({ id, userAgent, began, seen }) => (
          <li>
            <span>
              <b>{deviceWords(userAgent)}</b>
              {id === here ? '（这一台）' : ''}
              <br />
              <span class="soft small">
                <span class="no-break">登录：{spokenInstant(began)}</span>{' '}
                <span class="no-break">最近：{spokenInstant(seen)}</span>
              </span>
            </span>
            {id === here ? null : (
              <button
                class="button leave"
                type="submit"
                name="session"
                value={id}
                formaction={deskActions.endSession}
                aria-label={`退出这一台：${deviceWords(userAgent)}`}
              >
                退出这一台
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <div class="actions">
          <button class="button secondary" type="submit">
            退出其他全部
          </button>
        </div>
      ) : null}
    </form>
  </section>
)
